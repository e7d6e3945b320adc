import { fold } from '../../text/fold.ts';

/** Folded text of the same length: places found in it are places of the text. */
export function foldInPlace(text: string): string {
  // Small ASCII letters are folded already; folding letter by letter is slow.
  return text.replace(/[A-Z]|\P{ASCII}/gu, (character) =>
    fold(character).slice(0, character.length).padEnd(character.length),
  );
}
