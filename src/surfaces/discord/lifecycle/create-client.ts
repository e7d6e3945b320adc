import { ActivityType, Client, GatewayIntentBits, Options, Partials } from 'discord.js';
import type { Settings } from '../settings.ts';

/** The real Discord; a compatible server takes its place by DISCORD_API. */
const officialApi = 'https://discord.com/api';

/**
 * A client without privileged intents. Caches are small, because nothing the bot does looks things up in them.
 *
 * Sharding is discord.js' internal one: `auto` opens as many gateway connections in this process as Discord asks for.
 * One process is enough as long as one process can answer; all state is in the database, none in a shard, so that
 * spreading shards over processes later changes nothing else.
 */
export function createClient(settings: Settings, api: string | undefined): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // Direct-message channels come unannounced; deleted messages are not in the cache.
    partials: [Partials.Channel, Partials.Message],
    shards: 'auto',
    allowedMentions: { parse: [], repliedUser: false },
    presence: { status: 'online', activities: [{ type: ActivityType.Listening, name: '/ask · /demander' }] },
    waitGuildTimeout: settings.guildWait,
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      ReactionManager: 0,
      PresenceManager: 0,
      GuildMemberManager: { maxSize: 50, keepOverLimit: ({ id, client }) => id === client.user.id },
      UserManager: { maxSize: 500, keepOverLimit: ({ id, client }) => id === client.user?.id },
    }),
    rest: {
      api: (api ?? officialApi).replace(/\/+$/, ''),
      timeout: settings.requestTimeout,
      retries: 2,
    },
  });
}
