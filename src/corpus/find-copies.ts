import { fold } from '../text/fold.ts';
import type { Article } from '../types.ts';

/** Words in a row that two texts must share to share a shingle: longer than any usual phrase or name. */
const shingleWords = 5;
/** One shingle in this many is kept, the same ones in every text; enough to see a quarter of an article. */
const sampling = 4;
/** Fewer shared shingles may be a quotation that both report. */
const fewestShared = 6;
/** Share of a text's shingles found in another that makes it a copy; a new headline and some cuts leave far more. */
const copiedShare = 0.5;
/** A copy at least this long, against the longest of its kind, is complete enough to be the original. */
const completeShare = 0.6;

type Text = Pick<Article, 'id' | 'text' | 'published'>;

interface Sketch {
  readonly article: Text;
  readonly length: number;
  readonly shingles: readonly number[];
}

/**
 * Finds articles whose text is, wholly or mostly, that of another: one agency dispatch in two papers, a reprint with a
 * new headline, an excerpt. Articles that tell the same in their own words are no copies.
 *
 * The original of a family is its earliest article that is about as complete as the longest; the others map to it.
 * Time and memory grow with the number of words, not of pairs.
 * @returns copy's id → original's id; originals are absent
 */
export function findCopies(articles: readonly Text[]): Map<string, string> {
  const families = groupCopies(articles.map(sketch).sort(byLength));
  const copies = new Map<string, string>();
  for (const family of families) {
    if (family.length < 2) continue;
    const longest = family[0]!.length;
    const original = family.filter(({ length }) => length >= longest * completeShare).sort(byDate)[0]!;
    for (const { article } of family) if (article !== original.article) copies.set(article.id, original.article.id);
  }
  return copies;
}

/** Longest first, so that an excerpt meets the whole. Only the first of each family is compared with. */
function groupCopies(sketches: readonly Sketch[]): Sketch[][] {
  const families: Sketch[][] = [];
  const holders = new Map<number, number[]>();
  for (const candidate of sketches) {
    const counts = new Map<number, number>();
    for (const shingle of candidate.shingles) {
      for (const family of holders.get(shingle) ?? []) counts.set(family, (counts.get(family) ?? 0) + 1);
    }
    const [family, shared] = [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [-1, 0]);
    const needed = Math.max(candidate.shingles.length * copiedShare, Math.min(fewestShared, candidate.shingles.length));
    if (family !== -1 && shared >= needed) {
      families[family]!.push(candidate);
      continue;
    }
    families.push([candidate]);
    for (const shingle of candidate.shingles) {
      const list = holders.get(shingle);
      if (list) list.push(families.length - 1);
      else holders.set(shingle, [families.length - 1]);
    }
  }
  return families;
}

function byLength(a: Sketch, b: Sketch): number {
  return b.length - a.length || byDate(a, b);
}

/** A day comes before its bare month, a date before none; ids decide the rest, so that the result is stable. */
function byDate({ article: a }: Sketch, { article: b }: Sketch): number {
  const [first, second] = [a, b].map(({ published }) => (published ?? '9999').padEnd(10, '~'));
  return first! < second! ? -1 : first! > second! ? 1 : a.id < b.id ? -1 : 1;
}

function sketch(article: Text): Sketch {
  const words = fold(article.text).match(/[a-z0-9\u00c0-\uffff]+/g) ?? [];
  const hashes = words.map(hash);
  const all = new Set<number>();
  for (let at = 0; at + shingleWords <= words.length; at += 1) {
    let shingle = 0x811c9dc5;
    for (let next = at; next < at + shingleWords; next += 1) shingle = Math.imul(shingle ^ hashes[next]!, 0x01000193);
    all.add((shingle ^ (shingle >>> 15)) >>> 0);
  }
  const sampled = [...all].filter((shingle) => shingle % sampling === 0);
  // A brief has too few words to sample from; it is then known only by its whole text.
  const isBrief = sampled.length < fewestShared;
  return { article, length: words.length, shingles: isBrief ? [hash(words.join(' '))] : sampled };
}

/** FNV-1a over UTF-16 code units. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}
