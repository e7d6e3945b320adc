import { fold } from '../../text/fold.ts';
import { functionWords } from '../../text/function-words.ts';
import { stemIn } from '../../text/terms.ts';
import type { Affair } from './affair.ts';

const apart = new Set<string>(functionWords);

/**
 * Stems that stand at least so often in the articles and questions of affairs, commonest first: often enough to learn what
 * they mean there. Words with a capital are left out: names are known by their vectors and by what kind of name they are.
 */
export function taughtStems(affairs: Iterable<Affair>, atLeast: number): string[] {
  const counts = new Map<string, number>();
  for (const { articles, questions } of affairs) {
    const told = articles.flatMap(({ language, paragraphs }) => paragraphs.flat().map((text) => ({ language, text })));
    const asked = questions.map(({ language, question }) => ({ language, text: question }));
    for (const { language, text } of [...told, ...asked])
      for (const [written] of text.matchAll(/(?<!\p{L})\p{Ll}[\p{L}\p{M}]+/gu)) {
        const word = fold(written);
        if (apart.has(word)) continue;
        const stem = stemIn(word, language);
        counts.set(stem, (counts.get(stem) ?? 0) + 1);
      }
  }
  return [...counts]
    .filter(([, count]) => count >= atLeast)
    .sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))
    .map(([stem]) => stem);
}
