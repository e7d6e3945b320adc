import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CleaningRecord } from './corpus/clean-article.ts';
import type { CorpusFile, CorpusProblem } from './corpus/corpus-file.ts';
import { scanCorpus } from './corpus/scan-corpus.ts';
import { defaultChunking, splitArticle } from './corpus/split-article.ts';
import { CorpusError } from './errors.ts';
import { type IndexProgress, type OpenedIndex, openIndex } from './indexing/open-index.ts';
import { createNameIndex } from './names/name-index.ts';
import { countWords, Vocabulary, type WordCounts } from './text/vocabulary.ts';
import type { Dossier, Embedder, NameEntry, SentenceEmbedder } from './types.ts';

export interface OpenDossierOptions {
  readonly corpusDir: string;
  readonly dataDir: string;
  readonly embedder: Embedder;
  readonly sentences: SentenceEmbedder;
  readonly rebuild?: boolean | undefined;
  readonly onProgress?: ((progress: IndexProgress) => void) | undefined;
  /** Told in one line what a user should know: an index rebuilt, a file left out. */
  readonly onNotice?: ((message: string) => void) | undefined;
  readonly onProblem?: ((problem: CorpusProblem) => void) | undefined;
  /** What cleaning kept and removed, for articles read now. */
  readonly onRecord?: ((record: CleaningRecord) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What is computed from all articles and kept with the index. */
interface Extras extends Record<string, unknown> {
  readonly names: readonly NameEntry[];
  readonly ordinaryWords: readonly string[];
  readonly copies: readonly (readonly [string, string])[];
  readonly words: WordCounts;
}

export interface OpenedDossier {
  readonly dossier: Dossier;
  readonly vocabulary: Vocabulary;
  readonly index: OpenedIndex<Extras>;
}

/** Raised by hand when reading, cleaning or an extra changes what it makes of the same file. */
const version = '3';

/**
 * Opens the press file: reads what is new in the corpus folder, brings the index up to date, finds names and copies.
 * @throws CorpusError when the folder is missing or holds no usable article; IndexError when the index cannot be used.
 */
export async function openDossier(options: OpenDossierOptions): Promise<OpenedDossier> {
  const { corpusDir, onNotice } = options;
  const namesText = await readFile(join(corpusDir, 'names.yml'), 'utf8').catch(() => '');

  const index = await openIndex<Extras>({
    dataDir: options.dataDir,
    embedder: options.embedder,
    sentences: options.sentences,
    scan: () => scanCorpus(corpusDir),
    // What reads articles and finds names is imported only when there is something to read.
    read: async (files) => {
      const { readArticles } = await import('./corpus/read-corpus.ts');
      const reading = await readArticles(files as readonly CorpusFile[]);
      for (const problem of reading.problems) options.onProblem?.(problem);
      for (const record of reading.records) options.onRecord?.(record);
      return reading.articles;
    },
    split: (article) => splitArticle(article, defaultChunking),
    chunking: { ...defaultChunking, version },
    extras: {
      names: {
        version: `${version} ${createHash('sha256').update(namesText).digest('hex')}`,
        compute: async (articles) => {
          const { buildNames } = await import('./names/build-names.ts');
          const { parseNamesFile } = await import('./names/names-file.ts');
          const namesFile = parseNamesFile(namesText);
          for (const problem of namesFile.problems) onNotice?.(problem);
          return buildNames(articles, namesFile.entries);
        },
      },
      ordinaryWords: {
        version,
        compute: async (articles) => {
          const { countOrdinaryWords } = await import('./names/vocabulary.ts');
          return [...countOrdinaryWords(articles.map(({ text }) => text)).keys()];
        },
      },
      copies: {
        version,
        compute: async (articles) => [...(await import('./corpus/find-copies.ts')).findCopies(articles)],
      },
      words: { version, compute: (articles) => countWords(articles.flatMap(({ text }) => text.split('\n\n'))) },
    },
    rebuild: options.rebuild,
    onProgress: options.onProgress,
    onNotice,
    signal: options.signal,
  });
  if (index.articles.size === 0) {
    throw new CorpusError(
      `Expected articles in ${corpusDir}, but no file there could be used. Put .md, .txt or .html files into it, or set CORPUS_DIR to another folder.`,
    );
  }
  const { names, ordinaryWords, copies, words } = index.extras;
  return {
    dossier: {
      articles: index.articles,
      passages: index.passages,
      copies: new Map(copies),
      names: createNameIndex(names, new Set(ordinaryWords)),
    },
    vocabulary: new Vocabulary(words),
    index,
  };
}
