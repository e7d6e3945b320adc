import { join } from 'node:path';
import { IndexError } from '../errors.ts';
import type { Article, Embedder, Passage, SentenceEmbedder } from '../types.ts';
import { withBuildLock } from './build-lock.ts';
import { asIndexError } from './disk-error.ts';
import { emptyContent, type IndexContent } from './index-content.ts';
import { loadExtra, loadSearch, loadTexts, saveContent } from './index-files.ts';
import { type IndexPlan, isUpToDate, planIndex } from './index-plan.ts';
import type { Manifest } from './manifest.ts';
import { SnapshotStore, type VerifiedSnapshot } from './snapshot-store.ts';
import { type ContentUpdate, updateContent } from './update-content.ts';

/** A file of the corpus folder as a listing gives it. */
export interface ScannedFile {
  /** Path inside the corpus folder, with `/`. */
  readonly file: string;
  /** The id that the file's article has. */
  readonly id: string;
  /** Digest of the bytes; empty where they cannot be read. */
  readonly sha256: string;
}

export interface IndexProgress {
  readonly stage: 'read' | 'embed' | 'write';
  readonly done: number;
  readonly total: number;
}

/** A value computed from all articles and kept with the index; it must survive JSON. */
export interface Extra<Value> {
  /** Anything that changes when `compute` would give something else for the same articles. */
  readonly version: string;
  compute(articles: readonly Article[]): Value | Promise<Value>;
}

