import { UsageError } from '../src/errors.ts';
import { runAsk } from '../src/surfaces/command-line/ask-command.ts';
import { readEnvironment } from './environment.ts';

// Imported late: the index and the model are only loaded by a run that has something to ask.
process.exitCode = await runAsk(readEnvironment(), {
  open: async (config, listeners) => (await import('../src/app.ts')).openBellerophon(config, listeners),
  renderTimelinePicture: async (timeline, language) =>
    (await import('../src/overviews/timeline-picture.ts')).renderTimelinePicture(timeline, language),
  checkChatModel: () => Promise.reject(new UsageError('Chat models cannot be used yet.')),
  showPrompt: () => Promise.reject(new UsageError('Chat models cannot be used yet.')),
});
