import { runRegistration } from '../src/surfaces/discord/commands/run-registration.ts';

process.exitCode = await runRegistration({
  environment: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
});
