import { runRepl } from '../src/surfaces/repl/repl.ts';
import { readEnvironment } from './environment.ts';

process.exitCode = await runRepl(readEnvironment(), async (config, listeners) =>
  (await import('../src/app.ts')).openBellerophon(config, listeners),
);
