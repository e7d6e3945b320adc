import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { EmbeddingError } from '../errors.ts';
import type { FusionSettings } from './fusion.ts';

/** For models without a file of their own: little weight on the dense score, so that a weak model does no harm. */
export const defaultFusion: FusionSettings = { candidates: 100, denseWeight: 0.35, reranked: 24, lateWeight: 0.5 };

const share = z.number().min(0).max(1);
const schema = z.object({
  candidates: z.number().int().positive(),
  denseWeight: share,
  reranked: z.number().int().min(0),
  lateWeight: share,
});

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
      `${path}: expected {"candidates": number, "denseWeight": number from 0 to 1, "reranked": number, "lateWeight": number from 0 to 1}. Restore the file or remove it.`,
      { cause: error },
    );
  }
}
