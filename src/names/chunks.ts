import { fold } from '../text/fold.ts';
import { roleNouns } from '../text/role-nouns.ts';
import { generalWords } from '../text/terms.ts';
import type { Gazetteer } from './gazetteer.ts';
import { calendarWords, civilities, officeWords, organisationWords, particles, roleModifiers } from './lexicon.ts';
import { isDemonym, regionOf } from './regions.ts';
import { nameKey } from './spelling.ts';
import type { Token } from './tokens.ts';

/** Capitalised words that stand together, titles taken off: perhaps a name. */
export interface Chunk {
  readonly start: number;
  readonly end: number;
  readonly key: string;
  readonly words: number;
  /** Its first capital may be due to its place. */
  readonly initial: boolean;
  /** A title or a role noun stands right before it. */
  readonly titled: boolean;
  /** The name is one that is known beforehand: a country, an outlet, a spelled-out acronym. */
  readonly known: boolean;
  /** Only particles stand between this chunk and the next: "François **de** Rugy". */
  readonly joinsNext: boolean;
  /** For a first word that may have been an article at the start of a sentence: "Le Monde", "The Hill". */
  readonly article: string | null;
}

const portfolio =
  /(?:ministre|minist[eè]re|secr[ée]taire|commissaire|garde|d[ée]l[ée]gu[ée]e?)\b[^.;:()\n]{0,60}?\b(?:de la|de l['’]|des|du|aux|à la|à l['’])\s*$/iu;
