import { editDistance } from '../text/edit-distance.ts';
import { fold } from '../text/fold.ts';
import { generalWords } from '../text/terms.ts';
import { nameKey } from './spelling.ts';

/** Two spellings that a text itself declares to be one name: `Reporters sans frontières (RSF)`, `l'ONS (NSO)`. */
export interface DeclaredAlias {
  readonly name: string;
  readonly alias: string;
}

const bracketed = /\s\(\s*[«"“]?\s*(\p{Lu}[\p{L}\p{N}]{1,9})\s*[»"”]?(?:\s[^()]{0,40})?\)/gu;
const wordPattern = /[\p{L}\p{N}]+/gu;
const isAcronym = (word: string): boolean => /^\p{Lu}{2,8}$/u.test(word);

/** Finds the words before a bracket whose initials spell the acronym in it; function words may be passed over. */
function spelledOut(before: string, acronym: string): string | null {
  const words = [...before.matchAll(wordPattern)].slice(-14);
  const letters = [...fold(acronym)];
  let index = words.length - 1;
  let start = -1;
  for (let letter = letters.length - 1; letter >= 0; index -= 1) {
    const word = words[index];
    if (word === undefined) return null;
    const folded = fold(word[0]);
    if (folded[0] === letters[letter]) {
      letter -= 1;
      start = word.index;
    } else if (!generalWords.has(folded) && folded.length > 1) return null;
    // The last word of the name stands right before the bracket.
    if (index === words.length - 1 && start < 0) return null;
  }
  const name = before.slice(start).trim();
  return /^\p{Lu}/u.test(name) && name.includes(' ') ? name : null;
}

/** Aliases that the brackets of a text declare. */
export function declaredAliases(text: string): DeclaredAlias[] {
  const found: DeclaredAlias[] = [];
  for (const match of text.matchAll(bracketed)) {
    const alias = match[1]!;
    const before = text.slice(Math.max(0, match.index - 160), match.index).replace(/^[\s\S]*[.!?\n]\s/, '');
    const name = spelledOut(before, alias);
    if (name !== null) {
      found.push({ name, alias });
      continue;
    }
    // A name right before another spelling of it: "Calcalist (« Calacist » dans le texte)".
    const word = /(\p{Lu}[\p{L}]{4,})\s*[»"”]?$/u.exec(before)?.[1];
    if (
      word !== undefined &&
      word !== alias &&
      editDistance(fold(word), fold(alias), 2) <= (word.length >= 8 ? 2 : 1)
    ) {
      found.push({ name: word, alias });
      continue;
    }
    // One acronym right before another with the same letters: a translation of it ("l'ONS" for NSO).
    const previous = /(\p{Lu}{2,8})\s*[»"”]?$/u.exec(before)?.[1];
    const sorted = (word: string) => [...nameKey(word)].sort().join('');
    if (previous !== undefined && previous !== alias && isAcronym(alias) && sorted(previous) === sorted(alias)) {
      found.push({ name: previous, alias });
    }
  }
  return found;
}
