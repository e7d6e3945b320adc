import { runRepl } from '../../../src/surfaces/repl/repl.ts';
import { fakeBellerophon } from '../fake-bellerophon.ts';
import { environmentOf } from './environment.ts';

process.exitCode = await runRepl(environmentOf(process), async () => fakeBellerophon());
