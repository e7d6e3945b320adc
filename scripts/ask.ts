import { UsageError } from '../src/errors.ts';
import { runAsk } from '../src/surfaces/command-line/ask-command.ts';

// Imported late: the index and the model are only loaded by a run that has something to ask.
process.exitCode = await runAsk(
  {
    argv: process.argv.slice(2),
    environment: process.env,
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
  },
  {
    open: async (config, options) => (await import('../src/app.ts')).openBellerophon(config, options),
    renderTimelinePicture: () => Promise.reject(new UsageError('Pictures cannot be drawn yet.')),
  },
);
