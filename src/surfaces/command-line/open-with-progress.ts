import type { Config } from '../../config.ts';
import type { Bellerophon } from '../../types.ts';
import { safeLine } from '../plain-text.ts';
import { showProgress } from '../progress.ts';
import type { Texts } from '../texts/texts.ts';
import type { OpenBellerophon } from './environment.ts';

/** Opens the file with a progress bar on `stderr` when that takes long, and tells there what a user should know. */
export async function openWithProgress(
  open: OpenBellerophon,
  config: Config,
  { stderr, texts }: { readonly stderr: NodeJS.WriteStream; readonly texts: Texts },
): Promise<Bellerophon> {
  const progress = showProgress(stderr, texts);
  const notices: string[] = [];
  let problems = 0;
  try {
    return await open(config, {
      onProgress: progress.report,
      onModelProgress: progress.report,
      onNotice: (message) => notices.push(safeLine(message)),
      onProblem: () => {
        problems += 1;
      },
    });
  } finally {
    progress.stop();
    if (problems > 0) notices.push(texts('corpus.problems', { count: problems }));
    for (const notice of notices) stderr.write(`${notice}\n`);
  }
}
