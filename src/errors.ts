import type { Language } from './types.ts';

/**
 * Errors that a person is meant to read: what was expected, what came, what to do.
 * Anything else that reaches a surface is a defect and is reported as such, without its stack.
 */

/** Exit codes of the command lines; documented in the README. */
export const ExitCode = {
  ok: 0,
  unexpected: 1,
  usage: 2,
  /** Some files of the corpus could not be used; the others were. */
  corpusProblems: 3,
  /** Nothing usable in the corpus. */
  corpusEmpty: 4,
  index: 5,
  model: 6,
  provider: 7,
  discord: 8,
} as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/** In one language for every reader, or in each. */
export type Message = string | Readonly<Record<Language, string>>;

export class BellerophonError extends Error {
  readonly exitCode: ExitCode;
  readonly #wordings: Readonly<Record<Language, string>> | undefined;

  constructor(message: Message, exitCode: ExitCode, options?: ErrorOptions) {
    super(typeof message === 'string' ? message : message.en, options);
    this.name = new.target.name;
    this.exitCode = exitCode;
    this.#wordings = typeof message === 'string' ? undefined : message;
  }

  messageIn(language: Language): string {
    return this.#wordings?.[language] ?? this.message;
  }
}

/** A setting, a flag or an input line is not what it must be. */
export class UsageError extends BellerophonError {
  constructor(message: string, options?: ErrorOptions) {
    super(message, ExitCode.usage, options);
  }
}

/** The corpus folder is missing or holds nothing usable. */
export class CorpusError extends BellerophonError {
  constructor(message: string, options?: ErrorOptions) {
    super(message, ExitCode.corpusEmpty, options);
  }
}

/** The index cannot be written, read or trusted. */
export class IndexError extends BellerophonError {
  constructor(message: string, options?: ErrorOptions) {
    super(message, ExitCode.index, options);
  }
}

/** The embedding model cannot be loaded or has failed. */
export class EmbeddingError extends BellerophonError {
  constructor(message: string, options?: ErrorOptions) {
    super(message, ExitCode.model, options);
  }
}

/** The chat model's provider cannot be used. */
export class ProviderError extends BellerophonError {
  constructor(message: Message, options?: ErrorOptions) {
    super(message, ExitCode.provider, options);
  }
}

/** Discord refuses the bot for good. */
export class DiscordError extends BellerophonError {
  constructor(message: string, options?: ErrorOptions) {
    super(message, ExitCode.discord, options);
  }
}
