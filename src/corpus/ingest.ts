import { constants, promises as fs } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../errors.ts';
import type { Article } from '../types.ts';
import { articleFileName, formatArticle } from './article-file.ts';
import type { CleaningRecord } from './clean-article.ts';
import type { CorpusFile, CorpusProblem } from './corpus-file.ts';
import { isPartialDate } from './publication-date.ts';
import { readArticles } from './read-corpus.ts';
import { describeFile, scanCorpus, systemReason } from './scan-corpus.ts';

/** What the person at the command line knows better than the file. */
export type ArticleData = Partial<Pick<Article, 'title' | 'outlet' | 'author' | 'published' | 'url'>>;

export interface IngestOptions {
  /** Folder that receives the .md files; made where it is missing. */
  readonly into: string;
  readonly data: ArticleData;
  /** Replace a file that is there with other content. */
  readonly force: boolean;
}

export type IngestOutcome =
  | { readonly status: 'unusable'; readonly problem: CorpusProblem }
  | {
      /** `unchanged`: the same content was there already; `exists`: other content is, and was left alone. */
      readonly status: 'written' | 'unchanged' | 'exists';
      readonly source: string;
      readonly target: string;
      readonly article: Article;
      readonly record: CleaningRecord;
    };

/**
 * Turns raw .txt, .html or .md files, or all in the folders given, into cleaned .md files with front matter.
 * Each file is written whole or not at all.
 * @throws UsageError for a source that does not exist or data that cannot be right
 */
export async function ingest(
  sources: readonly string[],
  { into, data, force }: IngestOptions,
): Promise<IngestOutcome[]> {
  const files = (await Promise.all(sources.map(listSource))).flat();
  checkData(data, files.length);
  await fs.mkdir(into, { recursive: true });
  const outcomes: IngestOutcome[] = [];
  // One after the other: two sources may want the same name.
  for (const file of files) {
    const { articles, problems, records } = await readArticles([file]);
    outcomes.push(...problems.map((problem) => ({ status: 'unusable' as const, problem })));
    if (!articles[0] || !records[0]) continue;
    const article = { ...articles[0], ...data };
    const target = path.join(into, articleFileName(article));
    const status = await writeArticle(target, formatArticle(article), force);
    outcomes.push({ status, source: file.path, target, article, record: records[0] });
  }
  return outcomes;
}

async function listSource(source: string): Promise<CorpusFile[]> {
  const stats = await fs.stat(source).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`Expected a file or folder at ${source}, but ${systemReason(error)}.`, { cause: error });
  });
  return stats.isDirectory() ? scanCorpus(source) : [await describeFile(path.resolve(source))];
}

function checkData({ title, url, published }: ArticleData, count: number): void {
  if (count > 1 && (title !== undefined || url !== undefined)) {
    throw new UsageError(`--title and --url belong to one article, but there are ${count} files: give one file.`);
  }
  if (published != null && !isPartialDate(published)) {
    throw new UsageError(`Expected --published as YYYY-MM-DD, YYYY-MM or YYYY, got "${published}".`);
  }
  if (url != null && !/^https?:\/\/\S+$/.test(url)) {
    throw new UsageError(`Expected --url as an address with http:// or https://, got "${url}".`);
  }
}

async function writeArticle(target: string, content: string, force: boolean) {
  const present = await fs.readFile(target, 'utf8').catch(() => null);
  if (present === content) return 'unchanged';
  if (present !== null && !force) return 'exists';
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    await fs.writeFile(temporary, content, { flush: true });
    if (force) await fs.rename(temporary, target);
    else await publishNew(temporary, target);
    return 'written';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return 'exists';
    throw new UsageError(`Cannot write ${target}: ${systemReason(error as NodeJS.ErrnoException)}.`, { cause: error });
  } finally {
    await fs.rm(temporary, { force: true });
  }
}

/** Unlike rename, neither a link nor an exclusive copy replaces a file that appeared meanwhile. */
async function publishNew(temporary: string, target: string): Promise<void> {
  await fs.link(temporary, target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') throw error;
    // No hard links on this file system.
    return fs.copyFile(temporary, target, constants.COPYFILE_EXCL);
  });
}
