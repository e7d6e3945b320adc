import type { Span } from '../../types.ts';

const boundary =
  /[;:()—–]|[.!?](?=\s)|,(?!\d)|(?<=\s)(?:mais|tandis que|alors que|bien que|quoique|parce que|afin que|après que|avant que|but|while|whereas|although|because|which|after which|dont|who|whose)(?=\s)/giu;

/** Rough clauses of a sentence: what stands between its stronger punctuation marks and conjunctions. */
export function clausesOf(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(boundary)) {
    if (match.index > start) spans.push({ start, end: match.index });
    start = match.index;
  }
  spans.push({ start, end: text.length });
  return spans.filter(({ start: from, end }) => /[\p{L}\p{N}]/u.test(text.slice(from, end)));
}

export function clauseAt(text: string, place: number): Span {
  return clausesOf(text).find(({ start, end }) => place >= start && place < end) ?? { start: 0, end: text.length };
}
