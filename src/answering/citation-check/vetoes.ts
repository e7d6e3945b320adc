import { commonRank } from '../../text/common-words.ts';
import { isAttributed } from './attribution.ts';
import { bearsOut, publicationDate } from './calendar-dates.ts';
import type { Comparison } from './comparison.ts';
import type { Failure } from './contracts.ts';
import { addressesMachine } from './instruction.ts';
import { type NumberMention, rounds, sameNumber, sharesScale, sharesUnit } from './numbers.ts';
import { heldBy, type NamedThing, namedThings } from './proper-names.ts';
import { termsOf } from './terms.ts';
import { wordSimilarity } from './word-similarity.ts';

/** From this likeness on a word is another's translation. */
const translated = 0.6;

/** What no score can make good: a name, number or date that stands nowhere in the passages, words meant for the model. */
export function vetoes(comparison: Comparison): Failure[] {
  return [
    ...instructions(comparison),
    ...strangeNames(comparison),
    ...strangeDates(comparison),
    ...strangeNumbers(comparison),
  ];
}

function instructions({ evidence }: Comparison): Failure[] {
  return evidence.sentences
    .filter((part) => addressesMachine(part.text) || addressesMachine(part.around))
    .map((part) => ({ kind: 'instruction', detail: part.text.trim() }));
}

function strangeNames({ claim, sources, names, vectors }: Comparison): Failure[] {
  const text = [...new Set(sources.map(({ passage }) => `${passage.text}\n${passage.outlet ?? ''}`))].join('\n');
  const pool = namedThings(text, names);
  return claim.names
    .filter((name) => !heldBy(name, pool, text) && !pool.some(({ id }) => name.kind === 'country' && id === name.id))
    .filter((name) => !isTranslated(name, sources, vectors))
    .map(({ text: detail }) => ({ kind: 'name', detail }));
}

/** A name made of ordinary words says the same in the other language: "Higher Court", "cour supérieure". */
function isTranslated(name: NamedThing, sources: Comparison['sources'], vectors: Comparison['vectors']): boolean {
  if (name.kind === 'country') return false;
  const own = termsOf(name.text).filter(({ stop }) => !stop);
  return (
    own.length > 0 &&
    own.every(
      (term) =>
        (term.synonyms.size > 0 || commonRank(term.word) !== undefined) &&
        sources.some(({ terms }) =>
          terms.some((other) => !other.stop && wordSimilarity(term, other, vectors) >= translated),
        ),
    )
  );
}

function strangeDates({ claim, sources }: Comparison): Failure[] {
  return claim.dates
    .filter(
      (claimed) =>
        !sources.some(({ dates, passage }) => {
          if (dates.some((found) => bearsOut(found, claimed, passage.published))) return true;
          // "a few days before 21 October": the source speaks of this very day and says that it was another.
          if (dates.some((found) => bearsOut({ ...found, relation: claimed.relation }, claimed, passage.published)))
            return false;
          // The day an article appeared, or the year it speaks from.
          const published = publicationDate(passage.published);
          if (!published || claimed.relation === 'before') return false;
          const yearOnly = claimed.month === undefined;
          return bearsOut(published, claimed, null) && (yearOnly || isAttributed(claim.text));
        }),
    )
    .map(({ start, end }) => ({ kind: 'date', detail: claim.text.slice(start, end) }));
}

function strangeNumbers({ claim, sources }: Comparison): Failure[] {
  return claim.numbers
    .filter(
      (claimed) =>
        !claimed.article &&
        !isBoth(claim.text, claimed) &&
        !sources.some((source) =>
          source.numbers.some(
            (found) =>
              sameNumber(claimed, found) ||
              rounds(claim.text, claimed, found) ||
              sharesScale(claim.text, claimed, found) ||
              sharesUnit(claimed, found, source),
          ),
        ),
    )
    .map(({ start, end }) => ({ kind: 'number', detail: claim.text.slice(start, end) }));
}

/** "les deux pays", "both sides": counts what was named before. */
function isBoth(text: string, { start, value }: NumberMention): boolean {
  return value === 2 && /(?:les|des|aux|ces|the|these|both|entre)\s$/i.test(text.slice(0, start));
}
