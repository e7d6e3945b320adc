import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { IndexError } from '../errors.ts';

/** Raised whenever older code could misread what newer code wrote, or the other way round. */
export const formatVersion = 5;

export const manifestFile = 'manifest.json';

const digest = z.string().regex(/^[0-9a-f]{64}$/);

const schema = z.object({
  formatVersion: z.literal(formatVersion),
  model: z.object({ id: z.string(), fingerprint: z.string(), dimensions: z.number().int().positive() }),
  /** What the vectors of sentences were made with. */
  sentences: z.object({ id: z.string(), dimensions: z.number().int().positive() }),
  space: z.literal('cosine'),
  counts: z.object({ articles: z.number().int(), passages: z.number().int() }),
  /** Everything outside the articles that decides what passages there are, such as the length of a passage. */
  chunking: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  /** Version of each extra file, as its maker gave it. */
  extras: z.record(z.string(), z.string()),
  /** Article id and digest of every file of the corpus, usable or not. */
  corpus: z.record(z.string(), z.object({ id: z.string(), sha256: z.string() })),
  /** Size and digest of every file of the snapshot but this one. */
  files: z.record(z.string(), z.object({ bytes: z.number().int(), sha256: digest })),
});

/** The description of a snapshot; what it says is checked before any other file is opened. */
export type Manifest = z.output<typeof schema>;

/** Size and SHA-256 of a file. */
export async function fileDigest(path: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return { bytes: (await stat(path)).size, sha256: hash.digest('hex') };
}

/**
 * Reads a snapshot's manifest and compares every file with it.
 * @throws IndexError naming the file that is missing or differs.
 */
export async function readManifest(folder: string): Promise<Manifest> {
  const path = join(folder, manifestFile);
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new IndexError(`${path} cannot be read (${error.code}).`, { cause: error });
  });
  const manifest = parse(path, text);
  for (const [name, expected] of Object.entries(manifest.files)) {
    const file = join(folder, name);
    const actual = await fileDigest(file).catch((error: NodeJS.ErrnoException) => {
      throw new IndexError(`${file} cannot be read (${error.code}).`, { cause: error });
    });
    if (actual.bytes !== expected.bytes)
      throw new IndexError(`${file}: expected ${expected.bytes} bytes, got ${actual.bytes}.`);
    if (actual.sha256 !== expected.sha256) throw new IndexError(`${file} is damaged: its SHA-256 differs.`);
  }
  return manifest;
}

function parse(path: string, text: string): Manifest {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new IndexError(`${path} is not JSON.`, { cause: error });
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const found = (value as { formatVersion?: unknown } | null)?.formatVersion;
  if (found !== formatVersion)
    throw new IndexError(`${path}: expected format version ${formatVersion}, got ${JSON.stringify(found)}.`);
  const [issue] = result.error.issues;
  throw new IndexError(`${path} is not as expected: ${issue?.path.join('.')}: ${issue?.message}.`);
}
