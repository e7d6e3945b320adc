import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { modelFiles } from './feature-extractor.ts';

/** Digest of a model's files and settings: an index made with one is never searched with another. */
export async function modelFingerprint(folder: string, settings: Readonly<Record<string, string>>): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(settings));
  for (const file of modelFiles) hash.update(file).update(await readFile(join(folder, file)));
  return hash.digest('hex').slice(0, 32);
}
