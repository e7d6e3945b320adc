import type { Span } from '../../../types.ts';
import { bearsOut } from '../calendar-dates.ts';
import type { Comparison, SourceSentence } from '../comparison.ts';
import { sameNumber } from '../numbers.ts';
import { heldBy } from '../proper-names.ts';
import { wordSimilarity } from '../word-similarity.ts';
import type { SignalReader } from './signal.ts';

/** From this likeness on a word of the source is the same word. */
const sameWord = 0.6;
/** Characters between two things that belong to each other at once, and more beyond which they hardly do. */
const together = 30;
const farApart = 90;

/** Something the sentence says, with its places in the source. */
interface Item extends Span {
  readonly text: string;
  readonly places: readonly { readonly source: SourceSentence; readonly place: Span }[];
}

function itemsOf({ claim, sources, vectors }: Comparison): Item[] {
  const item = (span: Span, find: (source: SourceSentence) => readonly Span[]): Item => ({
    text: claim.text.slice(span.start, span.end),
    start: span.start,
    end: span.end,
    places: sources.flatMap((source) => find(source).map((place) => ({ source, place }))),
  });
  return [
    ...claim.content.map((word) =>
      item(word, ({ terms }) =>
        terms.filter((other) => !other.stop && wordSimilarity(word, other, vectors) >= sameWord),
      ),
    ),
    ...claim.names.map((name) =>
      item(name, (source) => source.names.filter((other) => other.id === name.id || heldBy(name, [other], other.text))),
    ),
    ...claim.numbers
      .filter(({ article }) => !article)
      .map((number) => item(number, ({ numbers }) => numbers.filter((found) => sameNumber(number, found)))),
    ...claim.dates.map((date) =>
      item(date, ({ dates, passage }) => dates.filter((found) => bearsOut(found, date, passage.published))),
    ),
  ].sort((a, b) => a.start - b.start);
}

/** Least distance of two things in one source sentence; undefined when one of them stands nowhere. */
function distance(first: Item, second: Item): number | undefined {
  if (first.places.length === 0 || second.places.length === 0) return undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const a of first.places) {
    for (const b of second.places) {
      if (a.source !== b.source) continue;
      least = Math.min(least, Math.max(0, Math.max(a.place.start, b.place.start) - Math.min(a.place.end, b.place.end)));
    }
  }
  return least;
}

/** Whether what stands side by side in the sentence stands together in its source. */
export const neighbourSignals: SignalReader = (comparison) => {
  const items = itemsOf(comparison);
  const pairs = items.flatMap((first, index) =>
    items.slice(index + 1, index + 3).flatMap((second) => {
      const least = distance(first, second);
      return least === undefined
        ? []
        : [{ first, second, apart: least, far: Math.min(1, Math.max(0, least - together) / farApart) }];
    }),
  );
  const worst = pairs.toSorted((a, b) => b.apart - a.apart)[0];
  const detail = worst ? `${worst.first.text} – ${worst.second.text}` : '';
  const mean = (measure: (pair: (typeof pairs)[number]) => number) =>
    pairs.reduce((sum, pair) => sum + measure(pair), 0) / Math.max(1, pairs.length);
  return [
    { name: 'neighboursApart', value: mean(({ far }) => far), kind: 'roles', detail },
    {
      name: 'brokenPairs',
      value: mean(({ apart }) => Number(apart === Number.POSITIVE_INFINITY)),
      kind: 'roles',
      detail,
    },
  ];
};
