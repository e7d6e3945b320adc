import type { Article, NameEntry, Span } from '../../types.ts';
import { wrap } from '../layout.ts';
import { safeLine } from '../plain-text.ts';
import type { RenderContext } from './context.ts';

/** A file of the corpus that could not be used; of the corpus stage, which surfaces do not know. */
export interface CorpusProblem {
  readonly file: string;
  readonly field?: string | undefined;
  readonly reason: string;
}

/** What cleaning made of each article. */
export interface CorpusReport {
  readonly articles: readonly Article[];
  readonly records: readonly {
    readonly articleId: string;
    readonly file: string;
    readonly kept: readonly Span[];
    readonly removed: readonly { readonly text: string; readonly reason: string }[];
  }[];
  readonly problems: readonly CorpusProblem[];
}

export interface BuildSummary {
  readonly articles: number;
  readonly passages: number;
  readonly names: readonly NameEntry[];
  /** Articles read now, because they were new or changed. */
  readonly read: number;
  /** Articles whose files have gone. */
  readonly removed: number;
  /** Passages embedded now. */
  readonly embedded: number;
  readonly seconds: number;
}

/** "file: field: reason", on one line. */
export function renderProblem({ file, field, reason }: CorpusProblem): string {
  return safeLine([file, ...(field === undefined ? [] : [field]), reason].join(': '));
}

/** What the index holds, and what building it took. */
export function renderBuildSummary(summary: BuildSummary, { texts, language }: RenderContext): string {
  const seconds = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(summary.seconds);
  const { articles, passages, names, read, removed, embedded } = summary;
  return `${texts('build.holds', { articles, passages, names: names.length })}\n${texts('build.work', { read, removed, embedded, seconds })}`;
}

/** Every name with its kind, its spellings and the number of articles that have it; those of most articles first. */
export function renderNames(names: readonly NameEntry[], { colours, texts, width }: RenderContext): string {
  return [...names]
    .sort((one, other) => other.articleIds.length - one.articleIds.length || one.id.localeCompare(other.id))
    .map(({ canonical, kind, variants, articleIds }) => {
      const others = variants.filter((variant) => variant !== canonical).map(safeLine);
      const count = texts('who.articles', { count: articleIds.length });
      const head = `${colours.bold(safeLine(canonical))} ${colours.dim(`(${texts(`names.${kind}`)}, ${count})`)}`;
      return wrap(others.length === 0 ? head : `${head} = ${others.join(' = ')}`, width, { first: '', rest: '    ' });
    })
    .join('\n');
}

/** Per article: its fields as they were found, every paragraph kept (+) and every piece removed (-) with the reason. */
export function renderCorpusReport({ articles, records }: CorpusReport, context: RenderContext): string {
  const { colours, texts, width } = context;
  const byId = new Map(articles.map((article) => [article.id, article]));
  const clip = (text: string) => {
    const line = safeLine(text);
    const room = Math.min(width, 160) - 4;
    return line.length > room ? `${line.slice(0, room - 1)}…` : line;
  };
  return records
    .map((record) => {
      const article = byId.get(record.articleId);
      const text = article?.text ?? '';
      const fields = [article?.outlet, article?.published, article?.language].filter((field) => field != null);
      const counts = texts('build.kept', { kept: record.kept.length, removed: record.removed.length });
      return [
        `${colours.bold(safeLine(record.file))} ${colours.dim(counts)}`,
        `    ${safeLine([article?.title ?? '', ...fields].join(' · '))}`,
        ...record.kept.map(({ start, end }) => `  ${colours.green('+')} ${clip(text.slice(start, end))}`),
        ...record.removed.map(
          (piece) => `  ${colours.red('-')} ${colours.dim(clip(`[${piece.reason}] ${piece.text}`))}`,
        ),
      ].join('\n');
    })
    .join('\n\n');
}
