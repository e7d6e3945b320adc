import { runRepl } from '../src/surfaces/repl/repl.ts';

process.exitCode = await runRepl(
  {
    argv: process.argv.slice(2),
    environment: process.env,
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
  },
  async (config, options) => (await import('../src/app.ts')).openBellerophon(config, options),
);
