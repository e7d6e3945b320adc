import { runAsk } from '../src/surfaces/command-line/ask-command.ts';
import { readEnvironment } from './environment.ts';

// Imported late: the index and the model are only loaded by a run that has something to ask.
process.exitCode = await runAsk(readEnvironment(), {
  open: async (config, listeners) => (await import('../src/app.ts')).openBellerophon(config, listeners),
  renderTimelinePicture: async (timeline, language) =>
    (await import('../src/overviews/timeline-picture.ts')).renderTimelinePicture(timeline, language),
  checkChatModel: async (config, language) =>
    (await import('../src/answering/generative/check-chat-model.ts')).checkChatModel(config, language),
  showPrompt: async (language) => (await import('../src/answering/generative/prompt.ts')).shownPrompt(language),
});
