import { findDates } from '../text/dates.ts';
import { fold } from '../text/fold.ts';
import { functionWords } from '../text/function-words.ts';
import { findNumbers } from '../text/numbers.ts';
import { analyseReporting, type Reporting } from '../text/reported-speech.ts';
import { stems, words } from '../text/terms.ts';
import { synonymStems } from '../text/thesaurus.ts';
import type { Dossier, Language, PartialDate } from '../types.ts';

export interface ContentWord {
  /** Folded. */
  readonly word: string;
  readonly stems: readonly string[];
}

/** A number and what it counts, where that is told: `50 000 numéros`. */
export interface Figure {
  readonly value: number;
  readonly unit: ContentWord | undefined;
}

/** What a claim says, or a sentence, as far as the two can be compared. */
export interface Content {
  readonly text: string;
  readonly names: ReadonlySet<string>;
  /** Of the places among its names, the beginnings of their spellings. */
  readonly placeBeginnings: ReadonlyMap<string, readonly string[]>;
  /** Beginnings of its words: a place is also there as an adjective ("marocain", "Israeli"). */
  readonly beginnings: ReadonlySet<string>;
  /** Content words that belong to no name, number or date. */
  readonly words: readonly ContentWord[];
  readonly numbers: readonly Figure[];
  readonly dates: readonly PartialDate[];
  readonly negated: boolean;
  readonly reporting: Reporting;
}

