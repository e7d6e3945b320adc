import { findDates } from '../../text/dates.ts';
import { findNumbers } from '../../text/numbers.ts';
import { analyseReporting } from '../../text/reported-speech.ts';
import type { Article, NameEntry, NameIndex } from '../../types.ts';
import { seededRandom } from '../seeded-random.ts';

/** A sentence of a file, copied with something left out, or with something slipped in or exchanged. */
export interface CopiedClaim {
  readonly claim: string;
  readonly faithful: boolean;
  readonly type: string;
}

interface Original {
  readonly article: Article;
  readonly text: string;
}

/** Shares of the sentences that are copied faithfully and unfaithfully. */
const faithfulShare = 0.45;
const tamperedShare = 0.6;
const fewestWords = 6;
/** What must not be left out: who says it, doubt, denial, conditions, limits. */
const bearing =
  /\b(?:selon|d['’]apr[eè]s|according|said|says|saying|told|dit|assure|affirme|ajoute|adds|claims?|nie|denie[sd]|deny|aurai(?:t|ent)|serai(?:t|ent)|would|could|may|might|alleg\w*|report\w*|pr[eé]sum\w*|suppos\w*|si|if|unless|sauf|except|hormis|only|seul\w*|not|no|pas|jamais|never|ne|n['’]\w+|aucun\w*|neither|nor|ni|before|avant|without|sans)\b/iu;

/**
 * Copies of the sentences of an affair as a lazy or lying writer makes them. People who write claims by hand use other
 * words; a reader taught by those alone holds any near copy for tampered with.
 */
export function copiedClaims<Sentence extends Original>(
  sentences: readonly Sentence[],
  names: NameIndex,
  seed: number,
): (CopiedClaim & { readonly sentence: Sentence })[] {
  const random = seededRandom(seed);
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)];
  const people = names.entries.filter(({ kind }) => kind === 'person' || kind === 'organisation');
  const claims: (CopiedClaim & { sentence: Sentence })[] = [];
  for (const sentence of sentences) {
    if (random() < faithfulShare) {
      const claim = pick(shortened(sentence)) ?? sentence.text;
      claims.push({ sentence, claim, faithful: true, type: claim === sentence.text ? 'copy' : 'shortened' });
    }
    if (random() < tamperedShare) {
      const ways = tampering(sentence, sentences, people, names, pick);
      const [type, claim] = pick(ways.filter(([, text]) => text !== undefined && text !== sentence.text)) ?? [];
      if (type && claim) claims.push({ sentence, claim, faithful: false, type });
    }
  }
  return claims;
}

