import { openBellerophon } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { serveAnswers } from '../src/surfaces/discord/answering/serve-answers.ts';

// Forked by scripts/discord.ts.
await serveAnswers(process, async (conversations, onNotice) => {
  const config = readConfig({ ...process.env });
  const bellerophon = await openBellerophon(config, { conversations, onNotice });
  // The first answers of a process cost half a second each: better before anybody waits. A chat model is not asked for that.
  if (!config.CHAT_MODEL) {
    for (const language of ['fr', 'en'] as const)
      await bellerophon.ask({ question: bellerophon.exampleQuestion(language), language });
  }
  return bellerophon;
});
