/**
 * Measures the Discord bot as a process of its own against the simulated Discord: start-up, twice 300 questions from
 * 60 people within 10 s, heartbeats, memory (Linux). Run it with: npx tsx scripts/bench-discord.ts
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REST } from 'discord.js';
import { registerCommands } from '../src/surfaces/discord/commands/registration.ts';
import { SimulatedDiscord } from '../tests/simulated-discord/simulated-discord.ts';
import { burst } from '../tests/surfaces/discord/burst.ts';

const questions = [
  'Qui est Eyal Hulata ?',
  'Macron a-t-il changé de téléphone ?',
  'Who met Emmanuel Bonne?',
  'What did NSO say?',
  'Quand Benny Gantz est-il venu à Paris ?',
];

/** Resident memory in MiB of the largest process below `pid`: npm starts a shell, that starts the bot. */
async function largestBelow(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const own = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  const below = children.trim() === '' ? [] : children.trim().split(/\s+/).map(Number);
  return Math.round(Math.max(own, ...(await Promise.all(below.map(largestBelow)))));
}

function summary(values: readonly number[]): { p50: number; p99: number; max: number } {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99), max: at(1) };
}

const discord = await SimulatedDiscord.start({ heartbeatInterval: 1_000 });
const rest = new REST({ api: discord.restUrl }).setToken(discord.token);
await registerCommands(rest, { applicationId: discord.world.bot.id });

// A folder of its own: the questions of a measurement are nobody's. The index is there before the clock starts.
const dataDir = await mkdtemp(join(tmpdir(), 'bellerophon-bench-'));
const environment = { ...process.env, DATA_DIR: dataDir };
spawnSync('npm', ['run', '--silent', 'build-index'], { env: environment, stdio: 'ignore' });

const began = performance.now();
const child = spawn('npm', ['start', '--silent'], {
  env: { ...environment, DISCORD_API: discord.restUrl, DISCORD_TOKEN: discord.token, LOG_LEVEL: 'info' },
  stdio: ['ignore', 'ignore', 'pipe'],
  detached: true,
});
const npm = child.pid ?? 0;
let log = '';
const ready = new Promise<number>((resolve) => {
  child.stderr.on('data', (data: Buffer) => {
    log += data.toString();
    if (log.includes('"ready"')) resolve(performance.now() - began);
  });
});
const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));

try {
  const startMs = await Promise.race([ready, ended]);
  if (startMs === undefined) throw new Error(`The bot has ended:\n${log}`);
  const run = () =>
    burst(discord, {
      questions: 300,
      people: 60,
      spread: 10_000,
      ask: (index) => questions[index % questions.length]!,
    });
  const memoryMiB = [await largestBelow(npm)];
  const first = await run();
  memoryMiB.push(await largestBelow(npm));
  await run();
  memoryMiB.push(await largestBelow(npm));
  // A long answer goes out in two messages, the buttons below the last.
  const answered = first.replies.filter(({ content }) => content.includes('[1]')).length;
  const result = {
    startMs: Math.round(startMs),
    acknowledgedMs: summary(first.acknowledged),
    heartbeatLatenessMs: summary(discord.gateway.heartbeatLateness),
    answered,
    refused: first.replies.length - answered,
    memoryMiB,
    violations: discord.world.violations,
  };
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
} finally {
  if (child.exitCode === null) process.kill(-npm, 'SIGTERM');
  await ended;
  await discord.stop();
  await rm(dataDir, { recursive: true, force: true });
}
