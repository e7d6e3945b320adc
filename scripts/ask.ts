import { UsageError } from '../src/errors.ts';
import { runAsk } from '../src/surfaces/command-line/ask-command.ts';
import { readEnvironment } from './environment.ts';

// Imported late: the index and the model are only loaded by a run that has something to ask.
process.exitCode = await runAsk(readEnvironment(), {
  open: async (config, listeners) => (await import('../src/app.ts')).openBellerophon(config, listeners),
  renderTimelinePicture: () => Promise.reject(new UsageError('Pictures cannot be drawn yet.')),
});
