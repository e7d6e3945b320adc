import { setImmediate as nextTurn } from 'node:timers/promises';
import { detectLanguage } from '../../text/language.ts';
import type { Dossier, Language, Passage } from '../../types.ts';
import { checkSentence } from '../citation-check/check-sentence.ts';
import { citedPassage } from '../citation-check/cited-passage.ts';
import type { CheckTools, CitedPassage, Failure, FailureKind, LocatedQuote } from '../citation-check/contracts.ts';
import { related, termsOf } from '../citation-check/terms.ts';
import type { WrittenSentence } from './written-answer.ts';

/** A sentence that passed, with the exact places it rests on. */
export interface SupportedSentence {
  readonly text: string;
  readonly quotes: readonly LocatedQuote[];
}

/** What is wrong with a sentence: a failure of the citation check, or one that only a model's sentence can have. */
export interface Refusal {
  readonly kind: FailureKind | 'no-quote' | 'language' | 'length';
  /** The offending words of the sentence or of its passage; empty where the whole sentence offends. */
  readonly detail: string;
}

export interface RefusedSentence {
  readonly written: WrittenSentence;
  readonly failures: readonly Refusal[];
}

/** Passages by the numbers that the model was given: the first is 1. */
export type NumberedPassages = readonly Passage[];

export interface CheckOptions {
  /** The language that the answer must have. */
  readonly language: Language;
  /** Sentences that are not checked when it fires are left out. */
  readonly signal: AbortSignal;
}

/** Longest sentence accepted; a page in one "sentence" cannot be checked by a reader either. */
export const longestSentence = 400;

/** Runs every sentence of a model through the citation check, until the signal fires; other work goes on between two. */
export async function checkAnswer(
  sentences: readonly WrittenSentence[],
  passages: NumberedPassages,
  dossier: Dossier,
  tools: CheckTools,
  { language, signal }: CheckOptions,
): Promise<{ supported: SupportedSentence[]; refused: RefusedSentence[] }> {
  const supported: SupportedSentence[] = [];
  const refused: RefusedSentence[] = [];
  const whole = sentences.map(({ text }) => text).join(' ');
  for (const written of sentences) {
    await nextTurn();
    if (signal.aborted) break;
    const text = plainSentence(written.text);
    if (text === '') continue;
    const refuse = (...failures: Refusal[]) => refused.push({ written, failures });
    if (text.length > longestSentence) {
      refuse({ kind: 'length', detail: '' });
      continue;
    }
    if (isInOtherLanguage(text, whole, language)) {
      refuse({ kind: 'language', detail: '' });
      continue;
    }
    const citedPassages = [...new Set(written.passages)].map((number) => {
      const passage = passages[number - 1];
      return passage && citedPassage(passage, dossier);
    });
    const quotes = written.quotes.length > 0 ? written.quotes : likelyQuotes(text, citedPassages);
    const result = await checkSentence({ sentence: text, citedPassages, quotes }, tools);
    if (result.ok) supported.push({ text, quotes: result.quotes });
    else refuse(...result.failures.map((failure) => refusal(failure, quotes)));
  }
  return { supported, refused };
}

/** What the check says in words of its own is left to the prompt, which has the model's language. */
function refusal({ kind, detail }: Failure, quotes: readonly string[]): Refusal {
  if (kind === 'no-such-passage') return { kind, detail: '' };
  if (kind === 'quote-not-in-passage' && !quotes.includes(detail)) return { kind: 'no-quote', detail: '' };
  return { kind, detail };
}

/** Words of one language that a text must outweigh to be clearly in the other: names and titles bring some of their own. */
const counterweight: Readonly<Record<Language, string>> = { fr: 'le la des', en: 'the of and' };

/** Whether a sentence is clearly not in the language wanted, by itself or with the sentences around it. */
function isInOtherLanguage(text: string, whole: string, language: Language): boolean {
  const isClearlyOther = (words: string) =>
    detectLanguage(`${unquoted(words)} ${counterweight[language]}`) !== language;
  const other = language === 'fr' ? 'en' : 'fr';
  return isClearlyOther(text) || (isClearlyOther(whole) && detectLanguage(unquoted(text), other) === other);
}

/** Quotations keep their own language. */
function unquoted(text: string): string {
  return text.replace(/«[^«»]*»|“[^“”]*”|"[^"]*"/g, ' ');
}

/** A marker: figures in brackets, or anything else without a word, behind the prompt's word for what is cited; "[…]" is none. */
const marker = /\[(?!\s*(?:…|\.{3})\s*\])\s*(?:(?:extrait|passage|source)s?\b)?[^\p{L}[\]]*\]/giu;
const roundBrackets = '(){}';

/**
 * The sentence as it may be shown: one line, no markers of its own, no formatting, no links, nothing invisible. Markers
 * are the answerer's to set; a forged one must not survive, so that all is repeated until nothing changes.
 */
export function plainSentence(text: string): string {
  let shown = text;
  for (let before = ''; before !== shown; ) {
    before = shown;
    shown = cleaned(shown);
  }
  return shown;
}

function cleaned(text: string): string {
  return (
    text
      .replace(/\p{Cc}+|[\u2028\u2029]+/gu, ' ')
      .replace(/[\p{Cf}\p{DI}]+/gu, '')
      // Brackets and digits of other shapes are read as brackets and digits.
      .replace(/[\p{Ps}\p{Pe}\p{Nd}]/gu, plainCharacter)
      .replace(/<\/?[a-z][^<>]*>/gi, '')
      .replace(/\*\*|__|`+|^\s*(?:[-*•#>]+|\d+[.)])\s+/g, '')
      .replace(/!?\[([^[\]]*)\]\([^)]*\)/g, (_, label: string) => (/\p{L}/u.test(label) ? label : ' '))
      .replace(marker, ' ')
      .replace(/\bhttps?:\/\/\S+/gi, ' ')
      .replace(/\s+/g, ' ')
      .replace(/ +([.,])/g, '$1')
      .trim()
  );
}

function plainCharacter(character: string): string {
  const plain = character.normalize('NFKC');
  if (plain.length !== 1 || roundBrackets.includes(plain) || /[‚„]/.test(plain)) return plain;
  if (/\p{Ps}/u.test(plain)) return '[';
  return /\p{Pe}/u.test(plain) ? ']' : plain;
}

/** For models that give no quotes: the sentence of each cited passage that shares most words with theirs. */
function likelyQuotes(text: string, passages: readonly (CitedPassage | undefined)[]): string[] {
  const own = termsOf(text).filter(({ stop }) => !stop);
  return passages.flatMap((passage) => {
    if (!passage) return [];
    const segments = [...new Intl.Segmenter('fr', { granularity: 'sentence' }).segment(passage.text)].map(
      ({ segment }) => segment.trim(),
    );
    const scored = segments.map((segment) => {
      const terms = termsOf(segment);
      return { segment, shared: own.filter((term) => terms.some((other) => related(term, other))).length };
    });
    const best = scored.sort((a, b) => b.shared - a.shared)[0];
    return best && best.shared > 0 ? [best.segment] : [];
  });
}
