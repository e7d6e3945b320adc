import type { Span } from '../types.ts';

/** A word of a text with what its spelling tells about names. */
export interface Token extends Span {
  /** As written, without elision and possessive. */
  readonly text: string;
  /** Written like a name: `Hulata`, `NSO`, `iPhone`, `i24NEWS`. */
  readonly capital: boolean;
  /** First word of a sentence, line, quotation or bracket: its capital proves nothing. */
  readonly initial: boolean;
  /** Nothing but one space (or an initial's dot) lies between the word before and this one. */
  readonly adjacent: boolean;
  /** Followed by `'s` or `-based`: a name ends here. */
  readonly possessive: boolean;
}

const wordPattern = /(?:\p{Lu}\.){2,}|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[-‑'’][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;
const elision = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=[\p{L}\p{N}])/iu;
const capitalised = /^(?:\p{Lu}|\p{Ll}\d*\p{Lu})/u;
const openers = /[\s"'“”„«»‘’()[\]—–\-*•>#]/;
/** "Paris-based", "US-led": the name ends at the hyphen. */
const englishSuffix = /-(?:based|led|backed|born|run|made|owned|style|funded|linked|wide)$/;
const abbreviations = new Set([
  'M',
  'MM',
  'Mr',
  'Mrs',
  'Ms',
  'Dr',
  'St',
  'Ste',
  'Prof',
  'Gen',
  'Col',
  'Sen',
  'Rep',
  'Gov',
  'Pr',
  'Me',
  'Mgr',
  'Lt',
  'Sgt',
]);

/** Whether a capital at `start` follows the end of a sentence, a line break or an opening mark. */
function startsAnew(text: string, start: number, previous: Token | undefined): boolean {
  let index = start - 1;
  let opened = false;
  while (index >= 0 && openers.test(text[index]!)) {
    const character = text[index]!;
    if (character === '\n') return true;
    if (/["“„«([]/.test(character)) opened = true;
    index -= 1;
  }
  if (index < 0) return true;
  if (text[index] === '.' && previous !== undefined && index === previous.end) {
    if (abbreviations.has(previous.text) || /^\p{Lu}$/u.test(previous.text)) return false;
  }
  return opened || /[.!?…:|]/.test(text[index]!);
}

/** A word that has quotation marks to itself ("« Pon » (sic)") is no sentence's beginning. */
function quotedAlone(text: string, start: number, end: number): boolean {
  return /[«“"]\s?$/.test(text.slice(Math.max(0, start - 2), start)) && /^\s?[»”"]/.test(text.slice(end, end + 2));
}

/** Words of a text in order. Whether a word opens a sentence is looked up for capitalised words only: others need not know. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let previous: Token | undefined;
  for (const match of text.matchAll(wordPattern)) {
    const whole = match[0];
    const apostrophe = whole.includes("'") || whole.includes('’');
    const cut = apostrophe ? (elision.exec(whole)?.[0].length ?? 0) : 0;
    const upper = capitalised.test(whole) || (cut > 0 && capitalised.test(whole.slice(cut)));
    const atStart = upper && startsAnew(text, match.index, previous);
    // `L'Humanité` inside a sentence keeps its article; `L'Élysée` at its start loses it.
    const keepArticle = cut > 0 && /^\p{Lu}['’]\p{Lu}/u.test(whole) && !atStart;
    const start = match.index + (keepArticle ? 0 : cut);
    const possessive = apostrophe && /.['’]s$/i.test(whole);
    const suffix = possessive ? 2 : whole.includes('-') ? (englishSuffix.exec(whole)?.[0].length ?? 0) : 0;
    const end = match.index + whole.length - suffix;
    const word = text.slice(start, end);
    const token: Token = {
      text: word,
      start,
      end,
      capital: upper && capitalised.test(word),
      initial: atStart && (cut === 0 || keepArticle) && !quotedAlone(text, start, end),
      adjacent: cut === 0 && previous !== undefined && touches(text, previous, match.index),
      possessive: suffix > 0,
    };
    tokens.push(token);
    previous = token;
  }
  return tokens;
}

function touches(text: string, previous: Token, start: number): boolean {
  const gap = start - previous.end;
  if (gap === 1) return /[ \u00a0\u202f]/.test(text[previous.end]!);
  return gap === 2 && text.startsWith('. ', previous.end) && /^\p{Lu}$/u.test(previous.text);
}
