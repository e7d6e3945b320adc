import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { EmbeddingError } from '../errors.ts';
import type { FusionSettings } from './fusion.ts';

/** For models without a file of their own: what suits a model that ranks somewhat worse than BM25. */
export const defaultFusion: FusionSettings = { candidates: 100, sentence: 1, dense: 0.4 };

const schema = z.object({ candidates: z.int().positive(), sentence: z.number().min(0), dense: z.number().min(0) });

/**
 * The settings kept in a model's folder as fusion.json, or the defaults where there is none.
 * @throws EmbeddingError when the file is there but is not as it must be.
 */
export async function readFusionSettings(modelFolder: string | undefined): Promise<FusionSettings> {
  if (modelFolder === undefined) return defaultFusion;
  const path = join(modelFolder, 'fusion.json');
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return defaultFusion;
    throw error;
  }
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    throw new EmbeddingError(
      `${path}: expected {"candidates": whole number, "sentence": number, "dense": number}. Restore the file or remove it.`,
      { cause: error },
    );
  }
}
