import type { Article, Span } from '../types.ts';
import { type Chunk, findChunks } from './chunks.ts';
import type { Gazetteer } from './gazetteer.ts';
import { determiners, organisationWords, placeOnlyPrepositions, placePrepositions } from './lexicon.ts';
import { regionOf } from './regions.ts';
import { nameKey } from './spelling.ts';
import { tokenise } from './tokens.ts';

/** Where a form occurs. `article` indexes the list of articles. */
export interface Occurrence extends Span {
  readonly article: number;
}

/** One spelling of something named, all its writings that fold to one key. */
export interface Form {
  readonly key: string;
  readonly words: readonly string[];
  /** Writings as in the texts, with the articles that use them. */
  readonly surfaces: Map<string, Set<number>>;
  readonly articles: Set<number>;
  /** Up to `maximumOccurrences`, enough to compare contexts. */
  readonly occurrences: Occurrence[];
  count: number;
  /** Occurrences whose capital is not due to their place. */
  certain: number;
  /** Occurrences right after a title or a role noun. */
  titled: number;
  /** Occurrences after "à", "in"… */
  placed: number;
  /** Occurrences after an article. */
  determined: number;
  known: boolean;
}

const maximumOccurrences = 12;

/** A spelling before anything is counted. `known`: given beforehand rather than found in the texts. */
export function emptyForm(key: string, known: boolean): Form {
  return {
    key,
    words: key.split(' '),
    surfaces: new Map(),
    articles: new Set(),
    occurrences: [],
    count: 0,
    certain: 0,
    titled: 0,
    placed: 0,
    determined: 0,
    known,
  };
}

/** Chunks of all articles, with what can only be judged over all of them. */
export interface ChunkTable {
  readonly chunks: readonly (readonly Chunk[])[];
  /** How often a key stands on its own, joined to no other chunk. */
  readonly standalone: ReadonlyMap<string, number>;
  /** The same, at places where the capital proves a name. */
  readonly certain: ReadonlyMap<string, number>;
  /** First words of names of several words: "François" of "François Bayrou". */
  readonly firstWords: ReadonlySet<string>;
}

export function readChunks(articles: readonly Article[], gazetteer: Gazetteer): ChunkTable {
  const standalone = new Map<string, number>();
  const certain = new Map<string, number>();
  const firstWords = new Set<string>();
  const chunks = articles.map((article) => findChunks(article.text, tokenise(article.text), gazetteer));
  for (const list of chunks) {
    for (const [index, chunk] of list.entries()) {
      if (chunk.joinsNext || list[index - 1]?.joinsNext === true) continue;
      standalone.set(chunk.key, (standalone.get(chunk.key) ?? 0) + 1);
      if (chunk.initial) continue;
      certain.set(chunk.key, (certain.get(chunk.key) ?? 0) + 1);
      if (chunk.words > 1) firstWords.add(chunk.key.split(' ')[0]!);
    }
  }
  return { chunks, standalone, certain, firstWords };
}

/** Whether "A de B" is one name: "François de Rugy", not "Paris de Benny Gantz". */
function joins(left: Chunk, right: Chunk, text: string, table: ChunkTable): boolean {
  if ((table.standalone.get(left.key) ?? 0) > 0 || regionOf(left.key) !== undefined) return false;
  const particle = text.slice(left.end, right.start).trim();
  const organisation = left.key.split(' ').some((word) => organisationWords.has(word));
  if (organisation) return particle.startsWith('of') || left.words === 1;
  if (left.words > 1) return !/^(?:de|du|des|d|of|the|la|le|les|e|y)\b/.test(particle);
  const given = table.firstWords.has(left.key);
  if (left.initial && !given) return false;
  if (regionOf(right.key) !== undefined) return particle.startsWith('of');
  return right.words === 1 || given || (table.standalone.get(right.key) ?? 0) === 0;
}

/** "la Défense Benny Gantz": a longer run that ends in a name known on its own is cut before it. */
function tailOf(chunk: Chunk, text: string, table: ChunkTable): Chunk {
  if (chunk.known || chunk.words < 3 || (table.standalone.get(chunk.key) ?? 0) > 1) return chunk;
  const surface = text.slice(chunk.start, chunk.end);
  for (const space of surface.matchAll(/\s/g)) {
    const start = chunk.start + space.index + 1;
    const key = nameKey(text.slice(start, chunk.end));
    if (!/\s/.test(text.slice(start, chunk.end))) break;
    if ((table.standalone.get(key) ?? 0) > 0) {
      return { ...chunk, start, key, words: key.split(' ').length, initial: false };
    }
  }
  return chunk;
}

