import { runAsk } from '../../../src/surfaces/command-line/ask-command.ts';
import { fakeBellerophon } from '../fake-bellerophon.ts';
import { environmentOf } from './environment.ts';

process.exitCode = await runAsk(environmentOf(process), {
  open: async () => fakeBellerophon(),
  renderTimelinePicture: async () => Buffer.from('picture'),
});
