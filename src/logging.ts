import { pino } from 'pino';

export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** The part of a structured logger that the project uses: an object of fields, then a message. */
export interface Logger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Where log lines go; `process.stderr` or, in tests, anything with `write`. */
export interface LogDestination {
  write(line: string): void;
}

/**
 * JSON lines for operators. Errors are reduced to name, message, code and stack: what else libraries hang on them
 * (request bodies, addresses with interaction tokens in them) holds secrets and people's words.
 */
export function createLogger(level: LogLevel, destination: LogDestination = process.stderr): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: describeError },
    },
    destination,
  );
}

function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { code, status } = error as { code?: unknown; status?: unknown };
  return {
    name: error.name,
    message: withoutTokens(error.message),
    ...(code === undefined ? {} : { code }),
    ...(status === undefined ? {} : { status }),
    stack: withoutTokens(error.stack ?? ''),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}

/** Interaction tokens stand in the paths of Discord's API; bot tokens are three base64 pieces. */
function withoutTokens(text: string): string {
  return text
    .replace(/(\/(?:webhooks|interactions)\/\d+\/)[^/\s?]+/g, '$1…')
    .replace(/[\w-]{20,}\.[\w-]{5,}\.[\w-]{25,}/g, '…');
}
