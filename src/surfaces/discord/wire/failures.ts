import { DiscordAPIError, HTTPError, RESTJSONErrorCodes } from 'discord.js';

export function hasCode(error: unknown, ...codes: readonly number[]): boolean {
  return error instanceof DiscordAPIError && codes.includes(Number(error.code));
}

/** Discord was not reached or is not well: the same request may work later. 4xx answers are final. */
export function isTransient(error: unknown): boolean {
  return error instanceof HTTPError || (error instanceof Error && !(error instanceof DiscordAPIError));
}

/** The interaction's token is unknown or has expired. */
export function isTokenGone(error: unknown): boolean {
  return hasCode(
    error,
    RESTJSONErrorCodes.UnknownInteraction,
    RESTJSONErrorCodes.UnknownWebhook,
    RESTJSONErrorCodes.InvalidWebhookToken,
  );
}

/** The message that was to be edited or answered has been deleted. */
export function isMessageGone(error: unknown): boolean {
  return hasCode(error, RESTJSONErrorCodes.UnknownMessage);
}
