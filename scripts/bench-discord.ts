/**
 * Measures the Discord bot as a process of its own against the simulated Discord: start-up, 300 questions from 60
 * people within 10 s, heartbeats, memory. Run it with: npx tsx scripts/bench-discord.ts
 */
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
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

const discord = await SimulatedDiscord.start({ heartbeatInterval: 1_000 });
const rest = new REST({ api: discord.restUrl }).setToken(discord.token);
await registerCommands(rest, { applicationId: discord.world.bot.id });

const began = performance.now();
const child = spawn('npm', ['start', '--silent'], {
  env: {
    ...process.env,
    DISCORD_API: discord.restUrl,
    DISCORD_TOKEN: discord.token,
    HEALTH_PORT: '0',
    LOG_LEVEL: 'info',
  },
  stdio: ['ignore', 'ignore', 'pipe'],
  detached: true,
});
let log = '';
const ready = new Promise<number>((resolve) => {
  child.stderr.on('data', (data: Buffer) => {
    log += data.toString();
    if (log.includes('"ready"')) resolve(performance.now() - began);
  });
});
const ended = new Promise<never>((_, reject) =>
  child.once('exit', (code) => reject(new Error(`exit ${code}\n${log}`))),
);
const startMs = await Promise.race([ready, ended]);

/** Resident memory of the youngest process of the group: npm and tsx are its parents. */
async function memory(): Promise<number> {
  const group = await readFile(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').catch(() => '');
  let pid = group.trim().split(/\s+/).at(-1) ?? String(child.pid);
  for (;;) {
    const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
    const last = children.trim().split(/\s+/).at(-1);
    if (!last) break;
    pid = last;
  }
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

const run = () =>
  burst(discord, { questions: 300, people: 60, spread: 10_000, ask: (index) => questions[index % questions.length]! });
const before = await memory();
const first = await run();
const between = await memory();
await run();
const after = await memory();
const times = [...first.acknowledged].sort((a, b) => a - b);
const late = [...discord.gateway.heartbeatLateness].sort((a, b) => a - b);
const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
const kinds = { answered: 0, refused: 0 };
for (const { buttons } of first.replies) kinds[buttons.length > 0 ? 'answered' : 'refused'] += 1;
process.stdout.write(
  `${JSON.stringify(
    {
      startMs: Math.round(startMs),
      acknowledgedMs: { p50: at(times, 0.5), p99: at(times, 0.99), max: times.at(-1) },
      heartbeatLatenessMs: { p50: at(late, 0.5), max: late.at(-1) },
      replies: kinds,
      memoryMiB: { before: Math.round(before), afterFirst: Math.round(between), afterSecond: Math.round(after) },
      violations: discord.world.violations.length,
    },
    null,
    2,
  )}\n`,
);
if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
await ended.catch(() => {});
await discord.stop();
