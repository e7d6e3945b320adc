import { REST } from 'discord.js';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { commandDefinitions } from '../../../src/surfaces/discord/commands/definitions.ts';
import { registerCommands } from '../../../src/surfaces/discord/commands/registration.ts';
import { runRegistration } from '../../../src/surfaces/discord/commands/run-registration.ts';
import { SimulatedDiscord } from '../../simulated-discord/simulated-discord.ts';

let discord: SimulatedDiscord;
beforeEach(async () => {
  discord = await SimulatedDiscord.start();
});
afterEach(() => discord.stop());

const register = (guildId?: string) =>
  registerCommands(new REST({ api: discord.restUrl }).setToken(discord.token), {
    applicationId: discord.world.bot.id,
    guildId,
  });
const writes = () => discord.rest.requests.filter(({ method }) => method !== 'GET').length;

it('registers everything once, and then changes only what differs', async () => {
  expect((await register()).missing).toHaveLength(commandDefinitions.length);
  const before = writes();
  expect((await register()).same).toHaveLength(commandDefinitions.length);
  expect(writes()).toBe(before);

  const [ask] = [...discord.world.commands.values()].filter(({ name }) => name === 'ask');
  const id = discord.world.snowflake();
  discord.world.commands.set(ask!.id, { ...ask!, description: 'Old text' });
  discord.world.commands.set(id, { ...ask!, id, name: 'old', name_localizations: null });
  const { changed, stale, missing } = await register();
  expect(changed.map(({ definition }) => definition.name)).toEqual(['ask']);
  expect(stale.map(({ name }) => name)).toEqual(['old']);
  expect(missing).toEqual([]);
  expect(writes()).toBe(before + 2);
  discord.expectNoViolations();
});

it('registers for one guild, where contexts do not exist', async () => {
  await register(discord.newsroom.id);
  expect((await register(discord.newsroom.id)).same).toHaveLength(commandDefinitions.length);
  expect([...discord.world.commands.values()].every(({ guild_id }) => guild_id === discord.newsroom.id)).toBe(true);
  discord.expectNoViolations();
});

it('tells on the command line what it did, and what is wrong with the token', async () => {
  const run = async (environment: Record<string, string>) => {
    const [stdout, stderr]: [string[], string[]] = [[], []];
    const code = await runRegistration({
      environment,
      stdout: { write: (text) => void stdout.push(text) },
      stderr: { write: (text) => void stderr.push(text) },
    });
    return { code, stdout: stdout.join(''), stderr: stderr.join('') };
  };
  const good = { DISCORD_API: discord.restUrl, DISCORD_TOKEN: discord.token };
  expect(await run(good)).toMatchObject({ code: 0, stdout: expect.stringContaining('registered  ask') });
  expect(await run(good)).toMatchObject({ code: 0, stdout: expect.stringContaining('unchanged   ask') });
  expect(await run({ ...good, DISCORD_TOKEN: 'wrong' })).toMatchObject({
    code: 8,
    stderr: expect.stringContaining('DISCORD_TOKEN'),
  });
  expect(await run({ DISCORD_API: discord.restUrl })).toMatchObject({ code: 2 });
});