/** Says that something is not so; "ne … que" (only) is no negation. */
const negation =
  /(?<!\p{L})(?:n['’]|ne\s)(?:\p{L}+['’])?\p{L}+(?:\s\p{L}+){0,2}?\s(?:pas|jamais|plus|rien|personne|aucune?)(?!\p{L})|(?<!\p{L})(?:personne|rien|aucune?\s\p{L}+)\sn(?:e\s|['’])|(?<!\p{L})n['’]avoir\s(?:jamais|pas|aucun)|\bne\spas\s|\b(?:not|never|nobody|no one|nothing|neither|without)\b|n['’]t\b|\bno (?:evidence|longer|proof)\b|\brefus(?:e|é|al|ed|es)?\b/iu;
/** Too general to decide whether a sentence is about the claim. */
const general = new Set(
  'affaire affair case dire dit said say avoir etre fait faire done do made make selon according monsieur madame mr mrs annee year jour day chose thing pays country nombre number compter compte comptait comporter contenir contain figurer include inclure want wanted wants vouloir voulu voulait veut souhaiter souhaite refus refuser refuse refused refuses refusal'.split(
    ' ',
  ),
);

export function contentOf(text: string, language: Language, published: PartialDate | null, dossier: Dossier): Content {
  const mentions = dossier.names.find(text);
  const dates = findDates(text, language, published);
  const numbers = findNumbers(text).filter(
    ({ start }) => !dates.some((date) => date.start <= start && start < date.end),
  );
  const taken = [...mentions, ...dates, ...numbers];
  return {
    text,
    names: new Set(mentions.map(({ entry }) => entry.id)),
    placeBeginnings: new Map(
      mentions
        .filter(({ entry }) => entry.kind === 'place')
        .map(({ entry }) => [
          entry.id,
          entry.variants
            .map((variant) => fold(variant).slice(0, 5))
            .filter((beginning) => /^[a-z]{5}$/.test(beginning)),
        ]),
    ),
    beginnings: new Set(words(text).map(({ word }) => word.slice(0, 5))),
    words: words(text)
      .filter(
        ({ word, start }) =>
          word.length > 2 &&
          !functionWords.has(word) &&
          !general.has(word) &&
          !taken.some((span) => span.start <= start && start < span.end),
      )
      .map(({ word }) => ({ word, stems: stems(word) })),
    numbers: numbers.map(({ value, end }) => ({ value, unit: unitAfter(text.slice(end)) })),
    dates: dates.map(({ date }) => date),
    negated: negation.test(text),
    reporting: analyseReporting(text, language),
  };
}

/** The first content word after a number; undefined when a clause ends before it. */
function unitAfter(text: string): ContentWord | undefined {
  const near = /^[^,.;:()]{0,40}/.exec(text)?.[0] ?? '';
  const unit = words(near).find(({ word }) => word.length > 2 && !functionWords.has(word));
  return unit && { word: unit.word, stems: stems(unit.word) };
}

/** How much of a claim a sentence speaks of. */
export interface Match {
  /** Share of the claim's words, names counting twice, that the sentence holds; 0 to 1. */
  readonly coverage: number;
  /** The same with the sentence's passage around it. */
  readonly inPassage: number;
  /** Share of what the claim says of its names: its other words. 0 when it says nothing. */
  readonly predicate: number;
  /** A name of the claim that neither the sentence nor its passage holds. */
  readonly foreign: boolean;
  /** Numbers and dates of the claim against the sentence's. */
  readonly values: 'none' | 'agree' | 'differ' | 'untold';
}

const root = (stem: string): string => stem.slice(0, 6);

/** Stems and first letters by which French and English words of one root meet. */
function keysOf({ words: list }: Content): ReadonlySet<string> {
  return new Set(list.flatMap(({ stems: own }) => [...own, ...own.filter((stem) => stem.length >= 6).map(root)]));
}

/** A claim's word is asked of every sentence of the file. */
const knownSynonyms = new WeakMap<ContentWord, readonly string[]>();

function synonymsOf(word: ContentWord): readonly string[] {
  const known = knownSynonyms.get(word) ?? [...synonymStems([word.word]).keys()];
  knownSynonyms.set(word, known);
  return known;
}

function holds(word: ContentWord, keys: ReadonlySet<string>): boolean {
  if (word.stems.some((stem) => keys.has(stem) || (stem.length >= 6 && keys.has(root(stem))))) return true;
  return synonymsOf(word).some((synonym) => keys.has(synonym));
}

/** Whether a text names what the claim names; a place also by its adjective. */
function namesIt(id: string, claim: Content, text: Content): boolean {
  if (text.names.has(id)) return true;
  return claim.placeBeginnings.get(id)?.some((beginning) => text.beginnings.has(beginning)) ?? false;
}

function share(claim: Content, texts: readonly Content[], keys: ReadonlySet<string>): number {
  const total = claim.names.size * 2 + claim.words.length;
  if (total === 0) return 0;
  const namesHeld = [...claim.names].filter((id) => texts.some((text) => namesIt(id, claim, text))).length;
  return (namesHeld * 2 + claim.words.filter((word) => holds(word, keys)).length) / total;
}

function sameDate(left: PartialDate, right: PartialDate): boolean {
  return left.startsWith(right) || right.startsWith(left);
}

export function matchClaim(claim: Content, sentence: Content, passage: Content): Match {
  const keys = keysOf(sentence);
  const around = keysOf(passage);
  const coverage = share(claim, [sentence], keys);
  const inPassage = share(claim, [sentence, passage], new Set([...keys, ...around]));
  const foreign = [...claim.names].some((id) => !namesIt(id, claim, passage) && !namesIt(id, claim, sentence));
  const held = claim.words.filter((word) => holds(word, keys)).length;
  const predicate = claim.words.length === 0 ? 0 : held / claim.words.length;
  return { coverage, inPassage, predicate, foreign, values: compareValues(claim, sentence) };
}

function compareValues(claim: Content, sentence: Content): Match['values'] {
  if (claim.numbers.length === 0 && claim.dates.length === 0) return 'none';
  const numbers = claim.numbers.every(({ value }) => sentence.numbers.some((other) => other.value === value));
  const dates = claim.dates.every((date) => sentence.dates.some((other) => sameDate(date, other)));
  if (numbers && dates) return 'agree';
  // A sentence with another figure of the same things contradicts; one without any does not speak of them.
  const otherFigure = claim.numbers.some(({ unit }) =>
    sentence.numbers.some(
      (other) => unit && other.unit && holds(unit, new Set([...other.unit.stems, ...other.unit.stems.map(root)])),
    ),
  );
  const otherDate = !dates && sentence.dates.length > 0;
  return (!numbers && otherFigure) || otherDate ? 'differ' : 'untold';
}
