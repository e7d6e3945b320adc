import { readConfig } from '../src/config.ts';
import { BellerophonError } from '../src/errors.ts';
import { openState } from '../src/surfaces/discord/state/open-state.ts';
import { printFeedback } from '../src/surfaces/discord/state/print-feedback.ts';
import { readEnvironment } from './environment.ts';

try {
  const config = readConfig({ ...readEnvironment().environment });
  const state = openState({ dataDir: config.DATA_DIR, questionRetentionDays: config.QUESTION_RETENTION_DAYS });
  process.stdout.write(printFeedback(await state.report()));
  await state.close();
} catch (error) {
  if (!(error instanceof BellerophonError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.exitCode;
}