/** At the start of a sentence "Interrogé Macron" keeps only what is written with a capital elsewhere too. */
function withoutInitialWord(
  chunk: Chunk,
  text: string,
  table: ChunkTable,
  ordinary: ReadonlyMap<string, number>,
): Chunk {
  if (!chunk.initial || chunk.known || chunk.words < 2 || (table.certain.get(chunk.key) ?? 0) > 0) return chunk;
  const surface = text.slice(chunk.start, chunk.end);
  const space = surface.search(/\s/);
  if (space < 0) return chunk;
  if (!ordinary.has(nameKey(surface.slice(0, space)))) return chunk;
  const start = chunk.start + space + 1;
  const key = nameKey(text.slice(start, chunk.end));
  return { ...chunk, start, key, words: key.split(' ').length, initial: false };
}

/** "le gouvernement Bennett-Lapid": two names, each known on its own. */
function hyphenated(chunk: Chunk, text: string, table: ChunkTable): Chunk[] {
  const surface = text.slice(chunk.start, chunk.end);
  if (chunk.known || !/^[\p{L}\p{M}]+(?:[-‑][\p{L}\p{M}]+)+$/u.test(surface)) return [];
  const parts = [...surface.matchAll(/[\p{L}\p{M}]+/gu)].map((match) => ({
    ...chunk,
    start: chunk.start + match.index,
    end: chunk.start + match.index + match[0].length,
    key: nameKey(match[0]),
    words: 1,
  }));
  const own = table.standalone.get(chunk.key) ?? 0;
  return parts.every((part) => (table.certain.get(part.key) ?? 0) > own) ? parts : [];
}

/** All spellings of names in the articles, by key. */
export function collectForms(
  articles: readonly Article[],
  table: ChunkTable,
  ordinary: ReadonlyMap<string, number>,
): Map<string, Form> {
  const forms = new Map<string, Form>();
  for (const [article, list] of table.chunks.entries()) {
    const { text } = articles[article]!;
    for (let index = 0; index < list.length; index += 1) {
      let chunk = list[index]!;
      while (chunk.joinsNext && index + 1 < list.length && joins(chunk, list[index + 1]!, text, table)) {
        const right = list[index + 1]!;
        const key = nameKey(text.slice(chunk.start, right.end));
        chunk = {
          ...right,
          start: chunk.start,
          key,
          words: key.split(' ').length,
          initial: false,
          titled: chunk.titled,
        };
        index += 1;
      }
      const parts = hyphenated(chunk, text, table);
      if (parts.length > 0) {
        for (const part of parts) record(forms, part, article, text);
        continue;
      }
      chunk = tailOf(withoutInitialWord(chunk, text, table, ordinary), text, table);
      // "Le Monde" at the start of a sentence is the newspaper when the file writes "Le Monde" elsewhere.
      const withArticle = chunk.article === null ? '' : nameKey(`${chunk.article} ${chunk.key}`);
      if ((table.certain.get(withArticle) ?? 0) > 0) {
        chunk = { ...chunk, start: chunk.start - chunk.article!.length - 1, key: withArticle, words: chunk.words + 1 };
      }
      record(forms, chunk, article, text);
    }
  }
  for (const [key, form] of forms) if (!isCredible(form, ordinary)) forms.delete(key);
  return forms;
}

function record(forms: Map<string, Form>, chunk: Chunk, article: number, text: string): void {
  if (chunk.key === '') return;
  let form = forms.get(chunk.key);
  if (form === undefined) {
    form = emptyForm(chunk.key, false);
    forms.set(chunk.key, form);
  }
  const surface = text.slice(chunk.start, chunk.end).replace(/\s+/g, ' ');
  const users = form.surfaces.get(surface);
  if (users === undefined) form.surfaces.set(surface, new Set([article]));
  else users.add(article);
  form.articles.add(article);
  form.count += 1;
  if (!chunk.initial || chunk.known) form.certain += 1;
  if (chunk.titled) form.titled += 1;
  const before = nameKey(
    /(\p{L}+)(?:\s+|['’])$/u.exec(text.slice(Math.max(0, chunk.start - 12), chunk.start))?.[1] ?? '',
  );
  if ((form.words.length === 1 ? placePrepositions : placeOnlyPrepositions).has(before)) form.placed += 1;
  if (determiners.has(before)) form.determined += 1;
  if (chunk.known) form.known = true;
  if (form.occurrences.length < maximumOccurrences) {
    form.occurrences.push({ article, start: chunk.start, end: chunk.end });
  }
}

/** A single capitalised word is a name when its place does not explain the capital and the file rarely writes it small. */
function isCredible(form: Form, ordinary: ReadonlyMap<string, number>): boolean {
  if (form.known) return true;
  if (form.words.length > 1) {
    // "LIRE AUSSI", "ABONNEZ-VOUS": shouting, not a name.
    const shouted = [...form.surfaces.keys()].every(
      (surface) => !/\p{Ll}/u.test(surface) && /\p{Lu}{4}/u.test(surface),
    );
    return !shouted && !form.words.every((word) => /^\d+$/.test(word));
  }
  if (form.certain === 0 || /^\d/.test(form.key)) return false;
  const small = ordinary.get(form.key) ?? 0;
  return small === 0 || (form.certain >= 3 && form.certain >= 2 * small);
}
