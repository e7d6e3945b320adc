import { runBot } from '../../../../src/surfaces/discord/run-bot.ts';
import { scriptedBellerophon } from '../scripted-bellerophon.ts';

// What scripts/discord.ts does, with answers known beforehand.
process.exitCode = await runBot(
  { environment: process.env, stderr: process.stderr, onStop: (stop) => void process.once('SIGTERM', stop) },
  { open: async () => scriptedBellerophon() },
);
process.exit();
