import { findDates } from '../text/dates.ts';
import { fold } from '../text/fold.ts';
import { functionWords } from '../text/function-words.ts';
import { findNumbers } from '../text/numbers.ts';
import { analyseReporting, type Reporting } from '../text/reported-speech.ts';
import { stems, words } from '../text/terms.ts';
import { synonymStems } from '../text/thesaurus.ts';
import type { Dossier, Language, PartialDate, Span } from '../types.ts';

export interface ContentWord {
  /** Folded. */
  readonly word: string;
  readonly start: number;
  readonly stems: readonly string[];
}

export interface NamedPlace extends Span {
  readonly id: string;
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
  /** Where the text names them, in its order. */
  readonly mentions: readonly NamedPlace[];
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
  /** The text without its numbers and dates. */
  readonly withoutValues: string;
}

/** Says that something is not so; "ne … que" (only) is no negation. */
export const negation =
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
    mentions: mentions.map(({ entry, start, end }) => ({ id: entry.id, start, end })),
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
      .map(({ word, start }) => ({ word, start, stems: stems(word) })),
    numbers: numbers.map(({ value, end }) => ({ value, unit: unitAfter(text.slice(end)) })),
    dates: dates.map(({ date }) => date),
    negated: negation.test(text),
    reporting: analyseReporting(text, language),
    withoutValues: without(text, [...dates, ...numbers]),
  };
}

function without(text: string, spans: readonly Span[]): string {
  const later = [...spans].sort((a, b) => b.start - a.start);
  return later.reduce((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
}

/** The first content word after a number; undefined when a clause ends before it. */
function unitAfter(text: string): ContentWord | undefined {
  const near = /^[^,.;:()]{0,40}/.exec(text)?.[0] ?? '';
  const unit = words(near).find(({ word }) => word.length > 2 && !functionWords.has(word));
  return unit && { word: unit.word, start: unit.start, stems: stems(unit.word) };
}

/** How much of a claim a sentence speaks of. */
export interface Match {
  /** Share of the claim's words, names counting twice, that the sentence holds; 0 to 1. */
  readonly coverage: number;
  /** The same with the sentence's passage around it. */
  readonly inPassage: number;
  /** Share of its names that the sentence holds; 1 when it has none. */
  readonly names: number;
  /** Share of what the claim says of its names: its other words. 0 when it says nothing. */
  readonly predicate: number;
  /** A name of the claim that neither the sentence nor its passage holds. */
  readonly foreign: boolean;
  /** Numbers and dates of the claim against the sentence's. */
  readonly values: 'none' | 'agree' | 'differ' | 'untold';
}

const root = (stem: string): string => stem.slice(0, 6);

/** Stems and first letters by which French and English words of one root meet. */
const keysOf = ({ words: list }: Content): ReadonlySet<string> => stemKeys(list);

function stemKeys(list: readonly ContentWord[]): ReadonlySet<string> {
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

/** Share of what the claim says of its names that a piece of a sentence holds. */
export function predicateIn(claim: Content, piece: Content): number {
  const keys = keysOf(piece);
  const held = claim.words.filter((word) => holds(word, keys)).length;
  return claim.words.length === 0 ? 0 : held / claim.words.length;
}

/** What of a claim a piece of a sentence holds: its names and words, and whether it has figures. */
export function heldOf(claim: Content, piece: Content): ReadonlySet<string> {
  const keys = keysOf(piece);
  return new Set([
    ...[...claim.names].filter((id) => namesIt(id, claim, piece)).map((id) => `name ${id}`),
    ...claim.words.filter((word) => holds(word, keys)).map(({ word }) => word),
    ...claim.numbers
      .filter(({ value }) => piece.numbers.some((other) => other.value === value))
      .map(({ value }) => `number ${value}`),
    ...claim.dates.filter((date) => piece.dates.some((other) => sameDate(date, other))).map((date) => `date ${date}`),
  ]);
}

/**
 * "Bennett called Macron" where the sentence tells that Macron called Bennett: the claim has two names with its act
 * between them, the sentence has them the other way round, and no passive that would turn them back.
 */
export function turnsRoles(claim: Content, sentence: Content): boolean {
  const [first, second] = claim.mentions;
  if (claim.mentions.length !== 2 || !first || !second || first.id === second.id) return false;
  const act = claim.words.filter(({ start }) => first.end <= start && start < second.start);
  const straight = actsBetween(sentence, first.id, second.id, act);
  const turned = actsBetween(sentence, second.id, first.id, act);
  const passive = isPassive(claim.text.slice(first.end, second.start));
  const isTurned = ({ link }: { link: string }): boolean => isPassive(link) === passive;
  if (reciprocal.test(claim.text.slice(first.end, second.start))) return false;
  return act.length > 0 && !straight.some(isTurned) && (turned.some(isTurned) || straight.length > 0);
}

/** Acts of both: who met whom is all the same. */
const reciprocal =
  /(?<!\p{L})(?:rencontr|parl|discut|entret|échang|négoci|collabor|me[et]t?(?!\p{L})|meets|talk|sp[eo]ke?|discuss|negotiat|cooperat|with(?!\p{L})|avec(?!\p{L}))/iu;

const isPassive = (link: string): boolean => /(?<!\p{L})(?:by|par)\s(?:[\p{L}.'’-]+\s){0,4}$/iu.test(link);

/** What stands between two names of a sentence where one of the acts does. */
function actsBetween(
  { text, mentions, words: list }: Content,
  from: string,
  to: string,
  acts: readonly ContentWord[],
): { link: string }[] {
  return mentions.flatMap((left, index) =>
    mentions
      .slice(index + 1)
      .filter(({ id }) => left.id === from && id === to)
      .filter(({ start }) => {
        const between = list.filter((word) => left.end <= word.start && word.start < start);
        const keys = stemKeys(between);
        return acts.some((act) => holds(act, keys));
      })
      .map(({ start }) => ({ link: text.slice(left.end, start) })),
  );
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
  const named = [...claim.names].filter((id) => namesIt(id, claim, sentence)).length;
  const names = claim.names.size === 0 ? 1 : named / claim.names.size;
  return {
    coverage,
    inPassage,
    names,
    predicate: predicateIn(claim, sentence),
    foreign,
    values: compareValues(claim, sentence),
  };
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