export interface OpenIndexOptions<Values extends Record<string, unknown>> {
  /** DATA_DIR; the index lives in its subfolder `index`. */
  readonly dataDir: string;
  readonly embedder: Embedder;
  readonly sentences: SentenceEmbedder;
  /** All files of the corpus, in article order. */
  scan(): Promise<readonly ScannedFile[]>;
  /**
   * The articles of these files; a file that cannot be used is left out, and reported by the reader. Unusable files
   * are read again at every opening, so that they are reported again.
   */
  read(files: readonly ScannedFile[]): Promise<readonly Article[]>;
  split(article: Article): readonly Passage[];
  /** Settings (and versions) of reading and splitting: with another value all articles are read and split anew. */
  readonly chunking: Readonly<Record<string, string | number | boolean>>;
  readonly extras: { readonly [Name in keyof Values]: Extra<Values[Name]> };
  /** Build from nothing, even where the index is sound. */
  readonly rebuild?: boolean | undefined;
  readonly onProgress?: ((progress: IndexProgress) => void) | undefined;
  /** Told why an index that exists is not used as it is, and which article is left out. */
  readonly onNotice?: ((message: string) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What opening cost. */
export interface IndexWork {
  /** Articles read, new or changed. */
  readonly read: number;
  /** Articles that went away with their files. */
  readonly removed: number;
  /** Passages that went through the embedding model. */
  readonly embedded: number;
}

export interface OpenedIndex<Values extends Record<string, unknown>> extends IndexContent {
  readonly extras: Values;
  readonly work: IndexWork;
}

/**
 * Opens the index of a corpus, building it or bringing it up to date first where needed. Files that have not changed
 * are not read again, passages that have not changed are not embedded again.
 *
 * A damaged index is never answered from: it is reported through `onNotice` and built anew. Processes that open the
 * same folder at once wait for the first and use its result.
 *
 * @throws IndexError when the index cannot be written, with what to do about it.
 */
export async function openIndex<Values extends Record<string, unknown>>(
  options: OpenIndexOptions<Values>,
): Promise<OpenedIndex<Values>> {
  const { dataDir, onNotice, signal } = options;
  const store = new SnapshotStore(join(dataDir, 'index'));
  const files = await options.scan();
  try {
    const { opened } = await openCurrent(store, files, options, onNotice);
    return opened ?? (await withBuildLock(store.folder, () => build(store, files, options), signal));
  } catch (error) {
    throw asIndexError(error, dataDir);
  }
}

interface Current<Values extends Record<string, unknown>> {
  /** The snapshot in force, sound as far as it was looked at. */
  readonly present?: VerifiedSnapshot | undefined;
  /** Its content, when nothing has changed since. */
  readonly opened?: OpenedIndex<Values> | undefined;
}

async function openCurrent<Values extends Record<string, unknown>>(
  store: SnapshotStore,
  files: readonly ScannedFile[],
  options: OpenIndexOptions<Values>,
  onDamage?: (message: string) => void,
): Promise<Current<Values>> {
  if (options.rebuild) return {};
  try {
    const present = await store.current();
    return { present, opened: present && (await openUpToDate(present, files, options)) };
  } catch (error) {
    if (!(error instanceof IndexError)) throw error;
    onDamage?.(`The index cannot be used and is built anew. ${error.message}`);
    return {};
  }
}

async function openUpToDate<Values extends Record<string, unknown>>(
  { folder, manifest }: VerifiedSnapshot,
  files: readonly ScannedFile[],
  options: OpenIndexOptions<Values>,
): Promise<OpenedIndex<Values> | undefined> {
  if (!isUpToDate(planIndex(manifest, files, options))) return undefined;
  const texts = await loadTexts(folder);
  const search = await loadSearch(folder, dimensionsOf(manifest), texts.passages);
  const extras: Record<string, unknown> = {};
  for (const name of Object.keys(options.extras)) extras[name] = await loadExtra(folder, name);
  const used = new Set([...texts.articles.values()].map(({ file }) => file));
  const unusable = files.filter(({ file }) => !used.has(file));
  if (unusable.length > 0) await options.read(unusable);
  return { ...texts, ...search, extras: extras as Values, work: { read: 0, removed: 0, embedded: 0 } };
}

async function build<Values extends Record<string, unknown>>(
  store: SnapshotStore,
  files: readonly ScannedFile[],
  options: OpenIndexOptions<Values>,
): Promise<OpenedIndex<Values>> {
  const { embedder, sentences, chunking, onProgress, onNotice } = options;
  // Again, under the lock: another process may have done the work while this one waited.
  const { present, opened } = await openCurrent(store, files, options);
  if (opened) return opened;

  const plan = planIndex(present?.manifest, files, options);
  if (plan.reason !== undefined) onNotice?.(`The index is built anew: ${plan.reason}.`);
  const previous = await previousContent(present, plan, options);
  const articles = await readArticles(previous, plan, files, options);
  const { content, embedded } = await updateContent(previous, { ...articles, sameModel: plan.sameModel }, options);
  const removed = [...previous.articles.keys()].filter((id) => !content.articles.has(id)).length;
  const changed = articles.fresh.length > 0 || removed > 0;
  const extras = await computeExtras(content, options.extras, changed ? undefined : present, plan);

  onProgress?.({ stage: 'write', done: 0, total: 1 });
  await store.replace(
    {
      model: { id: embedder.modelId, fingerprint: embedder.fingerprint, dimensions: embedder.dimensions },
      sentences: { id: sentences.id, dimensions: sentences.dimensions },
      space: 'cosine',
      counts: { articles: content.articles.size, passages: content.passages.size },
      chunking,
      extras: Object.fromEntries(
        Object.entries<Extra<unknown>>(options.extras).map(([name, { version }]) => [name, version]),
      ),
      corpus: Object.fromEntries(files.map(({ file, id, sha256 }) => [file, { id, sha256 }])),
    },
    (folder) => saveContent(folder, content, extras),
  );
  onProgress?.({ stage: 'write', done: 1, total: 1 });
  return { ...content, extras: extras as Values, work: { read: articles.fresh.length, removed, embedded } };
}

/** What the update starts from. Vectors of another model are not even opened. */
async function previousContent(
  present: VerifiedSnapshot | undefined,
  { sameModel, sameSentences }: IndexPlan,
  { embedder, sentences }: Pick<OpenIndexOptions<Record<string, unknown>>, 'embedder' | 'sentences'>,
): Promise<IndexContent> {
  const empty = await emptyContent(embedder.dimensions, sentences.dimensions);
  if (!present) return empty;
  const texts = await loadTexts(present.folder);
  const search = await loadSearch(present.folder, dimensionsOf(present.manifest), texts.passages);
  return {
    ...texts,
    lexical: search.lexical,
    vectors: sameModel ? search.vectors : empty.vectors,
    sentences: sameSentences ? search.sentences : empty.sentences,
  };
}

function dimensionsOf({ model, sentences }: Manifest): { passages: number; sentences: number } {
  return { passages: model.dimensions, sentences: sentences.dimensions };
}

/** Articles that are kept and articles that are read, without those whose id another article has already. */
async function readArticles<Values extends Record<string, unknown>>(
  previous: IndexContent,
  { unchanged }: IndexPlan,
  files: readonly ScannedFile[],
  { read, onProgress, onNotice }: OpenIndexOptions<Values>,
): Promise<Pick<ContentUpdate, 'kept' | 'fresh' | 'order'>> {
  const kept = [...previous.articles.values()].filter(({ file }) => unchanged.has(file));
  const keptFiles = new Set(kept.map(({ file }) => file));
  const toRead = files.filter(({ file }) => !keptFiles.has(file));
  onProgress?.({ stage: 'read', done: 0, total: toRead.length });
  const found = toRead.length > 0 ? await read(toRead) : [];
  onProgress?.({ stage: 'read', done: toRead.length, total: toRead.length });

  const fileOf = new Map(kept.map(({ id, file }) => [id, file]));
  const fresh = found.filter(({ id, file }) => {
    const taken = fileOf.get(id);
    if (taken === undefined) fileOf.set(id, file);
    else onNotice?.(`${file} is left out: its article id "${id}" is that of ${taken}. Rename one of the files.`);
    return taken === undefined;
  });
  const idOf = new Map([...kept, ...fresh].map(({ id, file }) => [file, id]));
  const order = files.flatMap(({ file }) => idOf.get(file) ?? []);
  return { kept, fresh, order };
}

/** `present` is the snapshot whose values still hold, but for those the plan names. */
async function computeExtras(
  { articles }: IndexContent,
  extras: Readonly<Record<string, Extra<unknown>>>,
  present: VerifiedSnapshot | undefined,
  { outdatedExtras }: IndexPlan,
): Promise<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  for (const [name, extra] of Object.entries(extras))
    values[name] =
      present && !outdatedExtras.includes(name)
        ? await loadExtra(present.folder, name)
        : await extra.compute([...articles.values()]);
  return values;
}
