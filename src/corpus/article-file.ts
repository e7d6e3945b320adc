import { stringify } from 'yaml';
import { fold } from '../text/fold.ts';
import type { Article } from '../types.ts';
import { piecesOfMarkdown } from './markdown-pieces.ts';

type ArticleContent = Omit<Article, 'id' | 'file' | 'sha256'>;

/** The article as a Markdown file with front matter, from which `readArticle` reads the same article again. */
export function formatArticle({ title, outlet, author, published, url, language, text }: ArticleContent): string {
  const frontMatter = stringify({ title, outlet, author, published, url, lang: language }, { lineWidth: 0 });
  const paragraphs = text.split('\n\n').map(escapeMarkdown);
  return `---\n${frontMatter}---\n${paragraphs.join('\n\n')}\n`;
}

/** Only a paragraph that would read differently as Markdown is touched: the files are meant to be read and edited. */
function escapeMarkdown(paragraph: string): string {
  const [piece, ...more] = piecesOfMarkdown(paragraph);
  if (piece?.text === paragraph && !piece.isHeading && more.length === 0) return paragraph;
  return paragraph.replace(/[\\*_[\]<>#!=~-]/g, '\\$&');
}

const longestName = 90;

/** "2021-10-23-rfi-rencontre-discrete-a-paris.md": day, outlet and title, in letters that every file system takes. */
export function articleFileName({ title, outlet, published }: Pick<Article, 'title' | 'outlet' | 'published'>): string {
  const name = [published, outlet, title].map(slug).filter(Boolean).join('-');
  return `${name.slice(0, longestName).replace(/-+[^-]*$/, (rest) => (name.length > longestName ? '' : rest)) || 'article'}.md`;
}

function slug(text: string | null): string {
  return fold(text ?? '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