const wordCount = (text: string) => text.split(/\s+/).length;
const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Copies without a segment between commas, without what leads in, or without a date. */
function shortened({ text, article }: Original): string[] {
  const cuts = [
    ...[...text.matchAll(/, [^,;:«»“”"()]{6,90}(?=[,.])/gu)].map((match) => [
      match.index,
      match.index + match[0].length,
    ]),
    ...[...text.matchAll(/^[^,;:«»“”"()]{6,70}, /gu)].map((match) => [0, match[0].length]),
    ...[...text.matchAll(/ \([^()]{3,60}\)/gu)].map((match) => [match.index, match.index + match[0].length]),
    ...findDates(text, article.language, article.published).flatMap(({ start, end }) => {
      const before = /(?:,| )\s?(?:le|on|en|in) $/u.exec(text.slice(0, start));
      return before ? [[start - before[0].length, end]] : [];
    }),
  ] as [number, number][];
  return cuts
    .filter(([start, end]) => !bearing.test(text.slice(start, end)))
    .map(([start, end]) => capitalised(`${text.slice(0, start)}${text.slice(end)}`.trim()))
    .filter((claim) => wordCount(claim) >= fewestWords);
}

type Pick = <Item>(items: readonly Item[]) => Item | undefined;

function tampering(
  { text, article }: Original,
  all: readonly Original[],
  people: readonly NameEntry[],
  names: NameIndex,
  pick: Pick,
): [string, string | undefined][] {
  const other = pick(all.filter((one) => one.article.id === article.id && one.text !== text))?.text;
  return [
    ['name', exchangedName(text, people, names, pick)],
    ['name', exchangedName(text, people, names, pick)],
    ['number', exchangedNumber(text, all, pick)],
    ['number', exchangedNumber(text, all, pick)],
    ['hardened', hardened(text)],
    ['denial', undenied(text)],
    ['added', withDetail(text, article, people, pick)],
    ['other', other && `${text} ${other}`],
    ['other', other],
    ['speaker', withoutSpeaker(text, article)],
  ];
}

function exchangedName(text: string, people: readonly NameEntry[], names: NameIndex, pick: Pick): string | undefined {
  const mentions = names.find(text);
  const mention = pick(mentions.filter(({ entry }) => people.includes(entry)));
  const name = pick(
    people.filter((entry) => entry.kind === mention?.entry.kind && !mentions.some((one) => one.entry === entry)),
  );
  return mention && name && text.slice(0, mention.start) + name.canonical + text.slice(mention.end);
}

function exchangedNumber(text: string, all: readonly Original[], pick: Pick): string | undefined {
  const number = pick(findNumbers(text).filter(({ start, end }) => /^\d/.test(text.slice(start, end))));
  if (!number) return undefined;
  const source = pick(all)?.text ?? '';
  const found = pick(findNumbers(source).filter(({ start, end }) => /^\d/.test(source.slice(start, end))));
  const written = found ? source.slice(found.start, found.end) : String(Math.round(number.value) + 3);
  return found?.value === number.value ? undefined : text.slice(0, number.start) + written + text.slice(number.end);
}

/** "aurait vendu" → "a vendu". */
function hardened(text: string): string | undefined {
  const plain: readonly (readonly [RegExp, string])[] = [
    [/\baurait\b/u, 'a'],
    [/\bauraient\b/u, 'ont'],
    [/\bserait\b/u, 'est'],
    [/\bseraient\b/u, 'sont'],
    [/\b(?:allegedly|reportedly) /u, ''],
    [/\b(?:is|are) (?:said|alleged|believed|thought) to have\b/u, 'has'],
    [/\b(?:présumée?s?|alleged|suspected) /u, ''],
    [/\b(?:may|might|could|would) have\b/u, 'had'],
  ];
  const found = plain.find(([pattern]) => pattern.test(text));
  return found && text.replace(found[0], found[1]);
}

/** "n'a pas vendu" → "a vendu". */
function undenied(text: string): string | undefined {
  const negation = /\bn(?:e |['’])(\p{L}+(?: \p{L}+)?) (?:pas|jamais|plus)\b/u;
  if (negation.test(text)) return text.replace(negation, '$1');
  return /\b(?:not|never)\b /u.test(text) ? text.replace(/\b(?:not|never)\b /u, '') : undefined;
}

/** The first word where it is no name. */
const article = /^(?:Les?|La|L['’]|Une?|The|An?|Ils?|Elles?|He|She|They|It)(?!\p{L})/u;

function withDetail(text: string, { language }: Article, people: readonly NameEntry[], pick: Pick): string | undefined {
  const name = pick(people)?.canonical;
  const details =
    language === 'fr'
      ? ['en secret', 'pour la deuxième fois', `à la demande de ${name}`, `après un appel de ${name}`, 'contre son gré']
      : ['in secret', 'for the second time', `at the request of ${name}`, `after a call from ${name}`, 'unwillingly'];
  const leads = language === 'fr' ? ['En secret, ', 'Comme prévu, '] : ['Secretly, ', 'As planned, '];
  const ahead = pick([true, false, false]);
  return ahead
    ? (pick(leads) ?? '') + text.replace(article, (word) => word.toLowerCase())
    : text.replace(/[.!]?$/u, ` ${pick(details)}.`);
}

/** "Selon Le Fil, le quai ferme" → "Le quai ferme". */
function withoutSpeaker(text: string, { language }: Article): string | undefined {
  const lead = /^(?:Selon|D['’]après|According to) [^,]{2,60}, /u.exec(text);
  if (!lead || !analyseReporting(text, language).attributed) return undefined;
  const rest = capitalised(text.slice(lead[0].length));
  return analyseReporting(rest, language).attributed ? undefined : rest;
}
