import { type Client, DiscordAPIError, Events, Routes } from 'discord.js';
import pRetry, { AbortError } from 'p-retry';
import { BellerophonError, DiscordError, ExitCode } from '../../../errors.ts';
import type { Logger } from '../../../logging.ts';
import { refusedToken } from './fatal.ts';

/** Outages of Discord and a network that comes up after the bot: half a minute of patience, then the service manager's. */
const attempts = { retries: 5, minTimeout: 1_000, factor: 2 };

/**
 * Connects, and resolves once the client is ready.
 * @throws what `failed` yields, DiscordError for a refusal, BellerophonError (exit 1) when Discord cannot be reached.
 */
export async function login(
  client: Client,
  token: string,
  failed: Promise<BellerophonError>,
  logger: Logger,
): Promise<void> {
  await reach(client, token, logger);
  const refused = failed.then((error) => {
    throw error;
  });
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  try {
    await Promise.race([client.login(token).then(() => ready), refused]);
  } catch (error) {
    if (error instanceof BellerophonError) throw error;
    // A fatal close is told by an event that comes before this rejection.
    const fatal = await Promise.race([failed, new Promise<null>((resolve) => setImmediate(resolve, null))]);
    throw fatal ?? new DiscordError(`Discord refuses the bot: ${messageOf(error)}`, { cause: error });
  }
}

/** Asks for the gateway once beforehand: a client whose login has failed cannot be used again. */
async function reach(client: Client, token: string, logger: Logger): Promise<void> {
  client.rest.setToken(token);
  try {
    await pRetry(() => client.rest.get(Routes.gatewayBot()).catch(giveUpOnRefusal), {
      ...attempts,
      onFailedAttempt: ({ error, retriesLeft }) =>
        logger.warn({ err: error, retriesLeft }, 'Discord cannot be reached'),
    });
  } catch (error) {
    if (error instanceof DiscordAPIError) {
      throw error.status === 401
        ? refusedToken(error)
        : new DiscordError(`Discord refuses the bot: ${messageOf(error)}`);
    }
    throw new BellerophonError(
      `Discord cannot be reached at ${client.options.rest?.api}: ${messageOf(error)}. Check the network and DISCORD_API.`,
      ExitCode.unexpected,
      { cause: error },
    );
  }
}

function giveUpOnRefusal(error: unknown): never {
  throw error instanceof DiscordAPIError ? new AbortError(error) : error;
}

/** Node wraps the reason of a failed connection. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}
