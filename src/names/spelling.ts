import { fold } from '../text/fold.ts';

/** A spelling reduced to its words: folded, hyphens and apostrophes opened. `Yaïr Ben-Barak` → `yair ben barak`. */
export function nameKey(spelling: string): string {
  return fold(spelling)
    .replace(/[^\p{L}\p{N}&]+/gu, ' ')
    .trim();
}

/**
 * How a name sounds, roughly, in French or English ears: transliterations of one name share it.
 * `Netanyahou` and `Netanyahu`, `Beni` and `Benny`, `Quatennens` and `Quattenens`.
 */
export function phoneticKey(word: string): string {
  return fold(word)
    .replace(/[^a-z0-9]/g, '')
    .replace(/ph/g, 'f')
    .replace(/[kg]h/g, 'h')
    .replace(/([td])h/g, '$1')
    .replace(/ou/g, 'u')
    .replace(/[yj]/g, 'i')
    .replace(/tch/g, 'ch')
    .replace(/ck|qu|q|c(?![hei])/g, 'k')
    .replace(/c(?=[ei])|z/g, 's')
    .replace(/w/g, 'v')
    .replace(/([a-z])\1+/g, '$1')
    .replace(/(?<=..)h(?![aeiou])/g, '')
    .replace(/(?<=...)e$/, '');
}

/** The phonetic key with voiced and unvoiced consonants made one: what a machine translation makes of a short name. */
export function looseKey(word: string): string {
  return phoneticKey(word)
    .replace(/b/g, 'p')
    .replace(/d/g, 't')
    .replace(/g/g, 'k')
    .replace(/v/g, 'f')
    .replace(/e$/, '');
}

/** Letters of a word as bits: two words within n edits differ in at most 2n bits, which is quick to see. */
export function letterBits(word: string): number {
  let bits = 0;
  for (let index = 0; index < word.length; index += 1) bits |= 1 << (word.charCodeAt(index) % 31);
  return bits;
}

export function countBits(bits: number): number {
  let rest = bits;
  let count = 0;
  while (rest !== 0) {
    rest &= rest - 1;
    count += 1;
  }
  return count;
}

/** How many edits may separate a typed word from a name of this length. */
export function allowedEdits(length: number): number {
  if (length >= 8) return 2;
  return length >= 5 ? 1 : 0;
}
