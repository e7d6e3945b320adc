/** How much of a word another one must begin with, so that it is taken for the same word inflected. */
const sharedLetters = 5;
const sharedPart = 0.7;
/** The more of two words is the same, the likelier that they mean the same. */
const sharpness = 6;
const nearest = 3;

/**
 * The place of a word, or that of the first word after it.
 * @param words in the order of their code points
 */
export function placeOf(word: string, words: readonly string[]): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]! < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Words that a word begins as, the likeliest to be the same first; in order they stand side by side, next to where it would stand. */
export function beginAlike(word: string, words: readonly string[]): { place: number; weight: number }[] {
  const at = placeOf(word, words);
  const found: { place: number; share: number }[] = [];
  for (const step of [-1, 1])
    for (let place = step < 0 ? at - 1 : at; place >= 0 && place < words.length; place += step) {
      const other = words[place]!;
      const shared = commonStart(word, other);
      if (shared < sharedLetters) break;
      const share = (2 * shared) / (word.length + other.length);
      if (share >= sharedPart) found.push({ place, share });
    }
  return found
    .sort((a, b) => b.share - a.share || a.place - b.place)
    .slice(0, nearest)
    .map(({ place, share }) => ({ place, weight: share ** sharpness }));
}

function commonStart(first: string, second: string): number {
  let length = 0;
  while (length < first.length && first[length] === second[length]) length += 1;
  return length;
}
