import type { Span } from '../../../types.ts';
import { bearsOut } from '../calendar-dates.ts';
import { type Comparison, type ContentWord, heldShare, type SourceSentence } from '../comparison.ts';
import { copying } from '../near-copy.ts';
import { sameNumber } from '../numbers.ts';
import { heldBy, pronoun } from '../proper-names.ts';
import type { Signal, SignalReader } from './signal.ts';

/** A name, number or date of the sentence with the source sentences that hold it. */
interface Placed extends Span {
  readonly text: string;
  readonly held: (source: SourceSentence) => boolean;
}

function nameHeld(name: Comparison['claim']['names'][number]): Placed['held'] {
  // "Rabat" and "le Maroc" stand for each other here; whether somebody went to the one or the other is the veto's affair.
  return (source) =>
    heldBy(name, source.names, source.text) ||
    (name.kind === 'country' && source.names.some(({ id }) => id === name.id));
}

/** Held by the sentence, or by one just before it to which "he" or "the company" points back. */
function pointedBack(held: Placed['held'], sources: readonly SourceSentence[]): Placed['held'] {
  return (source) => {
    if (held(source)) return true;
    if (!pronoun.test(source.text)) return false;
    // At the beginning of a passage "he" stands for somebody named before it; who, only the article tells.
    return source.before.length === 0 ? sources.some(held) : source.before.some(held);
  };
}

/** How many of the nearest content words are what a name or number stands among. */
const context = { clause: 5, neighbours: 2 } as const;

/** Content words of the clause around a place, the nearest first. */
function contextOf({ claim }: Comparison, place: Span, most: number): ContentWord[] {
  const clause = claim.clauses.find(({ start, end }) => place.start >= start && place.start < end);
  const inside = claim.content.filter((word) => !clause || (word.start >= clause.start && word.end <= clause.end));
  const distance = (word: Span) => Math.max(word.start - place.end, place.start - word.end);
  return (inside.length > 0 ? inside : claim.content).toSorted((a, b) => distance(a) - distance(b)).slice(0, most);
}

/**
 * How much better the words around a name or number are held where it does NOT stand than where it does: "fourteen
 * ministers" beside a source that has fourteen of something else.
 */
function misplacement(comparison: Comparison, placed: Placed, most: number): number {
  const { sources } = comparison;
  const words = contextOf(comparison, placed, most);
  if (words.length === 0) return 0;
  const best = (chosen: readonly SourceSentence[]) =>
    Math.max(0, ...chosen.map((source) => heldShare(words, sources, (other) => other === source)));
  return best(sources) - best(sources.filter(placed.held));
}

function signalsOf(comparison: Comparison, group: 'name' | 'number' | 'date', places: readonly Placed[]): Signal[] {
  const signal = (name: string, value: number, about: readonly (Placed | undefined)[]): Signal => ({
    name: `${group}${name}`,
    value,
    kind: group,
    detail: about.map((placed) => placed?.text ?? '').join(', '),
  });
  const notNear = places.filter(({ held }) => !comparison.sources.some((source) => source.near && held(source)));
  const misplaced = (most: number) =>
    places
      .map((placed) => ({ placed, gap: misplacement(comparison, placed, most) }))
      .toSorted((a, b) => b.gap - a.gap)[0];
  const worst = misplaced(context.clause);
  const tight = misplaced(context.neighbours);
  return [
    signal('NotNear', notNear.length, notNear),
    signal('Misplaced', worst?.gap ?? 0, [worst?.placed]),
    ...(group === 'name' ? [signal('MisplacedTight', tight?.gap ?? 0, [tight?.placed])] : []),
  ];
}

/** Whether names, numbers and dates stand in the source among the words they stand among in the sentence. */
export const placeSignals: SignalReader = (comparison) => {
  const { claim } = comparison;
  const { sources } = comparison;
  const outlets = sources.map(({ passage }) => passage.outlet ?? '').join('\n');
  // The outlet of a cited article needs no place in its text.
  const strangers = claim.names.filter((name) => !heldBy(name, [], outlets));
  const names = strangers.map((name) => ({ ...name, held: pointedBack(nameHeld(name), sources) }));
  const numbers = claim.numbers
    .filter(({ article }) => !article)
    .map((number) => ({
      ...number,
      text: claim.text.slice(number.start, number.end),
      held: (source: SourceSentence) => source.numbers.some((found) => sameNumber(number, found)),
    }));
  const dates = claim.dates.map((date) => ({
    ...date,
    text: claim.text.slice(date.start, date.end),
    held: (source: SourceSentence) => source.dates.some((found) => bearsOut(found, date, source.passage.published)),
  }));
  return [
    ...signalsOf(comparison, 'name', names),
    ...signalsOf(comparison, 'number', numbers),
    ...signalsOf(comparison, 'date', dates),
    apart(comparison, names),
    strangerInCopy(comparison, names),
  ];
};

/** A name that stands elsewhere in a sentence which is otherwise copied from one without it. */
function strangerInCopy({ claim, sources }: Comparison, names: readonly Placed[]): Signal {
  const copies = sources
    .map((source) => ({ source, copied: copying(claim.content, source) }))
    .filter(({ copied }) => copied > 0);
  const strangers = names.filter(({ held }) => copies.length > 0 && !copies.some(({ source }) => held(source)));
  const most = Math.max(0, ...copies.map(({ copied }) => copied));
  const detail = strangers.map(({ text }) => text).join(', ');
  return { name: 'strangerInCopy', value: most * strangers.length, kind: 'name', detail };
}

/** Pairs of names of one clause that no source sentence, with what it points back to, holds together. */
function apart({ claim, sources }: Comparison, names: readonly Placed[]): Signal {
  const pairs: string[] = [];
  names.forEach((first, index) => {
    for (const second of names.slice(index + 1)) {
      const clause = claim.clauses.find(({ start, end }) => first.start >= start && first.start < end);
      if (clause && second.start >= clause.end) continue;
      if (!sources.some((source) => first.held(source) && second.held(source))) {
        pairs.push(`${first.text} – ${second.text}`);
      }
    }
  });
  return { name: 'namesApart', value: pairs.length, kind: 'name', detail: pairs[0] ?? '' };
}
