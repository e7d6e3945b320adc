import { fold } from '../text/fold.ts';
import { roleNouns } from '../text/role-nouns.ts';
import { generalWords } from '../text/terms.ts';
import type { Language, Span } from '../types.ts';

const longestRole = 100;

/** Also in the plural, and as part of a compound: `haute-commissaire`. */
const isRole = (word: string): boolean =>
  [word, ...word.split('-')].some((part) => roleNouns.has(part) || roleNouns.has(part.replace(/s$/, '')));
const wordsOf = (text: string): string[] => fold(text).match(/[a-z]+(?:-[a-z]+)*/g) ?? [];

/** Where a role's own words end: at a verb, a conjunction or the next clause. */
const roleEnd: Record<Language, RegExp> = {
  fr: /[,;:.()«»"“”!?—]|\s(?:(?:a|ont|est|sont|était|avait|doit|y|qui|que|dont|où|au sujet|selon|par|après|mais)\s|qu['’]|n['’]|s['’]est)/u,
  en: /[,;:.()"“”!?—]|\s(?:is|are|was|were|has|had|who|which|that|over|said|says|told|would|will|after|about|but|in his|in her)\s/u,
};
const determiner = /^(?:(?:l['’]|le |la |les |un |une |son |sa |ses |leur |the |a |an |his |her |its |their )\s*)+/iu;

/** The stretch after a name that says what its bearer is: "Eyal Hulata, **conseiller à la sécurité nationale d'Israël**, …". */
function apposition(sentence: string, from: number, language: Language): Span | null {
  const opening =
    /^\s*[»”"]?\s*(?:\([^)]{0,60}\)\s*)?,\s+(?:(?:whom|que)\s[^,]{2,40}\s(?:describes|calls|décrit|présente)\s(?:as|comme)\s+)?/u.exec(
      sentence.slice(from),
    );
  if (opening === null) return null;
  const start = from + opening[0].length;
  const rest = sentence.slice(start);
  const skipped = determiner.exec(rest)?.[0].length ?? 0;
  const end = skipped + (roleEnd[language].exec(rest.slice(skipped))?.index ?? rest.length - skipped);
  const text = rest.slice(skipped, end).trimEnd();
  if (text.length > longestRole || text.length < 3) return null;
  // "qui juge…" and "et le juge…" go on with the story.
  if (/^(?:qui|que|et|ou|y|who|which|and|or|whose)\s/i.test(text)) return null;
  const head = fold(text).split(/\b(?:de|du|des|d'|a|au|aux|of|to|for|in|at)\b/)[0] ?? '';
  const first = wordsOf(head).slice(0, language === 'fr' ? 3 : 5);
  if (!first.some(isRole) && !/^(?:chargee? |numero |number )/.test(fold(text))) return null;
  return { start: start + skipped, end: start + skipped + text.length };
}

/** Adjectives that may stand between a role and a name; and capitalised words, for offices and countries. */
const adjective =
  /(?:ien|ienne|ais|aise|ois|oise|ain|aine|ol|ole|eur|eure|eures|ere|eres|al|ale|ales|ique|iques|aire|aires|an|ian|ese|ish|nal|ral|if|ive)$/;
const auxiliaries = new Set('ont est sont avait avaient ete aura has had have was were is been being'.split(' '));
const links = new Set('de du des d la le l les a au aux of for the et and s'.split(' '));

/** The stretch before a name that says what its bearer is: "**le ministre israélien de la Défense** Benny Gantz". */
function title(sentence: string, until: number, language: Language): Span | null {
  const from = Math.max(0, until - longestRole - 20);
  const before = sentence.slice(from, until);
  const clause = /[^,;:.()«»"“”!?—]*,?\s*$/u.exec(before)?.[0] ?? '';
  const comma = /,\s*$/.test(clause);
  const words = [...clause.matchAll(/[\p{L}\p{N}]+(?:[-][\p{L}\p{N}]+)*/gu)].map((match) => ({
    raw: match[0],
    word: fold(match[0]),
    start: until - clause.length + match.index,
    end: until - clause.length + match.index + match[0].length,
  }));
  const last = words.at(-1);
  if (last === undefined || links.has(last.word) || (generalWords.has(last.word) && !isRole(last.word))) return null;
  const mayFollowRole = (at: number): boolean => {
    const { raw, word } = words[at]!;
    return links.has(word) || adjective.test(word) || /^\p{Lu}/u.test(raw) || links.has(words[at - 1]?.word ?? '');
  };
  // The role must reach up to the name: nothing but links, adjectives and capitals in between.
  let index = words.length - 1;
  let role = -1;
  while (index >= 0) {
    const { raw, word } = words[index]!;
    if (isRole(word)) role = index;
    else if (
      role >= 0 &&
      language === 'fr' &&
      !/^(?:ex|ancien|ancienne|futur|vice|haut|haute|principal|principale)$/.test(word)
    )
      break;
    else if (role >= 0 && (links.has(word) || generalWords.has(word)) && word !== 's') break;
    else if (role < 0 && (raw === 'a' || auxiliaries.has(word) || !mayFollowRole(index))) return null;
    if (words.length - index > 9) break;
    index -= 1;
  }
  // "lequel avait envoyé à Paris Benny Gantz"
  if (role < 0 || auxiliaries.has(words[index]?.word ?? '')) return null;
  const first = words[index + 1]!;
  const start = first.start;
  const end = comma ? last.end : Math.max(last.end, until - (/\s+$/.exec(sentence.slice(0, until))?.[0].length ?? 0));
  const text = sentence.slice(start, end);
  // A bare "président" or "M." says too little, and a list's last role may be another's.
  if (text.length > longestRole || !/\s|^\p{Lu}{3}/u.test(text)) return null;
  return { start, end };
}

/** In brackets after a name: a role, or what each of several office-holders is in charge of: "ministres : A (Santé), B (Sports)". */
function inBrackets(sentence: string, mention: Span, language: Language): Span | null {
  const opening = /^\s*\((?=\p{L})/u.exec(sentence.slice(mention.end))?.[0];
  if (opening === undefined) return null;
  const start = mention.end + opening.length;
  const text = sentence.slice(start, start + (roleEnd[language].exec(sentence.slice(start))?.index ?? 0)).trimEnd();
  if (text.length < 4 || text.length > longestRole) return null;
  const holders = sentence.match(/\p{Lu}[\p{L}’'-]+ \(\p{Lu}/gu)?.length ?? 0;
  const listed = holders > 1 && wordsOf(sentence.slice(0, mention.start)).some(isRole);
  return listed || wordsOf(text).slice(0, 3).some(isRole) ? { start, end: start + text.length } : null;
}

/** "A et ancien B": what somebody was is a role of its own. */
function apart(sentence: string, role: Span): Span[] {
  const joint = /\s(?:et|and)\s(?=(?:ancien|ancienne|ex|former)(?!\p{L}))/u.exec(sentence.slice(role.start, role.end));
  if (joint === null) return [role];
  const end = role.start + joint.index;
  return [
    { start: role.start, end },
    { start: end + joint[0].length, end: role.end },
  ];
}

/** What a sentence says a mentioned person or body is: the stretches of its text that tell a role. */
export function rolesAround(sentence: string, mention: Span, language: Language): Span[] {
  return [
    title(sentence, mention.start, language),
    apposition(sentence, mention.end, language),
    inBrackets(sentence, mention, language),
  ]
    .filter((span): span is Span => span !== null && span.end > span.start)
    .flatMap((span) => apart(sentence, span));
}

const leaving = new RegExp(
  String.raw`^,?\s+(?:qui|who)\s(?!n['’]|ne\s)[^,.;:]*?(?<!\p{L})(?:${[
    '(?:remis|présenté|donné) sa démission|démissionné|été (?:limogé|remplacé|démis)',
    'quitté (?:ses fonctions|son poste|le gouvernement)',
    'resigned|stepped down|left office|(?:was|been) (?:dismissed|sacked|replaced|removed)',
  ].join('|')})[^,.;:]*`,
  'u',
);

/** Where the clause ends that says that the bearer of a role gave it up, right after it: "…, qui a démissionné en mai"; else null. */
export function endOfLeaving(sentence: string, from: number): number | null {
  const clause = leaving.exec(sentence.slice(from))?.[0];
  return clause === undefined ? null : from + clause.trimEnd().length;
}
