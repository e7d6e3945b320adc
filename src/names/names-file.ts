import { parse } from 'yaml';
import { z } from 'zod';

const entrySchema = z
  .strictObject({
    canonical: z.string().trim().min(1),
    kind: z.enum(['person', 'organisation', 'place', 'other']).optional(),
    variants: z.array(z.coerce.string().trim().min(1)).default([]),
    'distinct-from': z.array(z.coerce.string().trim().min(1)).default([]),
  })
  .transform(({ 'distinct-from': distinctFrom, ...rest }) => ({ ...rest, distinctFrom }));

/** One name that a person has settled, in corpus/names.yml. */
export type NamesFileEntry = z.output<typeof entrySchema>;

/** What corpus/names.yml holds: what no algorithm can know. */
export type NamesFile = readonly NamesFileEntry[];

export interface NamesFileReading {
  readonly entries: NamesFile;
  /** One line per entry that cannot be used; empty for a good file. */
  readonly problems: readonly string[];
}

const expected = 'Expected a list of entries like "- canonical: Eyal Hulata" with "kind", "variants", "distinct-from".';

/**
 * Reads the text of a names.yml. Never throws: entries that cannot be used are left out and reported.
 * A file that is missing is the same as an empty one.
 */
export function parseNamesFile(text: string): NamesFileReading {
  let raw: unknown;
  try {
    raw = parse(text, { logLevel: 'error' });
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    return { entries: [], problems: [`names.yml is not YAML: ${reason} ${expected}`] };
  }
  if (raw === null || raw === undefined) return { entries: [], problems: [] };
  if (!Array.isArray(raw)) return { entries: [], problems: [`names.yml holds no list. ${expected}`] };
  const entries: NamesFileEntry[] = [];
  const problems: string[] = [];
  for (const [index, item] of raw.entries()) {
    const result = entrySchema.safeParse(item);
    if (result.success) entries.push(result.data);
    else {
      const issue = result.error.issues[0]!;
      const place = issue.path.length > 0 ? `"${issue.path.join('.')}": ` : '';
      problems.push(`names.yml, entry ${index + 1}: ${place}${issue.message}. ${expected}`);
    }
  }
  return { entries, problems };
}
