import { fold } from '../text/fold.ts';
import { roleNouns } from '../text/role-nouns.ts';
import { generalWords } from '../text/terms.ts';
import type { Article } from '../types.ts';
import type { Form, Occurrence } from './forms.ts';
import { civilities } from './lexicon.ts';

const reach = 110;

/** Compares what stands around two spellings: roles, names and other words, French and English alike. */
export interface Contexts {
  /** Share of the poorer context that the richer one has too, rare words counting more; 0 to 1. */
  similarity(left: Form, right: Form): number;
  /** A role noun stands beside some occurrence of the form: before it, or in apposition. */
  hasRole(form: Form): boolean;
  /** Both spellings stand in one sentence, and nothing there says that they are one name. */
  contrasted(left: Form, right: Form): boolean;
}

/** French and English words of one root mostly share five letters: sécurité/security, national/nationale. */
const root = (word: string): string => word.slice(0, 5);

const wordsOf = (text: string): string[] => text.match(/[a-z]+(?:-[a-z]+)*/g) ?? [];
const isRole = (word: string): boolean => roleNouns.has(word) || roleNouns.has(word.replace(/s$/, ''));

export function createContexts(articles: readonly Article[], ordinary: ReadonlyMap<string, number>): Contexts {
  const bags = new Map<string, Map<string, number>>();

  function around({ article, start, end }: Occurrence): { before: string; after: string } {
    const { text } = articles[article]!;
    return {
      before: text.slice(Math.max(0, start - reach), start).replace(/^[\s\S]*\n/, ''),
      after: text.slice(end, end + reach).replace(/\n[\s\S]*$/, ''),
    };
  }

  function bagOf(form: Form): Map<string, number> {
    const known = bags.get(form.key);
    if (known !== undefined) return known;
    const bag = new Map<string, number>();
    for (const occurrence of form.occurrences) {
      const { before, after } = around(occurrence);
      for (const word of fold(`${before} ${after}`).match(/[a-z]{3,}/g) ?? []) {
        if (generalWords.has(word) || civilities.has(word) || form.words.includes(word)) continue;
        bag.set(root(word), 1 / Math.log(3 + (ordinary.get(word) ?? 0)));
      }
    }
    bags.set(form.key, bag);
    return bag;
  }

  return {
    similarity(left, right) {
      const [small, large] = [bagOf(left), bagOf(right)].sort((a, b) => a.size - b.size) as [
        Map<string, number>,
        Map<string, number>,
      ];
      let shared = 0;
      let total = 0;
      for (const [word, weight] of small) {
        total += weight;
        if (large.has(word)) shared += weight;
      }
      return total === 0 ? 0 : shared / total;
    },
    hasRole(form) {
      if (form.titled > 0) return true;
      return form.occurrences.some((occurrence) => {
        const { before, after } = around(occurrence);
        // "Eyal Hulata, conseiller …"
        const apposition = /^\s*[»”"]?\s*(?:\([^)]{0,60}\))?\s*,\s*([^,.;:\n]{3,60})/.exec(after)?.[1] ?? '';
        const head = fold(apposition).split(/\b(?:de|du|des|d'|of|a|au|aux|to|for)\b/)[0] ?? '';
        if (wordsOf(head).some(isRole)) return true;
        // "le ministre israélien de la Défense Benny Gantz", "le ministre de l'Intérieur, Abdelouafi Laftit"
        const clause = wordsOf(fold(/[^,.;:()\n]*(?:,\s*)?$/.exec(before)?.[0] ?? '')).slice(-5);
        return clause.some(isRole) && !generalWords.has(clause.at(-1)!);
      });
    },
    contrasted(left, right) {
      return left.occurrences.some((one) =>
        right.occurrences.some((other) => {
          if (one.article !== other.article) return false;
          const [first, second] = one.start < other.start ? [one, other] : [other, one];
          if (second.start - first.end > 200 || second.start < first.end) return false;
          const { text } = articles[one.article]!;
          const between = text.slice(first.end, second.start);
          if (/[.!?]\s|\n/.test(between)) return false;
          const sentence = `${between}${text.slice(second.end, second.end + 40)}`;
          return !/\bsic\b|[ée]crit|orthographi|spel(?:t|led)|written/i.test(sentence);
        }),
      );
    },
  };
}
