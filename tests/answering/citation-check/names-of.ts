import { readArticles } from '../../../src/corpus/read-corpus.ts';
import { scanCorpus } from '../../../src/corpus/scan-corpus.ts';
import { buildNames } from '../../../src/names/build-names.ts';
import { createNameIndex } from '../../../src/names/name-index.ts';
import { parseNamesFile } from '../../../src/names/names-file.ts';
import { countOrdinaryWords } from '../../../src/names/vocabulary.ts';
import type { NameIndex } from '../../../src/types.ts';

/** The names that the project itself finds in a folder of articles. */
export async function namesOf(folder: string): Promise<NameIndex> {
  const { articles } = await readArticles(await scanCorpus(folder));
  const { entries } = parseNamesFile('');
  return createNameIndex(
    buildNames(articles, entries),
    new Set(countOrdinaryWords(articles.map(({ text }) => text)).keys()),
  );
}
