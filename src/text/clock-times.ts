import { fold } from './fold.ts';

const inWords =
  'une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve';

/**
 * Times of day as the French and the English press write them, in folded text: "7h44", "18 h 15", "23:05", "8.40 a.m.", "onze heures
 * vingt", "at two", "five past nine", and the parts of the day that answer as well ("midi", "in the morning", "à l'aube").
 */
const clockTime = new RegExp(
  [
    String.raw`\b(?:[01]?\d|2[0-4])\s?h(?:\s?[0-5]\d)?\b`,
    String.raw`\b(?:[01]?\d|2[0-3])[:.][0-5]\d\b(?!\s?(?:%|milli|billion|euros?|dollars?|pour cent|percent))`,
    String.raw`\b(?:[01]?\d|2[0-4]|${inWords})\s+(?:heures?|o'clock)\b`,
    String.raw`\b(?:\d{1,2}|${inWords})\s?[ap]\.?\s?m\b`,
    String.raw`\b(?:at|by|past|to|until|around|about)\s+(?:about |around |nearly |half (?:past )?|quarter (?:past|to) )?(?:${inWords})\b(?!\s+(?:\p{L}+s|per|of)\b)`,
    String.raw`\b(?:midi|minuit|noon|midday|midnight|aube|dawn|daybreak|crepuscule|dusk|matin|matinee|apres-midi|soir|soiree|nuit|morning|afternoon|evening|night)\b`,
  ].join('|'),
  'gu',
);

/** Times of day that a sentence tells, as they are written, folded. */
export function findClockTimes(text: string): string[] {
  return [...fold(text).matchAll(clockTime)].map(([time]) => time.replace(/\s+/g, ' '));
}

/** Whether a question asks for the time of day: "à quelle heure", "at what time"; not "at what time of year". */
export function asksClockTime(question: string): boolean {
  return /\b(?:quelle heure|kel heure|what hour|(?:what|which) time(?! of (?:the )?(?:year|month|week|life)))\b/.test(
    fold(question),
  );
}
