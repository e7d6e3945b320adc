import { IndexError } from '../errors.ts';

/** The terms of one entry: how often each stands in its title and in its text. */
export type TermCounts = ReadonlyMap<string, { title: number; text: number }>;

/** How large the arrays of a `Postings` are, to read them back. */
export interface PostingsSize {
  readonly entries: number;
  readonly terms: number;
  readonly postings: number;
}

interface Arrays {
  /** Where the postings of a term begin; one more than there are terms. */
  readonly starts: Uint32Array;
  /** Per posting: the entry, and how often the term stands in its title and in its text. */
  readonly entries: Uint32Array;
  readonly inTitle: Uint16Array;
  readonly inText: Uint16Array;
  /** Per entry: different terms of its title and of its text. */
  readonly titleLengths: Uint32Array;
  readonly textLengths: Uint32Array;
}

/**
 * An inverted index that does not change: for each term the entries that hold it, all in a few typed arrays. Entries and
 * terms are numbers. As maps of maps the same takes ten times the memory and a query ten times as long.
 */
export class Postings implements Arrays {
  readonly terms: readonly string[];
  readonly starts: Uint32Array;
  readonly entries: Uint32Array;
  readonly inTitle: Uint16Array;
  readonly inText: Uint16Array;
  readonly titleLengths: Uint32Array;
  readonly textLengths: Uint32Array;
  readonly #numbers: ReadonlyMap<string, number>;

  private constructor(terms: readonly string[], arrays: Arrays) {
    this.terms = terms;
    this.starts = arrays.starts;
    this.entries = arrays.entries;
    this.inTitle = arrays.inTitle;
    this.inText = arrays.inText;
    this.titleLengths = arrays.titleLengths;
    this.textLengths = arrays.textLengths;
    this.#numbers = new Map(terms.map((term, number) => [term, number]));
  }

  static empty(): Postings {
    return new Postings([], allocate({ entries: 0, terms: 0, postings: 0 }));
  }

  get size(): PostingsSize {
    return { entries: this.titleLengths.length, terms: this.terms.length, postings: this.entries.length };
  }

  numberOf(term: string): number | undefined {
    return this.#numbers.get(term);
  }

  /** These postings without the entries that `keeps` refuses, and with new ones behind; entries move up into the gaps. */
  updated(keeps: (entry: number) => boolean, added: readonly TermCounts[]): Postings {
    const moved = Int32Array.from({ length: this.size.entries }, () => -1);
    let kept = 0;
    for (let entry = 0; entry < moved.length; entry += 1) if (keeps(entry)) moved[entry] = kept++;

    const counts = new Map<string, number>();
    for (const [number, term] of this.terms.entries()) {
      let count = 0;
      for (let at = this.starts[number]!; at < this.starts[number + 1]!; at += 1)
        if (moved[this.entries[at]!]! >= 0) count += 1;
      if (count > 0) counts.set(term, count);
    }
    for (const entry of added) for (const term of entry.keys()) counts.set(term, (counts.get(term) ?? 0) + 1);

    const terms = [...counts.keys()];
    const postings = terms.reduce((sum, term) => sum + counts.get(term)!, 0);
    const arrays = allocate({ entries: kept + added.length, terms: terms.length, postings });
    const next = new Map<string, number>();
    let start = 0;
    for (const [number, term] of terms.entries()) {
      arrays.starts[number] = start;
      next.set(term, start);
      start += counts.get(term)!;
    }
    arrays.starts[terms.length] = start;
    const put = (term: string, entry: number, title: number, text: number) => {
      const at = next.get(term)!;
      next.set(term, at + 1);
      arrays.entries[at] = entry;
      arrays.inTitle[at] = title;
      arrays.inText[at] = text;
      if (title > 0) arrays.titleLengths[entry]! += 1;
      if (text > 0) arrays.textLengths[entry]! += 1;
    };
    for (const [number, term] of this.terms.entries())
      for (let at = this.starts[number]!; at < this.starts[number + 1]!; at += 1) {
        const entry = moved[this.entries[at]!]!;
        if (entry >= 0) put(term, entry, this.inTitle[at]!, this.inText[at]!);
      }
    for (const [index, entry] of added.entries())
      for (const [term, { title, text }] of entry) put(term, kept + index, title, text);
    return new Postings(terms, arrays);
  }

  /** All arrays one behind the other, the wider first so that each stays aligned. */
  bytes(): Uint8Array {
    return Buffer.concat(
      inOrder(this).map((array) => new Uint8Array(array.buffer, array.byteOffset, array.byteLength)),
    );
  }

  /** Reads what `bytes` gave; the bytes are copied. @throws IndexError when they are not as many as expected. */
  static parse(terms: readonly string[], size: PostingsSize, bytes: Uint8Array): Postings {
    const arrays = allocate(size);
    const expected = inOrder(arrays).reduce((sum, { byteLength }) => sum + byteLength, 0);
    if (bytes.byteLength !== expected || terms.length !== size.terms)
      throw new IndexError(
        `Expected ${expected} bytes for ${size.terms} terms, got ${bytes.byteLength} for ${terms.length}.`,
      );
    let offset = 0;
    for (const array of inOrder(arrays)) {
      new Uint8Array(array.buffer).set(bytes.subarray(offset, offset + array.byteLength));
      offset += array.byteLength;
    }
    return new Postings(terms, arrays);
  }
}

function allocate({ entries, terms, postings }: PostingsSize): Arrays {
  return {
    starts: new Uint32Array(terms + 1),
    entries: new Uint32Array(postings),
    inTitle: new Uint16Array(postings),
    inText: new Uint16Array(postings),
    titleLengths: new Uint32Array(entries),
    textLengths: new Uint32Array(entries),
  };
}

function inOrder({ starts, entries, titleLengths, textLengths, inTitle, inText }: Arrays) {
  return [starts, entries, titleLengths, textLengths, inTitle, inText] as const;
}
