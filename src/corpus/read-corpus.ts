import { promises as fs } from 'node:fs';
import PQueue from 'p-queue';
import type { Article } from '../types.ts';
import type { CleaningRecord } from './clean-article.ts';
import type { CorpusFile, CorpusProblem } from './corpus-file.ts';
import { type ArticleReading, readArticle } from './read-article.ts';
import { sha256, systemReason } from './scan-corpus.ts';

export interface CorpusReading {
  /** In the order of the files. */
  readonly articles: readonly Article[];
  readonly problems: readonly CorpusProblem[];
  /** One per article, in the same order. */
  readonly records: readonly CleaningRecord[];
}

/**
 * Reads and cleans files that `scanCorpus` listed: all, or only those whose digest an index does not hold yet, since an
 * article depends on its own file alone. A file that cannot be used becomes a problem; the others are read.
 */
export async function readArticles(
  files: readonly CorpusFile[],
  onProgress?: (done: number, total: number) => void,
): Promise<CorpusReading> {
  const queue = new PQueue({ concurrency: 8 });
  let done = 0;
  const readings = await queue.addAll(
    files.map((file) => async () => {
      const reading = await readFile(file);
      done += 1;
      onProgress?.(done, files.length);
      return reading;
    }),
  );
  const sound = readings.filter((reading) => 'article' in reading);
  return {
    articles: sound.map(({ article }) => article),
    records: sound.map(({ record }) => record),
    problems: readings.flatMap((reading) => ('problem' in reading ? [reading.problem] : [])),
  };
}

async function readFile(file: CorpusFile): Promise<ArticleReading> {
  if (file.unreadable !== null) return { problem: { file: file.file, reason: file.unreadable } };
  try {
    const bytes = await fs.readFile(file.path);
    // The file may have changed since it was listed; the article carries the digest of what was read.
    return readArticle({ ...file, sha256: sha256(bytes) }, bytes);
  } catch (error) {
    const reason = `Expected a readable file, but ${systemReason(error as NodeJS.ErrnoException)}.`;
    return { problem: { file: file.file, reason } };
  }
}
