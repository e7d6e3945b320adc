import type { Span } from '../types.ts';

/** Where a clause may end: stronger punctuation, and words that begin another one. */
const boundary =
  /[;:()—–]|[.!?](?=\s)|,(?!\d)|(?<=\s)(?:mais|tandis que|alors que|et|pour|qu[ei]|dont|lequel|and|but|to|that|which|who|whose|while|whereas|although|because)(?=\s)/giu;
/** What follows one of these is a statement of its own: a denial before it does not reach it. */
const strongBoundary = /[;:]\s|(?<=\s)(?:mais|tandis que|alors que|but|while|whereas)(?=\s)/giu;
/** Of a longer sentence no runs are tried: it is a list. */
const mostClauses = 16;

function piecesOf(text: string, marks: RegExp): Span[] {
  const ends = [...text.matchAll(marks)].map(({ index }) => index).filter((index) => index > 0);
  return [0, ...ends].map((start, index) => ({ start, end: ends[index] ?? text.length }));
}

/** Clauses of a text, as far as marks and words tell. */
export function clausesOf(text: string): string[] {
  return piecesOf(text, boundary).map(({ start, end }) => text.slice(start, end));
}

/**
 * The shortest run of clauses that holds as much of a claim as the whole sentence does: a press sentence tells three
 * things, and what it denies, hedges or counts in the others is not what the claim is about.
 */
export function tellingStretch(text: string, held: (piece: string) => ReadonlySet<string>): Span {
  const clauses = piecesOf(text, boundary);
  const whole = { start: 0, end: text.length };
  if (clauses.length > mostClauses) return whole;
  const found = clauses.map(({ start, end }) => held(text.slice(start, end)));
  const all = new Set(found.flatMap((one) => [...one])).size;
  let best: Span = whole;
  for (let first = 0; first < clauses.length; first++) {
    const together = new Set<string>();
    for (let last = first; last < clauses.length; last++) {
      for (const one of found[last]!) together.add(one);
      const run = { start: clauses[first]!.start, end: clauses[last]!.end };
      if (together.size === all && run.end - run.start < best.end - best.start) best = run;
    }
  }
  const [leading = ''] = /^[\s,;:.()—–]+/u.exec(text.slice(best.start, best.end)) ?? [];
  return { start: best.start + leading.length, end: best.end };
}

/** The statement around a stretch: from where it begins until where another one begins. */
export function statementAround(text: string, stretch: Span): Span {
  const pieces = piecesOf(text, strongBoundary);
  const first = pieces.findLast(({ start }) => start <= stretch.start);
  const last = pieces.find(({ end }) => end >= stretch.end);
  return { start: first?.start ?? 0, end: last?.end ?? text.length };
}
