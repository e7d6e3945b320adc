import { runBot } from '../src/surfaces/discord/run-bot.ts';
import { readEnvironment } from './environment.ts';

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
    open: async (config, options) => (await import('../src/app.ts')).openBellerophon(config, options),
  },
);
// discord.js keeps timers for caches and rate limits that would hold the process for minutes.
process.exit();
