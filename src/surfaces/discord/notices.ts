import { TimestampStyles, time } from 'discord.js';
import { type CancelReason, QuestionCancelled, type Refusal } from './question-desk.ts';
import type { Texts } from './texts/texts.ts';

/** A refusal as the person reads it; the time of a cooldown counts down in their client. */
export function refusalText(refusal: Refusal, texts: Texts): string {
  if (refusal.kind !== 'cooldown') return texts(`refusal.${refusal.kind}`);
  const when = time(Math.ceil(refusal.until / 1000), TimestampStyles.RelativeTime);
  return texts('refusal.cooldown', { when });
}

/** Why a question was given up, or null when its owner needs no word. */
export function cancellationText(reason: CancelReason, texts: Texts, reference: string): string | null {
  switch (reason) {
    case 'deleted':
      return null;
    case 'timeout':
      return texts('failure.timeout', { reference });
    case 'restarting':
      return texts('failure.restarting');
    case 'forgotten':
      return texts('failure.cancelled');
  }
}

/** One localised line, or null where silence is right; the reference also stands in the logs. */
export function failureText(error: unknown, texts: Texts, reference: string): string | null {
  if (error instanceof QuestionCancelled) return cancellationText(error.reason, texts, reference);
  return texts('failure.unexpected', { reference });
}
