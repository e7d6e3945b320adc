import { asksClockTime, findClockTimes } from '../text/clock-times.ts';
import { findDates } from '../text/dates.ts';
import { fold } from '../text/fold.ts';
import { findNumbers } from '../text/numbers.ts';
import { stems, words } from '../text/terms.ts';
import type { Evidence } from './evidence.ts';
import type { Question } from './question.ts';
import type { QuestionKind } from './question-kind.ts';

/** A value of the kind a question asks for, found in a sentence. Values with one key say the same thing. */
export interface Value {
  readonly type: 'name' | 'date' | 'time' | 'number' | 'degree' | 'cause';
  readonly key: string;
  /** In (0, 1]: 1 when the value stands where the question asks for it, e.g. a number before the noun asked about. */
  readonly fit: number;
}

/** Signs and words of money around a number. */
const money = /[$€£]|\b(?:dollars?|euros?|milli(?:on|ard)s?|billions?|%|percent|pour cent|times|fois)/iu;

const cause =
  /\b(?:parce que|car|en raison de|a cause de|faute de|afin (?:de|que|d')|pour (?:que|ne pas|\p{L}+er\b|\p{L}+ir\b)|puisque|grace a|a la suite de|a l'origine|explique|motif|en effet|because|due to|owing to|in order to|so that|since|as a result|after|over|reason|cause[ds]?|rested on|for fear|to (?:avoid|prevent|protect|calm|end|close|keep))\b/u;

/** How much of a whole; adverbs and quantity phrases of press language. */
const degrees: readonly (readonly [string, RegExp])[] = [
  ['partial', /\b(?:partiel\p{L}*|partly|partial\p{L}*|en partie|partiellement|some of)\b/u],
  [
    'large',
    /\b(?:(?:large|big|major|grande|bonne|importante) (?:share|part|partie)|part importante|une bonne partie|la plupart|most of|much of|l'essentiel)\b/u,
  ],
  ['total', /\b(?:total\p{L}*|complet\p{L}*|complete\p{L}*|entier\p{L}*|entirely|all)\b/u],
];

/** Values in the sentence that the question does not already hold. */
export function valuesOf(question: Question, evidence: Evidence): Value[] {
  if (question.whoTold) return evidence.teller ? [{ type: 'name', key: evidence.teller, fit: 1 }] : [];
  return extractors[question.kind]?.(question, evidence) ?? [];
}

const extractors: Partial<Record<QuestionKind, (question: Question, evidence: Evidence) => Value[]>> = {
  who: (question, evidence) =>
    newNames(question, evidence, (kind) => (kind === 'person' ? 1 : kind === 'organisation' ? 0.7 : 0.3)),
  where: (question, evidence) => newNames(question, evidence, (kind) => (kind === 'place' ? 1 : 0.4)),
  which: (question, evidence) => {
    // A list names several.
    const names = newNames(question, evidence, () => 0.5);
    return names.map((value) => ({ ...value, fit: Math.min(1, 0.2 + 0.2 * names.length) }));
  },
  when: (question, evidence) => {
    if (asksClockTime(question.text))
      return findClockTimes(evidence.text).map((key) => ({ type: 'time', key, fit: 1 }));
    const asked = new Set(findDates(question.text, question.language, null).map(({ date }) => date));
    return findDates(evidence.text, evidence.article.language, evidence.article.published)
      .filter(({ date }) => !asked.has(date))
      .map(({ date, precision }) => ({
        type: 'date',
        key: date,
        fit: precision === 'day' ? 1 : precision === 'month' ? 0.7 : 0.5,
      }));
  },
  'how-many': (question, evidence) => [...quantities(question, evidence), ...degreesIn(evidence.text)],
  'how-old': (_, evidence) => agesIn(evidence.text),
  why: (_, evidence) => (cause.test(fold(evidence.text)) ? [{ type: 'cause', key: 'cause', fit: 1 }] : []),
};

function newNames(question: Question, evidence: Evidence, fitOf: (kind: string) => number): Value[] {
  return (
    evidence.sentence.names
      .filter(({ id }) => !question.names.some((name) => name.id === id))
      // An outlet that reports is not the name asked for.
      .filter((entry) => !question.nameWanted || !evidence.publication.names.includes(entry))
      .map(({ id, kind }) => ({ type: 'name', key: id, fit: fitOf(kind) }))
  );
}

/** "39 ans", "39-year-old", "aged 39", and the bare number that stands behind a name: "Hulio, 39, relates". */
function agesIn(text: string): Value[] {
  const found = text.matchAll(
    /(?<!\d)(\d{1,3})[ \u00a0\u202f-]?(?:ans(?!\p{L})|years?[ -]old|-year-old)|(?:âgée?s? de|aged?|à l['’]âge de)\s(\d{1,3})(?!\d)|\p{Lu}[\p{L}’'-]+,? [,(]?(\d{2})(?=[,)])/gu,
  );
  return [...found].map((match) => ({ type: 'number', key: match[1] ?? match[2] ?? match[3] ?? '', fit: 1 }));
}

/** Units of time: what "how long" and "combien de temps" count. */
const durationStems = new Set(
  'seconde second minute heure heures hour hours jour jours journée day days nuit night semaine semaines week weeks mois month months an ans année années year years décennie decade'
    .split(' ')
    .flatMap((word) => stems(fold(word))),
);
const asksDuration = /\b(?:combien de temps|how long|duree|duration)\b/;

/** Numbers that are not dates; those followed within three words by something the question names fit best. */
function quantities(question: Question, evidence: Evidence): Value[] {
  const { text, article } = evidence;
  const dates = findDates(text, article.language, article.published);
  const inQuestion = new Set(findNumbers(question.text).map(({ value }) => value));
  const found: Value[] = [];
  for (const number of findNumbers(text)) {
    if (inQuestion.has(number.value)) continue;
    if (dates.some((date) => number.start < date.end && number.end > date.start)) continue;
    if (number.value >= 1900 && number.value <= 2100 && /^\d{4}$/.test(text.slice(number.start, number.end))) continue;
    const after = words(text.slice(number.end, number.end + 40))
      .slice(0, 4)
      .flatMap(({ word }) => stems(word));
    const { counted } = question;
    const asked = asksDuration.test(fold(question.text))
      ? after.slice(0, 3).some((stem) => durationStems.has(stem))
      : counted
        ? [...counted.stems, ...counted.synonyms.keys(), ...counted.corrections.flatMap(stems)].some((stem) =>
            after.includes(stem),
          )
        : money.test(text.slice(Math.max(0, number.start - 2), number.end + 12));
    found.push({ type: 'number', key: String(number.value), fit: asked ? 1 : counted ? 0.3 : 0.5 });
  }
  return found;
}

function degreesIn(text: string): Value[] {
  const folded = fold(text);
  return degrees.filter(([, pattern]) => pattern.test(folded)).map(([key]) => ({ type: 'degree', key, fit: 0.6 }));
}
