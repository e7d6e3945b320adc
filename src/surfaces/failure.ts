import { BellerophonError, ExitCode } from '../errors.ts';
import { safeLine } from './plain-text.ts';
import type { Texts } from './texts/texts.ts';

/** What a person reads when something failed: one line, never a stack; and the exit code that goes with it. */
export function describeFailure(error: unknown, texts: Texts): { line: string; exitCode: ExitCode } {
  if (error instanceof BellerophonError) {
    const message = safeLine(error.messageIn(texts.language));
    return { line: `${texts('error.prefix')} ${message}`, exitCode: error.exitCode };
  }
  const message = safeLine(error instanceof Error ? error.message : String(error));
  return {
    line: `${texts('error.prefix')} ${texts('error.unexpected', { message })}`,
    exitCode: ExitCode.unexpected,
  };
}

export interface ReportOptions {
  readonly texts: Texts;
  readonly stderr: NodeJS.WriteStream;
  /** Of LOG_LEVEL: debug and trace ask for the stack, which only a developer wants. */
  readonly logLevel: string;
}

/** Writes the line of a failure. @returns its exit code. */
export function reportFailure(error: unknown, { texts, stderr, logLevel }: ReportOptions): ExitCode {
  const { line, exitCode } = describeFailure(error, texts);
  stderr.write(`${line}\n`);
  if ((logLevel === 'debug' || logLevel === 'trace') && error instanceof Error) stderr.write(`${error.stack}\n`);
  return exitCode;
}
