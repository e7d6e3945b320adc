import { setTimeout as sleep } from 'node:timers/promises';
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
      if (request.question.includes('stream')) {
        // Deaf to the signal: giving up must not depend on it.
        for (let word = 0; word < 100; word += 1) {
          request.onDraft?.(`word-${word} `);
          await sleep(10);
        }
      }
      if (request.conversation !== undefined) {
        const turn = { question: request.question, standalone: '', nameIds: [], quotes: [], at: 0 };
        await conversations.append(request.conversation, turn);
      }
      return fake.ask(request);
    },
  };
});
