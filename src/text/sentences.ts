import type { Language, Span } from '../types.ts';
import { beforeNumber, neverFinal, sentenceOpeners, sometimesFinal } from './abbreviations.ts';
import { fold } from './fold.ts';

/** A quotation or aside up to this length is never cut, so that its attribution stays with it. */
const longestWholeQuotation = 300;
/** Text without punctuation is cut somewhere, so that no caller meets a "sentence" of a megabyte. */
const longestSentence = 1200;

/** A line that goes on for pages is taken in stretches, so that the time spent grows no faster than the text. */
const lines = /[^\n\r\u2028\u2029]{1,20000}(?!\S)|[^\n\r\u2028\u2029]{1,20000}/gu;

const segmenters: Record<Language, Intl.Segmenter> = {
  fr: new Intl.Segmenter('fr', { granularity: 'sentence' }),
  en: new Intl.Segmenter('en', { granularity: 'sentence' }),
};

/**
 * Sentences of a text, in order, as offsets into it: trimmed, never empty, never overlapping; what lies between two
 * spans is white space. A line break always ends a sentence.
 *
 * Intl.Segmenter (UAX #29) finds the candidates; it knows no abbreviation, ends a sentence before « » » and overlooks
 * "…", which is mended here.
 */
export function sentenceSpans(text: string, language: Language): Span[] {
  const spans: Span[] = [];
  for (const line of text.matchAll(lines)) {
    let start = 0;
    for (const end of [...boundaries(line[0], language), line[0].length]) {
      pushTrimmed(spans, line[0], start, end, line.index);
      start = end;
    }
  }
  return spans;
}

function boundaries(line: string, language: Language): number[] {
  if (!/[.?!…][^\p{L}\p{N}]*[\s\u00a0][^\p{L}\p{N}]*[\p{L}\p{N}]/u.test(line)) return [];
  const candidates = new Set<number>();
  for (const { index } of segmenters[language].segment(line)) if (index > 0) candidates.add(afterClosers(line, index));
  // UAX #29 takes neither "…" nor a full stop before a figure for an end.
  for (const match of line.matchAll(/…[\s»”"’)\]]*\s+|[.!?][»”"’)\]]*\s+(?=\p{N})/gu)) {
    candidates.add(match.index + match[0].length);
  }
  const isInside = insideQuotations(line);
  return [...candidates]
    .sort((a, b) => a - b)
    .filter((at) => at < line.length && isInside[at] === 0 && endsSentence(line, at));
}

/** Moves a boundary behind the closing marks that French puts after a space ("fini. » Il part"). */
function afterClosers(line: string, at: number): number {
  const closers = /^(?:[»”’)\]]|"(?=[\s.,;:!?)»]|$))+[\s\u00a0\u202f]*/u.exec(line.slice(at));
  return at + (closers?.[0].length ?? 0);
}

function endsSentence(line: string, at: number): boolean {
  const before = line.slice(Math.max(0, at - 40), at).trimEnd();
  const after = line.slice(at, at + 40).replace(/^[\s«“"'‘(\u00a0[]+/u, '');
  // "« Quoi ? » demande-t-il": a small letter goes on with the sentence; so does punctuation.
  if (!/^[\p{Lu}\p{N}]/u.test(after)) return /^[^\p{Ll},;:.!?…–—-]/u.test(after);
  const opensSentence = sentenceOpeners.has(fold(/^\p{L}+/u.exec(after)?.[0] ?? ''));
  if (before.endsWith('…') || /…[\s»”"’)\]]+$/u.test(before)) return opensSentence;
  const word = /(?:^|[\s«“"'’‘([\u00a0])([^\s«“"'’‘([\u00a0]+)\.$/u.exec(before)?.[1];
  if (word === undefined) return true;
  if (neverFinal.has(word) || /(?:^|\s)p\.\s?ex\.$/u.test(before)) return false;
  if (beforeNumber.has(word) && /^(?:\p{N}|[IVXLC]+\b)/u.test(after)) return false;
  if (/^\d{1,3}$/.test(word) && at <= word.length + 3) return false;
  const isInitials = /^(?:\p{L}|(?:\p{L}{1,2}\.[ -]?)+\p{L}|\p{Lu}-\p{Lu})$/u.test(word);
  return isInitials || sometimesFinal.has(word) ? opensSentence : true;
}

/** 1 at every place strictly inside a balanced quotation or aside that is short enough to stay whole. */
function insideQuotations(line: string): Uint8Array {
  const inside = new Uint8Array(line.length);
  const mark = (pattern: RegExp) => {
    for (const match of line.matchAll(pattern)) {
      if (match[0].length <= longestWholeQuotation) inside.fill(1, match.index + 1, match.index + match[0].length);
    }
  };
  mark(/«[^«»]*»/gu);
  mark(/“[^“”]*”/gu);
  mark(/\([^()]*\)/gu);
  // Straight marks pair up only where their number is even.
  if ((line.split('"').length - 1) % 2 === 0) mark(/"[^"]*"/gu);
  return inside;
}

function pushTrimmed(spans: Span[], line: string, from: number, to: number, offset: number): void {
  const raw = line.slice(from, to);
  const start = from + (raw.length - raw.trimStart().length);
  const end = from + raw.trimEnd().length;
  for (let at = start; at < end; ) {
    const cut = end - at > longestSentence ? cutPoint(line, at, at + longestSentence) : end;
    const piece = line.slice(at, cut).trimEnd();
    spans.push({ start: offset + at, end: offset + at + piece.length });
    at = cut + (/^\s*/u.exec(line.slice(cut, end))?.[0].length ?? 0);
  }
}

/** The best place to cut an endless sentence: behind ";" or ":", else ",", else a space, else between two characters. */
function cutPoint(line: string, from: number, to: number): number {
  const window = line.slice(from, to);
  for (const pattern of [/[;:]\s/gu, /,\s/gu, /\s/gu]) {
    const last = [...window.matchAll(pattern)].at(-1);
    if (last && last.index > longestSentence / 4) return from + last.index + last[0].length;
  }
  const splitsPair = /[\ud800-\udbff]/.test(line[to - 1] ?? '');
  return splitsPair ? to - 1 : to;
}
