import type { Span } from '../../types.ts';

/** Text folded for comparison, with the place in the original of each folded character. */
interface FoldedText {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const ligatures: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', ﬁ: 'fi', ﬂ: 'fl' };

/** Unlike `fold`, keeps the way back: models change quotes, dashes, spaces, case and accents, the file's own words are shown. */
function foldWithPlaces(original: string): FoldedText {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  const push = (folded: string, start: number, end: number) => {
    for (const character of folded) {
      text += character;
      for (let unit = 0; unit < character.length; unit += 1) {
        starts.push(start);
        ends.push(end);
      }
    }
  };
  let position = 0;
  for (const character of original) {
    const start = position;
    position += character.length;
    const lower = character.toLowerCase();
    if (/\s/.test(character)) {
      if (text !== '' && !text.endsWith(' ')) push(' ', start, position);
    } else if (/[\u00ad\u200b-\u200d\ufeff]/.test(character)) {
      // Invisible: soft hyphens and zero-width marks differ between copies of one text.
    } else if (/[«»“”„"]/.test(character)) {
      // Guillemets carry inner spaces and English quotes do not, so both vanish.
    } else if (/[’‘ʼ′`´']/.test(character)) push("'", start, position);
    else if (/[‐‑‒–—−-]/.test(character)) push('-', start, position);
    else if (character === '…') push('...', start, position);
    else if (lower in ligatures) push(ligatures[lower] ?? lower, start, position);
    else {
      const base = lower.normalize('NFD').replace(/\p{M}+/gu, '');
      if (base === '') {
        // A lone combining accent belongs to the character before it.
        if (ends.length > 0) ends[ends.length - 1] = position;
      } else push(base, start, position);
    }
  }
  return { text, starts, ends };
}

const wordCharacter = /[\p{L}\p{N}]/u;

function findWhole(haystack: FoldedText, needle: string, from: number): Span | null {
  for (let at = haystack.text.indexOf(needle, from); at >= 0; at = haystack.text.indexOf(needle, at + 1)) {
    const before = haystack.text[at - 1] ?? '';
    const after = haystack.text[at + needle.length] ?? '';
    const startsInside = wordCharacter.test(before) && wordCharacter.test(needle[0] ?? '');
    const endsInside = wordCharacter.test(after) && wordCharacter.test(needle.at(-1) ?? '');
    if (!startsInside && !endsInside) return { start: at, end: at + needle.length };
  }
  return null;
}

/**
 * Finds quoted words in a passage, forgiving typography, case and accents; "…" and "[...]" inside a quote
 * stand for words left out, and each stretch is found in order.
 * @returns offsets into `passage`, one span a stretch; null when a stretch is missing. Slices are exact.
 */
export function locateQuote(quote: string, passage: string): Span[] | null {
  const haystack = foldWithPlaces(passage);
  const stretches = quote
    .split(/\s*[[(]\s*(?:…|\.{3})\s*[\])]\s*|…|\.{3}/)
    .map((part) => foldWithPlaces(part).text.replace(/^[\s,;:.!?'-]+|[\s,;:.!?'-]+$/g, ''))
    .filter((part) => part !== '');
  if (stretches.length === 0) return null;
  const spans: Span[] = [];
  let from = 0;
  for (const stretch of stretches) {
    const found = findWhole(haystack, stretch, from);
    if (!found) return null;
    spans.push({ start: haystack.starts[found.start] ?? 0, end: haystack.ends[found.end - 1] ?? passage.length });
    from = found.end;
  }
  return spans;
}
