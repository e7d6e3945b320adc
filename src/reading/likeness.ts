import { words } from '../text/terms.ts';
import { placeStems, synonymStems } from '../text/thesaurus.ts';
import type { Token } from './tokens.ts';

/** Likeness of tokens, out of 255: one name, one stem, near-synonyms by the number of meanings of the word. */
const sameName = 255;
const sameStem = 230;
const synonym = [200, 180, 150, 110];

/** Near-synonyms of a token, by the keys of others: their likeness. */
function synonymsOf({ word, name, phrases }: Token): ReadonlyMap<string, number> {
  if (name) {
    const stems = name.kind === 'place' ? placeStems(words(name.canonical).map((part) => part.word)) : new Map();
    return new Map([...stems.keys()].map((stem) => [stem, synonym[0]!]));
  }
  return new Map(
    [...synonymStems([word], phrases)].map(([key, meanings]) => [
      key,
      synonym[Math.min(meanings, synonym.length) - 1]!,
    ]),
  );
}

/** What is asked, prepared to be compared with many told tokens by what is written. */
export class Likeness {
  readonly #byKey = new Map<string, { row: number; value: number }[]>();
  readonly #byName = new Map<string, number[]>();
  readonly #rows: number;

  constructor(asked: readonly Token[]) {
    this.#rows = asked.length;
    for (const [row, token] of asked.entries()) {
      if (token.keys.length === 0) continue;
      if (token.name) add(this.#byName, token.name.id, row);
      for (const key of new Set(token.keys)) add(this.#byKey, key, { row, value: sameStem });
      for (const [key, value] of synonymsOf(token)) add(this.#byKey, key, { row, value });
    }
  }

  /** Likeness of every token asked with every token told, row by row, each 0 to 255. */
  with(told: readonly Token[]): Uint8Array {
    const found = new Uint8Array(this.#rows * told.length);
    for (const [column, { keys, name }] of told.entries()) {
      if (keys.length === 0) continue;
      for (const key of keys)
        for (const { row, value } of this.#byKey.get(key) ?? []) {
          const at = row * told.length + column;
          if (value > found[at]!) found[at] = value;
        }
      for (const row of (name && this.#byName.get(name.id)) ?? []) found[row * told.length + column] = sameName;
    }
    return found;
  }
}

function add<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
