import { createHash } from 'node:crypto';
import type { OpenIndexOptions, ScannedFile } from '../../src/indexing/open-index.ts';
import type { Article, Embedder, Passage, SentenceEmbedder } from '../../src/types.ts';

/** Bag of words in a few dimensions; counts what it embeds. */
export function countingEmbedder(overrides: Partial<Embedder> = {}): Embedder & { readonly embedded: string[] } {
  const embedded: string[] = [];
  const dimensions = overrides.dimensions ?? 16;
  const vector = (text: string) => {
    const values = new Array<number>(dimensions).fill(0);
    for (const word of text.toLowerCase().match(/\p{L}+|\d+/gu) ?? []) {
      const digest = createHash('md5').update(word).digest();
      for (const i of values.keys()) values[i]! += digest[i % 16]! - 127.5;
    }
    const norm = Math.hypot(...values);
    return norm === 0 ? values : values.map((value) => value / norm);
  };
  return {
    modelId: 'counting',
    fingerprint: 'counting-1',
    dimensions,
    embedQuery: async (text) => vector(text),
    embedDocuments: async (texts) => {
      embedded.push(...texts);
      return texts.map(vector);
    },
    close: async () => undefined,
    ...overrides,
    embedded,
  };
}

/** A corpus in memory: file name → text. Counts what is read. */
export class SmallCorpus {
  readonly files: Map<string, string>;
  readonly read: string[] = [];

  constructor(files: Readonly<Record<string, string>>) {
    this.files = new Map(Object.entries(files));
  }

  /** `count` articles of two paragraphs each, the second of two sentences. */
  static of(count: number): SmallCorpus {
    const files: Record<string, string> = {};
    for (let i = 0; i < count; i++)
      files[`article-${String(i).padStart(4, '0')}.txt`] =
        `Le ministre numéro ${i} a parlé du dossier ${i * 7}.\n\nLa réunion ${i * 13} a eu lieu à Paris. Elle a duré ${i} heures.`;
    return new SmallCorpus(files);
  }

  options(): Pick<
    OpenIndexOptions<Record<string, never>>,
    'sentences' | 'scan' | 'read' | 'split' | 'chunking' | 'extras'
  > {
    return {
      sentences: byLength,
      scan: async () =>
        [...this.files].map(([file, text]) => scanned(file, text)).sort((a, b) => (a.file < b.file ? -1 : 1)),
      read: async (files) => {
        this.read.push(...files.map(({ file }) => file));
        return files.flatMap((file) => articleOf(file, this.files.get(file.file) ?? ''));
      },
      split: splitAtParagraphs,
      chunking: { paragraphs: 1 },
      extras: {},
    };
  }
}

/** Tells sentences apart by their length. */
export const byLength: SentenceEmbedder = {
  id: 'by length',
  dimensions: 2,
  embed: async (texts) => texts.map(({ length }) => Float32Array.of(Math.cos(length), Math.sin(length))),
};

function scanned(file: string, text: string): ScannedFile {
  return { file, id: file.replace(/\.txt$/, ''), sha256: createHash('sha256').update(text).digest('hex') };
}

/** A text without words is a file that cannot be used. */
function articleOf({ file, id, sha256 }: ScannedFile, text: string): Article[] {
  if (text.trim() === '') return [];
  const title = `Titre ${id}`;
  return [
    {
      id,
      file,
      sha256,
      title,
      outlet: 'Le Monde',
      author: null,
      published: '2021-10-21',
      url: null,
      language: 'fr',
      text,
    },
  ];
}

function splitAtParagraphs({ id, text }: Article): Passage[] {
  let start = 0;
  return text.split('\n\n').map((paragraph, ordinal) => {
    const end = start + paragraph.length;
    const sentences = [...paragraph.matchAll(/\S[^.]*\.?/g)].map(({ index, 0: sentence }) => ({
      start: start + index,
      end: start + index + sentence.length,
    }));
    const passage = { id: `${id}#${ordinal}`, articleId: id, start, end, text: paragraph, sentences };
    start = end + 2;
    return passage;
  });
}
