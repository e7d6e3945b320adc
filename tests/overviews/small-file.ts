import { countTellers } from '../../src/answering/attribution.ts';
import { leadIn } from '../../src/answering/wording.ts';
import { defaultChunking, splitArticle } from '../../src/corpus/split-article.ts';
import { createNameIndex } from '../../src/names/name-index.ts';
import type { WhoParts } from '../../src/overviews/who.ts';
import { fold } from '../../src/text/fold.ts';
import type { Article, NameEntry } from '../../src/types.ts';
import { article } from '../names/article.ts';

type Told = Partial<Article> & Pick<Article, 'text'>;

/** A press file of a few invented articles; each person is given by all spellings, ordinary words among them folded. */
export function smallFile(
  told: readonly Told[],
  names: readonly (readonly string[])[] = [],
  ordinaryWords: readonly string[] = [],
): WhoParts {
  const articles = told.map(({ text, ...fields }) => article(text, fields));
  const passages = articles.flatMap((one) => splitArticle(one, defaultChunking));
  const entries = names.map(
    (variants): NameEntry => ({
      id: fold(variants[0]!).replaceAll(' ', '-'),
      kind: 'person',
      canonical: variants[0]!,
      variants,
      articleIds: articles.filter(({ text }) => variants.some((variant) => text.includes(variant))).map(({ id }) => id),
    }),
  );
  const dossier = {
    articles: new Map(articles.map((one) => [one.id, one])),
    passages: new Map(passages.map((passage) => [passage.id, passage])),
    copies: new Map<string, string>(),
    names: createNameIndex(entries, new Set(ordinaryWords)),
  };
  return { dossier, countSources: countTellers, leadIn };
}
