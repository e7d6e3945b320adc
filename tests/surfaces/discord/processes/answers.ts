import { CorpusError } from '../../../../src/errors.ts';
import { serveAnswers } from '../../../../src/surfaces/discord/answering/serve-answers.ts';
import { fakeBellerophon } from '../../fake-bellerophon.ts';

// The answering process with answers known beforehand; some words make it do what is tested.
await serveAnswers(process, async (conversations, onNotice) => {
  onNotice('a notice');
  if (process.env.TEST_NO_CORPUS) throw new CorpusError('There is no corpus.');
  const fake = fakeBellerophon();
  return {
    ...fake,
    ask: async (request) => {
      if (request.question.includes('crash')) process.kill(process.pid, 'SIGSEGV');
      if (request.conversation !== undefined) {
        const turn = { question: request.question, standalone: '', nameIds: [], quotes: [], at: 0 };
        await conversations.append(request.conversation, turn);
      }
      return fake.ask(request);
    },
  };
});
