import { countTellers } from '../../src/answering/attribution.ts';
import { leadIn } from '../../src/answering/wording.ts';
import { findCopies } from '../../src/corpus/find-copies.ts';
import { readArticles } from '../../src/corpus/read-corpus.ts';
import { scanCorpus } from '../../src/corpus/scan-corpus.ts';
import { defaultChunking, splitArticle } from '../../src/corpus/split-article.ts';
import { buildNames } from '../../src/names/build-names.ts';
import { createNameIndex } from '../../src/names/name-index.ts';
import { countOrdinaryWords } from '../../src/names/vocabulary.ts';
import type { CheckParts } from '../../src/overviews/check.ts';
import type { Citation, Dossier } from '../../src/types.ts';

/** The fixture's file on a closed bridge, with all that the overviews need; its retriever gives every passage. */
export async function otherAffair(): Promise<CheckParts> {
  const { articles } = await readArticles(await scanCorpus('tests/fixtures/other-affair'));
  const passages = articles.flatMap((article) => splitArticle(article, defaultChunking));
  const ordinary = countOrdinaryWords(articles.map(({ text }) => text));
  const dossier: Dossier = {
    articles: new Map(articles.map((article) => [article.id, article])),
    passages: new Map(passages.map((passage) => [passage.id, passage])),
    copies: new Map(findCopies(articles)),
    names: createNameIndex(buildNames(articles, []), new Set(ordinary.keys())),
  };
  const retriever = {
    retrieve: async () => passages.map((passage) => ({ passage, score: 1, lexical: 1, dense: 1 })),
  };
  return { dossier, retriever, countSources: countTellers, leadIn };
}

/** Citations that do not quote their article to the letter; empty when all is well. */
export function misquoted(citations: readonly Citation[], { articles }: Dossier): Citation[] {
  return citations.filter(
    ({ articleId, start, end, quote }) => articles.get(articleId)?.text.slice(start, end) !== quote,
  );
}
