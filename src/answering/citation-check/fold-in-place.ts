import { fold } from '../../text/fold.ts';

/** Folded text of the same length: places found in it are places of the text. */
export function foldInPlace(text: string): string {
  return [...text].map((character) => fold(character).slice(0, character.length).padEnd(character.length)).join('');
}
