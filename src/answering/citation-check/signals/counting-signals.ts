import type { Comparison, ReadText } from '../comparison.ts';
import type { NumberMention } from '../numbers.ts';
import { sameNumber } from '../numbers.ts';
import type { Term } from '../terms.ts';
import type { SignalReader } from './signal.ts';

/** "at least", "plus de", "seulement": on which side of a number the truth lies. */
const bounds: readonly (readonly [string, RegExp])[] = [
  [
    'more',
    /(?:au moins|plus d[e'’]|minimum|at least|more than|over|upwards of|dépass\p{L}*|exce\p{L}*|above)\s*(?:\p{L}+\s)?$/iu,
  ],
  [
    'less',
    /(?:moins d[e'’]|au plus|jusqu['’]à|maximum|less than|fewer than|under|at most|up to|below|no more than)\s*$/iu,
  ],
  ['nearly', /(?:près d[e'’]|presque|quasi\S*|nearly|almost|close to)\s*$/iu],
  ['only', /(?:seulement|uniquement|only|just|ne [^.]{0,20}que)\s*$/iu],
];

function boundOf(text: string, number: NumberMention): string | undefined {
  const before = text.slice(Math.max(0, number.start - 24), number.start);
  // "au moins" is no "moins".
  return bounds.find(([, pattern]) => pattern.test(before))?.[0];
}

/** The content word right after a number: what it counts. */
function countedBy(terms: readonly Term[], number: NumberMention): Term | undefined {
  const next = terms.find(
    (term) => term.start >= number.end && !term.stop && term.word.length > 2 && !/\d/.test(term.word),
  );
  return next && next.start - number.end <= 24 ? next : undefined;
}

function sharesNoun(a: Term, b: Term | undefined): boolean {
  if (!b) return false;
  return a.stems.some((stem) => b.stems.includes(stem)) || a.claims.some((name) => b.claims.includes(name));
}

function miscounted({ claim, sources }: Comparison, claimed: NumberMention): boolean {
  const counted = countedBy(claim.terms, claimed);
  // "8:40 am" counts nothing.
  if (!counted || /^\s?(?:[:h]|[ap]\.?m\b)|[:h]\s?$/iu.test(claim.text.slice(claimed.end, claimed.end + 4)))
    return false;
  const found = (source: ReadText, same: boolean) =>
    source.numbers
      .filter((number) => sameNumber(claimed, number) === same)
      .map((number) => countedBy(source.terms, number));
  const near = sources.filter((source) => source.near);
  const agrees = near.some((source) => found(source, true).some((noun) => sharesNoun(counted, noun)));
  return !agrees && near.some((source) => found(source, false).some((noun) => sharesNoun(counted, noun)));
}

function otherBound({ claim, sources }: Comparison, claimed: NumberMention): boolean {
  const own = boundOf(claim.text, claimed);
  const told = sources.flatMap((source) =>
    source.numbers.filter((number) => sameNumber(claimed, number)).map((number) => boundOf(source.text, number)),
  );
  return (
    told.length > 0 && !told.includes(own) && (own !== undefined || told.includes('less') || told.includes('nearly'))
  );
}

/** Whether numbers count what they count in the source, on the same side of the truth. */
export const countingSignals: SignalReader = (comparison) => {
  const { claim } = comparison;
  const numbers = claim.numbers.filter(({ article }) => !article);
  const wrong = numbers.filter((number) => miscounted(comparison, number));
  const bounded = numbers.filter((number) => otherBound(comparison, number));
  const detail = (found: readonly NumberMention[]) =>
    found.map(({ start, end }) => claim.text.slice(start, end)).join(', ');
  return [
    { name: 'numberMiscounted', value: wrong.length, kind: 'number', detail: detail(wrong) },
    { name: 'numberOtherBound', value: bounded.length, kind: 'number', detail: detail(bounded) },
  ];
};
