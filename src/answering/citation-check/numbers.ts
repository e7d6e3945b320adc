import { fold } from '../../text/fold.ts';
import type { Span } from '../../types.ts';

type NumberUnit = 'percent' | 'dollar' | 'euro' | 'pound' | 'shekel' | 'none';

/** A number of a text: "1 000", "1,000", "mille", "a thousand", "une douzaine", "$500m", "14,2 %". */
export interface NumberMention extends Span {
  readonly value: number;
  readonly unit: NumberUnit;
  /** "dozens", "des milliers": an order of magnitude rather than a number. */
  readonly vague: boolean;
  /** One, written as an article could be: it supports a figure but is none to be supported. */
  readonly article: boolean;
}

const small: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'zero 0 un 1 une 1 one 1 deux 2 two 2 trois 3 three 3 quatre 4 four 4 cinq 5 five 5 six 6 sept 7 seven 7 huit 8 eight 8',
    'neuf 9 nine 9 dix 10 ten 10 onze 11 eleven 11 douze 12 twelve 12 treize 13 thirteen 13 quatorze 14 fourteen 14',
    'quinze 15 fifteen 15 seize 16 sixteen 16 seventeen 17 eighteen 18 nineteen 19 vingt 20 vingts 20 twenty 20',
    'trente 30 thirty 30 quarante 40 forty 40 cinquante 50 fifty 50 soixante 60 sixty 60 seventy 70 eighty 80 ninety 90',
    'septante 70 octante 80 nonante 90 twice 2',
  ]
    .join(' ')
    .match(/\S+ \d+/g)
    ?.map((pair) => {
      const [word = '', value = '0'] = pair.split(' ');
      return [word, Number(value)];
    }) ?? [],
);

const scales: Readonly<Record<string, number>> = {
  cent: 100,
  cents: 100,
  hundred: 100,
  mille: 1e3,
  thousand: 1e3,
  millier: 1e3,
  million: 1e6,
  millions: 1e6,
  milliard: 1e9,
  milliards: 1e9,
  billion: 1e9,
  trillion: 1e12,
};

const collectives: Readonly<Record<string, number>> = {
  dozen: 12,
  douzaine: 12,
  dizaine: 10,
  quinzaine: 15,
  vingtaine: 20,
  trentaine: 30,
  quarantaine: 40,
  cinquantaine: 50,
  soixantaine: 60,
  centaine: 100,
  millier: 1e3,
};

const vagueWords: Readonly<Record<string, number>> = {
  dozens: 10,
  dizaines: 10,
  tens: 10,
  hundreds: 100,
  centaines: 100,
  thousands: 1e3,
  milliers: 1e3,
  billions: 1e9,
};

const shortScales: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, mn: 1e6, bn: 1e9, md: 1e9, mds: 1e9 };

/** Readings of a figure: "1,000" and "1.000" may be a thousand; "14,2" and "14.2" are decimals. */
function readFigure(figure: string): number {
  const plain = figure.replace(/[\s\u00a0\u202f\u2009]/g, '');
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(plain)) return Number(plain.replace(/,/g, ''));
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(plain)) return Number(plain.replace(/\./g, '').replace(',', '.'));
  return Number(plain.replace(',', '.'));
}

const figurePattern =
  /\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?!\d)(?:,\d+)?|\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:[.,]\d+)?/gu;

