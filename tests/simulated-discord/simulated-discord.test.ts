import {
  ApplicationCommandOptionType,
  Client,
  GatewayIntentBits,
  type Interaction,
  MessageFlags,
  Partials,
  REST,
  Routes,
} from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SimulatedDiscord } from './simulated-discord.ts';

let discord: SimulatedDiscord;
let client: Client;

async function connect(
  intents: readonly GatewayIntentBits[] = [
    GatewayIntentBits.Guilds,
    GatewayIntentBits.GuildMessages,
    GatewayIntentBits.DirectMessages,
  ],
): Promise<void> {
  client = new Client({
    intents: [...intents],
    partials: [Partials.Channel],
    rest: { api: discord.restUrl, timeout: 1_000, retries: 2 },
  });
  client.on('error', () => {});
  await client.login(discord.token);
  if (!client.isReady()) await new Promise((resolve) => client.once('clientReady', resolve));
}

async function register(): Promise<void> {
  const rest = new REST({ api: discord.restUrl }).setToken(discord.token);
  await rest.post(Routes.applicationCommands(discord.world.bot.id), {
    body: {
      name: 'ask',
      name_localizations: { fr: 'demander' },
      description: 'Ask',
      contexts: [0, 1, 2],
      integration_types: [0, 1],
      options: [
        { type: ApplicationCommandOptionType.String, name: 'question', description: 'Question', required: true },
      ],
    },
  });
}

beforeEach(async () => {
  discord = await SimulatedDiscord.start();
});
afterEach(async () => {
  await client?.destroy();
  await discord.stop();
});

describe('the simulated Discord under the real client', () => {
  it('carries a slash command from its French name to the edited answer', async () => {
    await connect();
    await register();
    client.on('interactionCreate', async (interaction: Interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply();
      await interaction.editReply({
        content: `You asked ${interaction.options.getString('question')}`,
        flags: MessageFlags.SuppressEmbeds,
      });
    });
    const run = discord.user('alice', { locale: 'fr' }).in('#general').slash('/demander', { question: 'Qui ?' });
    const answer = await run.final();
    expect(answer.text).toBe('You asked Qui ?');
    expect(answer.ephemeral).toBe(false);
    expect(await run.acknowledged()).toBeLessThan(3_000);
    discord.expectNoViolations();
  });

  it('blanks what guild messages say unless the bot is mentioned', async () => {
    await connect();
    const heard: string[] = [];
    client.on('messageCreate', (message) => heard.push(message.content));
    const alice = discord.user('alice');
    alice.in('#general').say('not for the bot');
    alice.in('#general').mention('for the bot');
    alice.dm('in private');
    await expect.poll(() => heard.length).toBe(3);
    expect(heard).toEqual(['', `<@${discord.world.bot.id}> for the bot`, 'in private']);
  });

  it('refuses what breaks a limit with the path of the field', async () => {
    await connect();
    const channel = client.channels.cache.get(discord.channel('#general').id);
    if (!channel?.isSendable()) throw new Error('no channel');
    await expect(channel.send({ content: 'x'.repeat(2001) })).rejects.toMatchObject({
      code: 50035,
      rawError: { errors: { content: { _errors: [{ code: 'BASE_TYPE_BAD_LENGTH' }] } } },
    });
    expect(() => discord.expectNoViolations()).toThrow('content');
  });

  it('sends a message once when its nonce is repeated after a lost answer', async () => {
    await connect();
    discord.fault.rest('POST */messages', { status: 502, processed: true });
    const channel = client.channels.cache.get(discord.channel('#general').id);
    if (!channel?.isSendable()) throw new Error('no channel');
    await channel.send({ content: 'once', nonce: '1-1', enforceNonce: true });
    expect(discord.botMessages()).toHaveLength(1);
  });

  it('knows a token no more after three seconds without acknowledgement and after fifteen minutes', async () => {
    await connect();
    await register();
    const codes: unknown[] = [];
    const note = (error: { code: unknown }) => codes.push(error.code);
    client.on('interactionCreate', async (interaction: Interaction) => {
      if (!interaction.isChatInputCommand()) return;
      if (interaction.options.getString('question') === 'late') discord.clock.advance(3_001);
      await interaction.deferReply().catch(note);
      if (!interaction.deferred) return;
      await interaction.client.rest
        .post(Routes.interactionCallback(interaction.id, interaction.token), { body: { type: 5 }, auth: false })
        .catch(note);
      discord.clock.advance(15 * 60_000);
      await interaction.editReply('too late').catch(note);
    });
    const alice = discord.user('alice');
    alice.in('#general').slash('/ask', { question: 'late' });
    await expect.poll(() => codes).toEqual([10062]);
    alice.in('#general').slash('/ask', { question: 'twice' });
    await expect.poll(() => codes).toEqual([10062, 40060, 50027]);
  });

  it('replays what was missed when the client resumes', async () => {
    await connect();
    const heard: string[] = [];
    client.on('messageCreate', (message) => heard.push(message.content));
    discord.fault.gateway.drop(4000);
    discord.user('alice').dm('while away');
    await expect.poll(() => heard, { timeout: 5_000 }).toEqual(['while away']);
    expect(discord.gateway.resumed).toBe(1);
    expect(discord.gateway.identified).toBe(1);
  });

  it('closes with 4014 on a privileged intent and with 4004 on a wrong token', async () => {
    const codes: number[] = [];
    for (const [intents, token] of [[[GatewayIntentBits.MessageContent], discord.token]] as const) {
      client = new Client({ intents: [...intents], rest: { api: discord.restUrl } });
      client.on('error', () => {});
      client.on('shardDisconnect', ({ code }) => codes.push(code));
      await client.login(token).catch(() => {});
    }
    expect(codes).toEqual([4014]);
    discord.fault.gateway.refuse(4004);
    await expect(connect()).rejects.toThrow('Authentication failed');
  });

  it('offers a command only where its contexts and the installation allow', async () => {
    await connect();
    await register();
    const elsewhere = discord.world.addGuild('Elsewhere', { botIsMember: false });
    discord.addChannel('#lobby', { guild: elsewhere });
    expect(() => discord.user('bob').in('#lobby').slash('/ask', { question: 'Who?' })).toThrow('is not offered /ask');
    expect(() => discord.user('bob').in('#general').slash('/ask')).toThrow('needs question');
    client.on('interactionCreate', (interaction) => interaction.isRepliable() && interaction.reply('here'));
    const run = discord.user('carol', { installed: true }).in('#lobby').slash('/ask', { question: 'Who?' });
    expect((await run.final()).text).toBe('here');
  });
});
