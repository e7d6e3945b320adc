import { BellerophonError, ExitCode } from '../errors.ts';
import { safeLine } from './plain-text.ts';
import type { Texts } from './texts/texts.ts';

/** What a person reads when something failed: one line, never a stack; and the exit code that goes with it. */
export function describeFailure(error: unknown, texts: Texts): { line: string; exitCode: ExitCode } {
  const message = safeLine(error instanceof Error ? error.message : String(error));
  if (error instanceof BellerophonError) {
    return { line: `${texts('error.prefix')} ${message}`, exitCode: error.exitCode };
  }
  return {
    line: `${texts('error.prefix')} ${texts('error.unexpected', { message })}`,
    exitCode: ExitCode.unexpected,
  };
}
