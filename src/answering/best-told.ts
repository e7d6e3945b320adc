import { words } from '../text/terms.ts';
import type { Language, NameIndex } from '../types.ts';
import type { Candidate } from './ranking.ts';
import { settings } from './settings.ts';
import type { Statement } from './statements.ts';

/**
 * The same statement, led by the sentence that a reader likes best among those that tell it about as well and hold the same
 * values: names in their main spelling rather than a misspelt one, the reader's own language rather than the other.
 */
export function bestTold(statement: Statement, names: NameIndex, language: Language): Statement {
  const { lead } = statement;
  const needed = valuesTold(statement);
  // Who tells it without what is asked for does not bear it out.
  const support = statement.support.filter((candidate) => holds(candidate, needed));
  const dislike = (candidate: Candidate) =>
    2 * Number(misspells(candidate.text, names)) + Number(candidate.article.language !== language);
  const best = support
    .filter(({ score }) => score >= lead.score - settings.selection.aboutAsWell)
    .reduce((liked, candidate) => (dislike(candidate) < dislike(liked) ? candidate : liked), lead);
  return { lead: best, support: [lead, ...support].filter((candidate) => candidate !== best) };
}

/**
 * The first sentence's values that fit the question best. Of names only those that most other sentences hold too, where
 * there are such: the first may name somebody in passing.
 */
function valuesTold({ lead: { values }, support }: Statement): readonly string[] {
  const fit = Math.max(...values.map((value) => value.fit));
  const best = values.filter((value) => value.fit === fit);
  const common = best.filter(({ key }) => 2 * support.filter((other) => holds(other, [key])).length > support.length);
  return (best[0]?.type === 'name' && common.length > 0 ? common : best).map(({ key }) => key);
}

const holds = ({ values }: Candidate, keys: readonly string[]) =>
  keys.every((key) => values.some((value) => value.key === key));

/** A name in a spelling that shares a word less with its main one: "Emmanuel Bonn" for Emmanuel Bonne. */
function misspells(text: string, names: NameIndex): boolean {
  return names.find(text).some(({ entry, start, end }) => {
    if (entry.kind !== 'person') return false;
    const main = new Set(words(entry.canonical).map(({ word }) => word));
    return words(text.slice(start, end)).some(({ word }) => !main.has(word));
  });
}
