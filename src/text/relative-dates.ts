import { createRequire } from 'node:module';
import type { Language, PartialDate } from '../types.ts';
import { toPartialDate } from './partial-date.ts';

const require = createRequire(import.meta.url);

/** Loaded on first use: it costs a tenth of a second that most runs need not pay. */
const load: Record<Language, () => Pick<typeof import('chrono-node'), 'casual'>> = {
  fr: () => require('chrono-node/fr'),
  en: () => require('chrono-node/en'),
};

/**
 * What chrono-node makes of a date phrase, to the precision that the phrase itself gives; null when it makes nothing of it
 * or would have to guess the year. `from` is `YYYY-MM-DD`.
 */
export function readWithLibrary(phrase: string, language: Language, from: PartialDate): PartialDate | null {
  const instant = new Date(`${from}T12:00:00Z`);
  if (Number.isNaN(instant.getTime())) return null;
  const [result] = load[language]().casual.parse(phrase, { instant, timezone: 0 });
  // A date that explains only part of the phrase ("hier peut-être") is a guess.
  if (result === undefined || result.text.length < phrase.trim().length * 0.6) return null;
  const { start } = result;
  if (!start.isCertain('year')) return null;
  return toPartialDate(
    start.get('year') ?? 0,
    start.isCertain('month') ? start.get('month') : null,
    start.isCertain('day') ? start.get('day') : null,
  );
}