function unitAround(text: string, start: number, end: number): NumberUnit {
  const after = fold(text.slice(end, end + 24));
  const before = text.slice(Math.max(0, start - 3), start);
  if (/^\s*(?:%|pour ?cent\b|percent\b|per cent\b)/.test(after)) return 'percent';
  if (/\$\s*$/.test(before) || /^\s*(?:de )?(?:\$|dollars?\b|us dollars?\b|usd\b)/.test(after)) return 'dollar';
  if (/€\s*$/.test(before) || /^\s*(?:d')?(?:€|euros?\b)/.test(after)) return 'euro';
  if (/£\s*$/.test(before) || /^\s*(?:de )?(?:£|pounds?\b|livres?\b)/.test(after)) return 'pound';
  if (/₪\s*$/.test(before) || /^\s*(?:de )?(?:₪|shekels?\b)/.test(after)) return 'shekel';
  return 'none';
}

function figures(text: string): NumberMention[] {
  const found: NumberMention[] = [];
  for (const match of text.matchAll(figurePattern)) {
    // "i24", "N12", "Direkt36", "o79": part of a name.
    if (/(?<!\d ?h)(?<=[\p{L}_])$/iu.test(text.slice(0, match.index))) continue;
    let end = match.index + match[0].length;
    let value = readFigure(match[0]);
    if (value < 12 && /^(?::\d\d)?\s?p\.?m\b/iu.test(text.slice(end))) value += 12;
    const scale = /^[ \u00a0\u202f-]?(million|millions|milliard|milliards|billion|thousand|trillion|mille)\b/iu.exec(
      text.slice(end),
    );
    const short = /^ ?(k|m|mn|bn|md|mds)\b/iu.exec(text.slice(end));
    if (scale?.[1]) {
      value *= scales[scale[1].toLowerCase()] ?? 1;
      end += scale[0].length;
    } else if (short?.[1] && /[$€£]\s?$/.test(text.slice(0, match.index))) {
      value *= shortScales[short[1].toLowerCase()] ?? 1;
      end += short[0].length;
    }
    found.push({
      start: match.index,
      end,
      value,
      unit: unitAround(text, match.index, end),
      vague: false,
      article: false,
    });
  }
  return found;
}

/** Adds up "quatre-vingt-dix-sept", "trois mille deux cents", "one hundred and eighty". */
function readWords(parts: readonly string[]): number {
  let total = 0;
  let group = 0;
  for (const part of parts) {
    const value = small[part];
    const scale = scales[part];
    if (value !== undefined) {
      if (value === 20 && group % 100 === 4) group += 76;
      else group += value;
    } else if (scale === 100) group = Math.max(1, group) * 100;
    else if (scale !== undefined) {
      total += Math.max(1, group) * scale;
      group = 0;
    }
  }
  return total + group;
}

/** Ends of ordinals: "dix-septième", "twenty-first". */
const ordinals = new Map(
  'unieme un deuxieme deux troisieme trois quatrieme quatre cinquieme cinq sixieme six septieme sept huitieme huit neuvieme neuf dixieme dix first one second two third three fourth four fifth five sixth six seventh seven eighth eight ninth nine'
    .match(/\S+ \S+/g)
    ?.map((pair): [string, string] => [pair.split(' ')[0] ?? '', pair.split(' ')[1] ?? '']),
);

function written(text: string): NumberMention[] {
  const found: NumberMention[] = [];
  const words = [...text.matchAll(/\p{L}[\p{L}\p{M}]*/gu)].map((match) => ({
    word: fold(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
  const isPart = (index: number) => {
    const word = words[index]?.word ?? '';
    return word in small || word in scales;
  };
  const joined = (index: number) => /^[\s-]{1,2}$/.test(text.slice(words[index]?.end, words[index + 1]?.start));
  for (let index = 0; index < words.length; index += 1) {
    const first = words[index];
    if (!first) continue;
    const vague = vagueWords[first.word];
    const collective = collectives[first.word];
    if (vague !== undefined || (collective !== undefined && first.word !== 'millier')) {
      // "half a dozen", "une demi-douzaine"
      const half = /\b(?:half an?|demi)[ -]$/iu.test(text.slice(0, first.start));
      const value = (vague ?? collective ?? 0) / (half ? 2 : 1);
      found.push({ ...first, value, unit: 'none', vague: vague !== undefined, article: false });
      continue;
    }
    // "zero-click", "zéro-clic": a word of its own.
    if (/^zero$/.test(first.word) && /^-\p{L}/u.test(text.slice(first.end))) continue;
    if (!isPart(index) || /[\d$€£][ \u00a0\u202f-]?$/.test(text.slice(0, first.start))) continue;
    const parts = [first.word];
    let last = index;
    const ordinalNext = () => joined(last) && ordinals.get(words[last + 1]?.word ?? '');
    for (;;) {
      const ordinal = ordinalNext();
      if (ordinal && text[words[last]?.end ?? 0] === '-') {
        parts.push(ordinal);
        last += 1;
        break;
      }
      if (joined(last) && isPart(last + 1)) last += 1;
      else if (
        /^(?:et|and)$/.test(words[last + 1]?.word ?? '') &&
        joined(last) &&
        joined(last + 1) &&
        isPart(last + 2) &&
        continuesAfterAnd(parts, words[last + 2]?.word ?? '')
      )
        last += 2;
      else break;
      parts.push(words[last]?.word ?? '');
    }
    const end = words[last]?.end ?? first.end;
    // "pour cent", "per cent" are units; "neuf" before a singular is "new".
    const isUnit =
      parts.length === 1 && /^cents?$/.test(first.word) && /(?:pour|per) ?$/i.test(text.slice(0, first.start));
    if (!isUnit) {
      const alone = parts.length === 1;
      const article = alone && /^(?:un|une|one)$/.test(first.word) && !isEmphaticOne(text, first.start, end);
      // "des millions", "millions of" name a magnitude; "un million", "deux millions" a number.
      const magnitude = alone && /^(?:millions|milliards|cents)$/.test(first.word);
      found.push({
        start: first.start,
        end,
        value: readWords(parts),
        unit: unitAround(text, first.start, end),
        vague: magnitude,
        article,
      });
    }
    index = last;
  }
  return found;
}

/** "vingt et un", "one hundred and five" – but not "cinq et dix" or "two and three". */
function continuesAfterAnd(parts: readonly string[], next: string): boolean {
  const last = parts.at(-1) ?? '';
  if (last in scales) return next in small;
  return (small[last] ?? 0) >= 20 && /^(?:un|une|onze)$/.test(next);
}

function isEmphaticOne(text: string, start: number, end: number): boolean {
  return /\b(?:only|just|seulement)\s*$/i.test(text.slice(0, start)) || /^\s(?:seule?|single)\b/i.test(text.slice(end));
}

/** Numbers of a text in text order. Dates must be cut out before: see `maskDates`. */
export function findNumbers(text: string): NumberMention[] {
  return [...figures(text), ...written(text)].sort((a, b) => a.start - b.start);
}

/** "some", "un peu plus de": a number behind it is rounded, on either side or on one. */
const roundings: readonly (readonly [RegExp, number, number])[] = [
  [
    /(?:plus d[e'’]|au-delà d[e'’]|dépass\p{L}*|more than|over|above|upwards of|exceed\p{L}*|at least|au moins)\s*$/iu,
    1,
    1 + 1 / 10,
  ],
  [/(?:moins d[e'’]|près d[e'’]|presque|less than|fewer than|under|nearly|almost|close to)\s*$/iu, 1 - 1 / 10, 1],
  [
    /(?:environ|quelque|autour d[e'’]|à peu près|une? bon(?:ne)?|about|around|roughly|approximately|some|or so)\s*$/iu,
    1 - 1 / 20,
    1 + 1 / 20,
  ],
];

const significantDigits = ({ value }: NumberMention) =>
  String(value)
    .replace('.', '')
    .replace(/^0+|0+$/g, '').length;

/** Whether a number that the sentence calls rounded, and that is rounder, stands for one of the source. */
export function rounds(text: string, claimed: NumberMention, found: NumberMention): boolean {
  if (claimed.unit !== found.unit && claimed.unit !== 'none') return false;
  if (significantDigits(claimed) >= significantDigits(found)) return false;
  const before = text.slice(Math.max(0, claimed.start - 30), claimed.start).replace(/[$€£]\s*$/u, '');
  return roundings.some(
    ([words, least, most]) =>
      words.test(before) && found.value >= least * claimed.value && found.value <= most * claimed.value,
  );
}

/** "62 of the 159 million": the scale stands once, behind the last. */
export function sharesScale(text: string, claimed: NumberMention, found: NumberMention): boolean {
  const scale = found.value / claimed.value;
  return (
    (scale === 1e3 || scale === 1e6 || scale === 1e9) &&
    /\d\s(?:mill|thousand|billion|mia|md)/iu.test(text.slice(claimed.end))
  );
}

/** "265,000 of the 410,000 euros", "from 12 to 15 %": the unit stands once, behind the last. */
export function sharesUnit(claimed: NumberMention, found: NumberMention, source: Sourced): boolean {
  if (claimed.value !== found.value || found.unit !== 'none' || claimed.unit === 'none') return false;
  const next = source.numbers.find(({ start }) => start >= found.end);
  return (
    next?.unit === claimed.unit &&
    /^\s*(?:of (?:the|its|some|these)?|out of|sur(?: les)?|des|à|to|et|and|or|ou|[-–/])\s*$/iu.test(
      source.text.slice(found.end, next.start),
    )
  );
}

interface Sourced {
  readonly text: string;
  readonly numbers: readonly NumberMention[];
}

/** Whether a number of the sentence is one of the source: same value, same unit where both give one. */
export function sameNumber(claimed: NumberMention, found: NumberMention): boolean {
  if (claimed.unit !== found.unit && claimed.unit !== 'none') return false;
  if (claimed.vague !== found.vague) {
    // "dozens" may stand for "41"; "41" never for "dozens".
    return claimed.vague && found.value >= claimed.value && found.value < claimed.value * 12;
  }
  return Math.abs(claimed.value - found.value) < 1e-9 * Math.max(1, Math.abs(found.value));
}
