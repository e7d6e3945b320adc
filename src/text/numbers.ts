import type { Span } from '../types.ts';
import { fold } from './fold.ts';

/** A number of a text, in figures or in French or English words. */
export interface NumberMention extends Span {
  readonly value: number;
  /** "une quinzaine", "about 300", "au moins cinq": not exact, or a bound. */
  readonly approximate: boolean;
}

const written: Readonly<Record<string, number>> = {
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  six: 6,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  onze: 11,
  douze: 12,
  treize: 13,
  quatorze: 14,
  quinze: 15,
  seize: 16,
  'dix-sept': 17,
  'dix-huit': 18,
  'dix-neuf': 19,
  vingt: 20,
  trente: 30,
  quarante: 40,
  cinquante: 50,
  soixante: 60,
  'soixante-dix': 70,
  'quatre-vingts': 80,
  'quatre-vingt': 80,
  'quatre-vingt-dix': 90,
  cent: 100,
  cents: 100,
  mille: 1000,
  million: 1e6,
  millions: 1e6,
  milliard: 1e9,
  milliards: 1e9,
  dizaine: 10,
  dizaines: 10,
  douzaine: 12,
  quinzaine: 15,
  vingtaine: 20,
  trentaine: 30,
  quarantaine: 40,
  cinquantaine: 50,
  soixantaine: 60,
  centaine: 100,
  centaines: 100,
  millier: 1000,
  milliers: 1000,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  hundred: 100,
  hundreds: 100,
  thousand: 1000,
  thousands: 1000,
  billion: 1e9,
  billions: 1e9,
  dozen: 12,
  dozens: 12,
};
const collective = /(?:aine|aines|ier|iers|dozen|dozens|hundreds|thousands)$/;
const scale = new Map<string, number>([
  ['million', 1e6],
  ['millions', 1e6],
  ['milliard', 1e9],
  ['milliards', 1e9],
  ['billion', 1e9],
  ['billions', 1e9],
  ['mille', 1000],
  ['thousand', 1000],
  ['hundred', 100],
  ['cents', 100],
  ['cent', 100],
]);
const roughly =
  /(?:environ|quelque|pres de|plus de|moins de|au moins|autour de|about|around|some|nearly|almost|over|more than|less than|at least|up to|jusqu'a)\s+$/;

/** A figure with French or English separators: 50 000, 50,000, 14,2, 6.5. */
const figure =
  /(?<![\p{L}\p{N}.,-])\p{N}{1,3}(?:[ \u00a0\u202f]\p{N}{3})+(?!\p{N})|(?<![\p{L}\p{N}])\p{N}+(?:[.,]\p{N}+)*/gu;

function figureValue(text: string): number {
  const compact = text.replace(/[\s\u00a0\u202f]/g, '');
  if (/^\d{1,3}(?:,\d{3})+$/.test(compact)) return Number(compact.replace(/,/g, ''));
  if (/^\d{1,3}(?:\.\d{3})+$/.test(compact)) return Number(compact.replace(/\./g, ''));
  return Number(compact.replace(',', '.'));
}

/**
 * Numbers in text order. Ordinals and the French article "un/une" are not numbers; years and days of a month are
 * (dates are told apart by whoever looks for dates).
 */
export function findNumbers(text: string): NumberMention[] {
  const found: { start: number; end: number; value: number; collective: boolean }[] = [];
  for (const match of text.matchAll(figure)) {
    const value = figureValue(match[0]);
    if (Number.isFinite(value))
      found.push({ start: match.index, end: match.index + match[0].length, value, collective: false });
  }
  for (const match of text.matchAll(/\p{L}+(?:-\p{L}+)*/gu)) {
    const word = fold(match[0]);
    const value = written[word] ?? compound(word);
    if (value === undefined) continue;
    found.push({ start: match.index, end: match.index + match[0].length, value, collective: collective.test(word) });
  }
  found.sort((a, b) => a.start - b.start);
  const merged: NumberMention[] = [];
  for (const { start, end, value, collective: isCollective } of found) {
    const previous = merged.at(-1);
    const factor = scale.get(fold(text.slice(start, end)));
    if (previous && factor && /^\s$/.test(text.slice(previous.end, start))) {
      merged[merged.length - 1] = { ...previous, end, value: previous.value * factor };
      continue;
    }
    const approximate = isCollective || roughly.test(fold(text.slice(Math.max(0, start - 14), start)));
    merged.push({ start, end, value, approximate });
  }
  return merged;
}

/** "twenty-two", "vingt-deux", "soixante-quinze". */
function compound(word: string): number | undefined {
  if (!word.includes('-')) return undefined;
  const pieces = word.split('-').filter((piece) => piece !== 'et');
  const values = pieces.map((piece) => (piece === 'un' || piece === 'one' ? 1 : written[piece]));
  if (values.some((value) => value === undefined || value > 100)) return undefined;
  return (values as number[]).reduce((sum, value) => sum + value, 0);
}
