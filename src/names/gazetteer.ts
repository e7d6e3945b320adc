import type { Article } from '../types.ts';
import { regions } from './regions.ts';
import { nameKey } from './spelling.ts';
import type { Token } from './tokens.ts';

/** Names known before reading: countries, outlets, spelled-out acronyms. They may hold lower-case words. */
export interface Gazetteer {
  /** Number of tokens of the longest known name that starts at `tokens[index]`; 0 for none. */
  match(tokens: readonly Token[], index: number): number;
}

/** The names in an outlet field: `AFP / France 24 (via X)` → `AFP`, `France 24`; `RFI (texte repris par Y)` → `RFI`. */
export function outletNames(outlet: string | null): string[] {
  return (outlet ?? '')
    .replace(/\([^)]*\)/g, ' ')
    .split(/\s*[/|;]\s*|\s+via\s+/)
    .map((name) => name.trim())
    .filter((name) => /^[\p{L}\p{N}]/u.test(name) && name.length >= 2);
}

/** The names in an author field: `Fabrice Arfi and Ellen Salvi` → both. Single words and initials are left out. */
export function authorNames(author: string | null): string[] {
  return (author ?? '')
    .split(/\s*[,;/&]\s*|\s+(?:and|et)\s+/)
    .filter((name) => /^\p{Lu}\p{Ll}[\p{L}'’-]+ [\p{L}'’ -]{2,}$/u.test(name) && !/staff|r[ée]daction/i.test(name));
}

export function createGazetteer(articles: readonly Article[], spelledOut: Iterable<string>): Gazetteer {
  const keys = new Set(regions.flatMap((region) => region.names.map(nameKey)));
  for (const article of articles) {
    for (const name of [...outletNames(article.outlet), ...authorNames(article.author)]) keys.add(nameKey(name));
  }
  for (const name of spelledOut) keys.add(nameKey(name));
  const longest = Math.max(...[...keys].map((key) => key.split(' ').length));
  const firstWords = new Set([...keys].map((key) => key.split(' ')[0]!));
  return {
    match(tokens, index) {
      let key = nameKey(tokens[index]!.text);
      if (!firstWords.has(key.split(' ')[0]!)) return 0;
      // "UN" and "US" are countries' names, "Un" and "Us" are not.
      let found = keys.has(key) && (key.length > 3 || /^[\p{Lu}.-]+$/u.test(tokens[index]!.text)) ? 1 : 0;
      for (let offset = 1; offset < longest && index + offset < tokens.length; offset += 1) {
        const token = tokens[index + offset]!;
        if (!token.adjacent || tokens[index + offset - 1]!.possessive) break;
        key = `${key} ${nameKey(token.text)}`;
        if (keys.has(key)) found = offset + 1;
      }
      return found;
    },
  };
}
