export interface NearTerm {
  readonly number: number;
  readonly distance: number;
}

const remembered = 2_000;

/** Finds the terms of a list that are a few slips away from one that is not in it. */
export class NearTerms {
  readonly #terms: readonly string[];
  readonly #letters: Uint32Array;
  /** By limit and term: a question is searched for twice, and the same slips come again. */
  readonly #found = new Map<string, readonly NearTerm[]>();

  constructor(terms: readonly string[]) {
    this.#terms = terms;
    this.#letters = Uint32Array.from(terms, letters);
  }

  /** Numbers of the terms at most `limit` insertions, deletions or substitutions away, with how many. */
  find(term: string, limit: number): readonly NearTerm[] {
    const key = `${limit} ${term}`;
    const known = this.#found.get(key);
    if (known) return known;
    if (this.#found.size >= remembered) this.#found.clear();
    const found = this.#search(term, limit);
    this.#found.set(key, found);
    return found;
  }

  #search(term: string, limit: number): NearTerm[] {
    const own = letters(term);
    const found: NearTerm[] = [];
    for (let number = 0; number < this.#terms.length; number += 1) {
      // An edit changes two letters at most; this leaves one term in a hundred to be compared.
      if (bitCount((own ^ this.#letters[number]!) >>> 0) > 2 * limit) continue;
      const other = this.#terms[number]!;
      if (Math.abs(other.length - term.length) > limit) continue;
      const distance = levenshtein(term, other);
      if (distance <= limit) found.push({ number, distance });
    }
    return found;
  }
}

/** The letters of a term as a set of 32 bits. */
function letters(term: string): number {
  let bits = 0;
  for (let index = 0; index < term.length; index += 1) bits |= 1 << (term.charCodeAt(index) & 31);
  return bits >>> 0;
}

function bitCount(bits: number): number {
  let pairs = bits - ((bits >>> 1) & 0x55555555);
  pairs = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return (((pairs + (pairs >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** Insertions, deletions and substitutions between two terms. */
function levenshtein(first: string, second: string): number {
  const row = Array.from({ length: second.length + 1 }, (_, column) => column);
  for (let line = 1; line <= first.length; line += 1) {
    let diagonal = row[0]!;
    row[0] = line;
    for (let column = 1; column <= second.length; column += 1) {
      const above = row[column]!;
      const replaced = diagonal + (first[line - 1] === second[column - 1] ? 0 : 1);
      row[column] = Math.min(replaced, above + 1, row[column - 1]! + 1);
      diagonal = above;
    }
  }
  return row[second.length]!;
}
