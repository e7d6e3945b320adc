import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { REST, Routes } from 'discord.js';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { commandDefinitions } from '../../../src/surfaces/discord/commands/definitions.ts';
import { SimulatedDiscord } from '../../simulated-discord/simulated-discord.ts';

const entry = fileURLToPath(new URL('processes/bot.ts', import.meta.url));

let discord: SimulatedDiscord;
let dataDir: string;
const running: ChildProcess[] = [];
beforeEach(async () => {
  discord = await SimulatedDiscord.start();
  dataDir = await mkdtemp(join(tmpdir(), 'bellerophon-process-'));
});
afterEach(async () => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
  await discord.stop();
  await rm(dataDir, { recursive: true, force: true });
});

function start(environment: Record<string, string>) {
  const settings = { DISCORD_API: discord.restUrl, DATA_DIR: dataDir, ...environment };
  const child = spawn(process.execPath, ['--import', 'tsx', entry], {
    env: { PATH: process.env.PATH, ...settings },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  running.push(child);
  let output = '';
  child.stderr.on('data', (data: Buffer) => {
    output += data.toString();
  });
  const ended = new Promise<{ code: number | null; output: string }>((resolve) => {
    child.once('exit', (code) => resolve({ code, output }));
  });
  return { child, ended };
}

it('answers, and on SIGTERM leaves with exit code 0', async () => {
  const rest = new REST({ api: discord.restUrl }).setToken(discord.token);
  await rest.put(Routes.applicationCommands(discord.world.bot.id), { body: commandDefinitions });
  const { child, ended } = start({ DISCORD_TOKEN: discord.token });
  await discord.until(() => (discord.gateway.connected ? true : undefined), 'the bot', 30_000);
  const run = discord.user('alice').in('#general').slash('/ask', { question: 'Whom has he met?' });
  expect((await run.final()).text).toContain('Emmanuel Bonne');
  child.kill('SIGTERM');
  const { code, output } = await ended;
  expect(output).toContain('"stopped"');
  expect(code).toBe(0);
  discord.expectNoViolations();
});

it.each([
  ['no token', {}, 2, 'DISCORD_TOKEN is not set'],
  ['a token that Discord does not know', { DISCORD_TOKEN: 'wrong' }, 8, 'Discord does not accept the bot token'],
])('exits non-zero and says what to do: %s', async (_, environment, exitCode, advice) => {
  const { code, output } = await start(environment).ended;
  expect(output).toContain(advice);
  expect(output).not.toContain('    at ');
  expect(code).toBe(exitCode);
});

it.each([4004, 4014])('exits with 8 when the gateway refuses it with %i', async (closeCode) => {
  discord.fault.gateway.refuse(closeCode);
  const { code, output } = await start({ DISCORD_TOKEN: discord.token }).ended;
  expect(output).toContain(`close code ${closeCode}`);
  expect(code).toBe(8);
});