const articleWord = /^(?:le|la|les|l['’]|the)$/i;
const romanNumeral = /^[IVX]{1,4}$/;

const isTitleWord = (word: string): boolean =>
  roleNouns.has(word) || civilities.has(word) || roleModifiers.has(word) || isDemonym(word);

/** Takes the titles off a run: `Israeli Foreign Minister Yair Lapid` → `Yair Lapid`, `Prime Minister` → nothing. */
function withoutTitles(run: readonly Token[]): { tokens: readonly Token[]; titled: boolean } {
  let tokens = run;
  let titled = false;
  let title = -1;
  for (const [index, token] of tokens.entries()) {
    const word = fold(token.text);
    if (civilities.has(word) || roleNouns.has(word)) title = index;
  }
  if (title >= 0 && title < tokens.length - 1) {
    const rest = tokens.slice(title + 1);
    // "General Motors", "Premier League": a company or a competition, not a person's title.
    const lonely = title === 0 && rest.length === 1 && fold(tokens[0]!.text) === 'general';
    if (!lonely && !rest.every((token) => organisationWords.has(fold(token.text)))) {
      tokens = rest;
      titled = true;
    }
  }
  if (tokens.every((token) => isTitleWord(fold(token.text)))) return { tokens: [], titled };
  // "NSO Chief" loses its title, "Bruno Le Maire" and "Martin Luther King" do not.
  const last = tokens.at(-1)!;
  if (tokens.length === 2 && roleNouns.has(fold(last.text)) && /^\p{Lu}{2,}$/u.test(tokens[0]!.text)) {
    tokens = tokens.slice(0, -1);
  }
  while (tokens.length > 0) {
    const first = fold(tokens[0]!.text);
    const strip = isDemonym(first) && (tokens.length !== 2 || titled);
    const modifier = roleModifiers.has(first) && tokens.length === 1;
    if (!strip && !modifier) break;
    if (regionOf(nameKey(tokens.map((token) => token.text).join(' '))) !== undefined) break;
    tokens = tokens.slice(1);
  }
  return { tokens, titled };
}

/** A line set in headline case: its capitals prove nothing. */
function isHeadline(text: string, tokens: readonly Token[]): boolean {
  if (/^[»”")\]]*[.!?…]/.test(text.slice(tokens.at(-1)!.end, tokens.at(-1)!.end + 3))) return false;
  const long = tokens.filter((token) => token.text.length > 1 && /^\p{L}/u.test(token.text));
  const capitals = long.filter((token) => token.capital).length;
  if (long.length < 5 || capitals < 4 || capitals < 0.4 * long.length) return false;
  return capitals > 0.7 * long.filter((token) => token.capital || !generalWords.has(fold(token.text))).length;
}

/** Splits tokens at line breaks, without those of headlines. */
function paragraphs(text: string, tokens: readonly Token[]): Token[][] {
  const found: Token[][] = [];
  let current: Token[] = [];
  for (const token of tokens) {
    const previous = current.at(-1);
    if (previous !== undefined && text.slice(previous.end, token.start).includes('\n')) {
      found.push(current);
      current = [];
    }
    current.push(token);
  }
  if (current.length > 0) found.push(current);
  return found.filter((paragraph) => !isHeadline(text, paragraph));
}

function makeChunk(text: string, run: readonly Token[]): Omit<Chunk, 'joinsNext'> | null {
  let tokens = run;
  let article: string | null = null;
  // At the start of a sentence function words lose nothing by going: "Selon Axios", "Le Maroc", "Depuis Jérusalem".
  while (tokens.length > 0 && tokens[0]!.initial && generalWords.has(fold(tokens[0]!.text))) {
    article = articleWord.test(tokens[0]!.text) ? tokens[0]!.text : null;
    tokens = tokens.slice(1);
    if (article !== null) break;
  }
  const before = text.slice(Math.max(0, (tokens[0]?.start ?? 0) - 90), tokens[0]?.start ?? 0);
  let titled = false;
  if (tokens.length >= 2 && portfolio.test(before)) {
    tokens = tokens.slice(1);
    titled = true;
  }
  const bare = withoutTitles(tokens);
  tokens = bare.tokens;
  const first = tokens[0];
  const last = tokens.at(-1);
  if (first === undefined || last === undefined) return null;
  if (tokens.every((token) => articleWord.test(token.text) || romanNumeral.test(token.text))) return null;
  if (tokens.length === 1 && (first.text.length < 2 || isDemonym(fold(first.text)))) return null;
  if (tokens.length === 1 && generalWords.has(fold(first.text)) && !/^\p{Lu}+$/u.test(first.text)) return null;
  if (tokens.every((token) => officeWords.has(fold(token.text)) || roleModifiers.has(fold(token.text)))) return null;
  const wordBefore = fold(
    /([\p{L}-]+)[.,]?\s+$/u.exec(text.slice(Math.max(0, first.start - 30), first.start))?.[1] ?? '',
  );
  return {
    start: first.start,
    end: last.end,
    key: nameKey(text.slice(first.start, last.end)),
    words: tokens.length,
    initial: first.initial,
    titled: titled || bare.titled || roleNouns.has(wordBefore) || civilities.has(wordBefore),
    known: false,
    article,
  };
}

function joinsAcross(text: string, left: { end: number }, right: { start: number }): boolean {
  const between = text.slice(left.end, right.start);
  if (!/^ [\p{Ll}& ]{1,8} $/u.test(between)) return false;
  const inner = between.trim().split(' ');
  return inner.length <= 2 && inner.every((word) => particles.has(word) && word !== 'd');
}

const afterPreposition = (text: string, start: number): boolean =>
  /(?:\b(?:du|de|des|en|au|aux|à|of|in) |\bd['’])$/.test(text.slice(Math.max(0, start - 5), start));

/** Runs of capitalised words of a text, in order. */
export function findChunks(text: string, tokens: readonly Token[], gazetteer: Gazetteer): Chunk[] {
  const chunks: Omit<Chunk, 'joinsNext'>[] = [];
  for (const paragraph of paragraphs(text, tokens)) {
    let index = 0;
    while (index < paragraph.length) {
      const token = paragraph[index]!;
      if (!token.capital || calendarWords.has(fold(token.text))) {
        index += 1;
        continue;
      }
      let end = index + 1;
      while (
        end < paragraph.length &&
        paragraph[end]!.capital &&
        paragraph[end]!.adjacent &&
        !paragraph[end - 1]!.possessive &&
        !calendarWords.has(fold(paragraph[end]!.text))
      ) {
        end += 1;
      }
      const known = gazetteer.match(paragraph, index);
      // "le correspondant de RFI Michel Paul", "le roi du Maroc Mohammed VI"
      for (let cut = index + 1; cut < end - 1; cut += 1) {
        const rest = end - cut;
        const named = gazetteer.match(paragraph, cut) >= rest && rest >= 2;
        if (named || (known === cut - index && rest >= 2 && afterPreposition(text, token.start))) end = cut;
      }
      if (known > 0 && index + known >= end) {
        const last = paragraph[index + known - 1]!;
        chunks.push({
          start: token.start,
          end: last.end,
          key: nameKey(text.slice(token.start, last.end)),
          words: known,
          initial: token.initial,
          titled: false,
          known: true,
          article: null,
        });
        index += known;
        continue;
      }
      const chunk = makeChunk(text, paragraph.slice(index, end));
      if (chunk !== null && chunk.key !== '') chunks.push(chunk);
      index = end;
    }
  }
  return chunks.map((chunk, index) => {
    const next = chunks[index + 1];
    return { ...chunk, joinsNext: next !== undefined && !chunk.known && joinsAcross(text, chunk, next) };
  });
}
