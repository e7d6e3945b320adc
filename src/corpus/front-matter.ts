import matter from 'gray-matter';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Language, PartialDate } from '../types.ts';
import { isPartialDate } from './publication-date.ts';

export interface FrontMatter {
  readonly title: string | null;
  readonly outlet: string | null;
  readonly author: string | null;
  readonly published: PartialDate | null;
  readonly url: string | null;
  readonly language: Language | null;
}

export type FrontMatterReading =
  | { readonly fields: FrontMatter | null; readonly body: string }
  | { readonly field?: string; readonly reason: string };

const optionalText = z
  .string({ error: (issue) => `Expected text, got ${describe(issue.input)}: put it in quotes.` })
  .nullish()
  .transform((value) => value?.normalize('NFC').trim() || null);

const optionalDate = z
  .preprocess(
    // A YAML parser may make a date or a number of what was written.
    (value) =>
      value instanceof Date ? value.toISOString().slice(0, 10) : typeof value === 'number' ? `${value}` : value,
    z
      .string()
      .trim()
      .transform((value) => value.replace(/[T ]\d{2}:\d{2}.*$/, ''))
      .nullish(),
  )
  .refine((value) => !value || isPartialDate(value), {
    error: (issue) => `Expected a date as YYYY-MM-DD, YYYY-MM or YYYY, got ${describe(issue.input)}.`,
  })
  .transform((value) => value || null);

const schema = z.object({
  title: optionalText,
  outlet: optionalText,
  author: optionalText,
  published: optionalDate,
  url: optionalText,
  lang: z
    .string()
    .regex(/^(?:fr|en)\b/i, { error: (issue) => `Expected fr or en, got ${describe(issue.input)}.` })
    .transform((value) => value.slice(0, 2).toLowerCase() as Language)
    .nullish(),
});

/**
 * Splits a text into its YAML front matter and the rest; `fields` is null where there is none. Fields that the schema
 * does not know are ignored. Only YAML is parsed: gray-matter's own engines would run a block marked `---js`.
 */
export function readFrontMatter(text: string): FrontMatterReading {
  const opening = /^---[ \t]*(\S*)[ \t]*\n/.exec(text);
  if (!opening || !/^---.*\n(?:\s*#.*\n|\s*\n)*[ \t]*["']?[\w-]+["']?[ \t]*:/.test(text))
    return { fields: null, body: text };
  if (opening[1] !== '' && opening[1] !== 'yaml') {
    return { reason: `Expected YAML front matter, got "---${opening[1]}": write "---" alone on the first line.` };
  }
  if (!/\n---[ \t]*(?:\n|$)/.test(text)) {
    return { reason: 'Expected a line "---" that ends the front matter, found none: add it above the text.' };
  }
  try {
    const { data, content } = matter(text, { language: 'yaml', engines: { yaml: (block) => parse(block) ?? {} } });
    const result = schema.safeParse(data);
    if (!result.success) {
      const issue = result.error.issues[0]!;
      return { field: issue.path.join('.'), reason: issue.message };
    }
    const { lang, ...fields } = result.data;
    return { fields: { ...fields, language: lang ?? null }, body: content };
  } catch (error) {
    const message = error instanceof Error ? error.message.split('\n')[0]! : String(error);
    return { reason: `The front matter is not sound YAML: ${message.replace(/:$/, '.')}` };
  }
}

function describe(value: unknown): string {
  return JSON.stringify(value) ?? typeof value;
}
