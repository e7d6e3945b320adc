import { GatewayCloseCodes } from 'discord.js';
import { DiscordError } from '../../../errors.ts';

const advice: Readonly<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]:
    'Discord does not accept the bot token. Expected DISCORD_TOKEN to be the token from the Bot page of the Developer Portal; copy it again or reset it there.',
  [GatewayCloseCodes.InvalidShard]:
    'Discord does not accept the shard numbers. Start the bot again, and once only per token.',
  [GatewayCloseCodes.ShardingRequired]:
    'The bot is in more servers than its gateway connections may carry. Start it again: it then asks Discord how many it needs.',
  [GatewayCloseCodes.InvalidAPIVersion]:
    'Discord no longer accepts version 10 of its gateway. Update discord.js and the bot.',
  [GatewayCloseCodes.InvalidIntents]:
    'Discord does not know one of the intents that the bot asks for. Update discord.js and the bot.',
  [GatewayCloseCodes.DisallowedIntents]:
    'Discord refuses an intent that the bot asks for. It needs no privileged one; check that the application is not restricted in the Developer Portal.',
};

/** What to tell the operator when a gateway connection was closed for good. */
export function fatalClose(code: number): DiscordError {
  return new DiscordError(`${advice[code] ?? 'Discord has closed the connection for good.'} (close code ${code})`);
}

/** Discord answered the first request with a refusal of the token. */
export function refusedToken(cause: unknown): DiscordError {
  return new DiscordError(advice[GatewayCloseCodes.AuthenticationFailed] ?? '', { cause });
}

export function invalidatedSession(): DiscordError {
  return new DiscordError(
    'Discord has invalidated the session of the bot. Start it again; if this repeats, reset its token.',
  );
}
