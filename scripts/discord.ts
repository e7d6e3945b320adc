import { fileURLToPath } from 'node:url';
import { startAnsweringProcess } from '../src/surfaces/discord/answering/answering-process.ts';
import { runBot } from '../src/surfaces/discord/run-bot.ts';
import { readEnvironment } from './environment.ts';

const answers = fileURLToPath(new URL('discord-answers.ts', import.meta.url));
const { environment, stderr } = readEnvironment();
process.exitCode = await runBot(
  {
    environment,
    stderr,
    onStop: (stop) => {
      for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop);
    },
  },
  {
    open: (_config, options) => {
      // The token is none of its business.
      const { DISCORD_TOKEN: _token, ...rest } = environment;
      return startAnsweringProcess({ ...options, entry: answers, environment: rest });
    },
    // Imported late: most questions need no picture.
    renderTimelinePicture: async (timeline, language) =>
      (await import('../src/overviews/timeline-picture.ts')).renderTimelinePicture(timeline, language),
  },
);
// discord.js keeps timers for caches and rate limits that would hold the process for minutes.
process.exit();
