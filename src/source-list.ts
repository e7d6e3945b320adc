import { fold } from './text/fold.ts';
import type { ArticleReference, Bellerophon, Dossier } from './types.ts';

type SourceList = Pick<Bellerophon, 'sources' | 'outlets' | 'quoteContext' | 'exampleQuestion'>;

/** Looks into the file itself: its articles, its outlets, a quote in its passage. */
export function createSourceList({ articles, passages, names }: Dossier): SourceList {
  const references: ArticleReference[] = [...articles.values()]
    .map(({ id, title, outlet, published, url }) => ({ articleId: id, title, outlet, published, url }))
    .sort((a, b) => (b.published ?? '').localeCompare(a.published ?? ''));
  return {
    sources(filter = '') {
      const words = fold(filter).split(/\s+/).filter(Boolean);
      return references.filter(({ title, outlet, published }) => {
        const text = fold(`${title} ${outlet ?? ''} ${published ?? ''}`);
        return words.every((word) => text.includes(word));
      });
    },
    outlets() {
      return [...new Set(references.flatMap(({ outlet }) => outlet ?? []))].sort((a, b) => a.localeCompare(b, 'fr'));
    },
    quoteContext({ articleId, start, end }) {
      const passage = [...passages.values()].find(
        (one) => one.articleId === articleId && one.start <= start && end <= one.end,
      );
      const text = articles.get(articleId)?.text;
      if (!passage || text === undefined) return null;
      return {
        before: text.slice(passage.start, start),
        quote: text.slice(start, end),
        after: text.slice(end, passage.end),
      };
    },
    exampleQuestion(language) {
      const person = names.entries.find(({ kind }) => kind === 'person') ?? names.entries[0];
      if (!person) return language === 'fr' ? 'Que s’est-il passé ?' : 'What happened?';
      return language === 'fr' ? `Qui est ${person.canonical} ?` : `Who is ${person.canonical}?`;
    },
  };
}
