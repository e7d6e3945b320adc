import { runAsk } from '../../../src/surfaces/command-line/ask-command.ts';
import { fakeBellerophon } from '../fake-bellerophon.ts';
import { environmentOf } from './environment.ts';

process.exitCode = await runAsk(environmentOf(process), {
  open: async () => fakeBellerophon(),
  renderTimelinePicture: async () => ({ svg: '<svg/>', png: Buffer.from('picture') }),
  checkChatModel: async ({ CHAT_MODEL }, language) =>
    CHAT_MODEL === undefined
      ? { ok: false, message: language === 'fr' ? 'aucun modèle' : 'no model' }
      : { ok: true, message: `${CHAT_MODEL} answers` },
  showPrompt: async (language) => `the prompt in ${language}\n`,
});
