import { runRegistration } from '../src/surfaces/discord/commands/run-registration.ts';
import { readEnvironment } from './environment.ts';

process.exitCode = await runRegistration(readEnvironment());
