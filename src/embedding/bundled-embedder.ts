import { basename, resolve } from 'node:path';
import type { Embedder } from '../types.ts';
import { loadFeatureExtractor } from './feature-extractor.ts';
import { modelFingerprint } from './model-fingerprint.ts';

/**
 * The model shipped with the project, in this process: static, so that a batch takes milliseconds. It pools and
 * normalises inside its graph and gives one vector per text, which is what `cls` pooling picks.
 * @param modelFolder folder in the layout of @xenova/transformers
 * @throws EmbeddingError when the folder is not a model
 */
export async function openBundledEmbedder(modelFolder: string): Promise<Embedder> {
  // One thread: there is so little to compute that a second one mostly waits, at the full load of a processor.
  const extractor = await loadFeatureExtractor(modelFolder, 'cls', 1);
  const fingerprint = await modelFingerprint(modelFolder, { pooling: 'cls' });
  return {
    modelId: basename(resolve(modelFolder)),
    dimensions: extractor.dimensions,
    fingerprint,
    embedQuery: async (text) => (await extractor.embed([text]))[0] as number[],
    embedDocuments: (texts) => extractor.embed(texts),
    close: async () => undefined,
  };
}
