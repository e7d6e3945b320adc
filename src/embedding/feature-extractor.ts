import { access } from 'node:fs/promises';
import { join, parse, relative, resolve } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { EmbeddingError } from '../errors.ts';
import { quietly } from './quiet-console.ts';

export type Pooling = 'mean' | 'cls';

/** Texts → unit vectors, in this process. */
export interface FeatureExtractor {
  readonly dimensions: number;
  embed(texts: readonly string[]): Promise<number[][]>;
  dispose(): Promise<void>;
}

/** Files without which @xenova/transformers cannot load a model for embeddings. */
export const modelFiles = [
  'config.json',
  'tokenizer.json',
  'tokenizer_config.json',
  'onnx/model_quantized.onnx',
] as const;

/** Texts of one inference: more gain nothing, and inference blocks the event loop for as long as it takes. */
const batchSize = 32;

/**
 * Loads a model folder (layout of @xenova/transformers, quantised weights). Never reaches the network.
 * @throws EmbeddingError when a file is missing or cannot be loaded.
 */
export async function loadFeatureExtractor(folder: string, pooling: Pooling): Promise<FeatureExtractor> {
  const path = resolve(folder);
  for (const file of modelFiles)
    await access(join(path, file)).catch((error: unknown) => {
      throw new EmbeddingError(`The embedding model in ${path} is not complete: ${file} is missing.`, { cause: error });
    });
  const { env, pipeline } = await import('@xenova/transformers');
  const { root } = parse(path);
  env.allowRemoteModels = false;
  env.useFSCache = false;
  // The same for every model, since `env` is global: the model is named by its whole path instead.
  env.localModelPath = root;
  const name = relative(root, path).replaceAll('\\', '/');
  const extractor = await quietly(() => pipeline('feature-extraction', name, { quantized: true })).catch(
    (error: Error) => {
      throw new EmbeddingError(
        `The embedding model in ${path} cannot be loaded (${error.message}). Its files are damaged or of another kind.`,
        { cause: error },
      );
    },
  );

  const infer = async (texts: string[]): Promise<number[][]> => {
    const tensor = await quietly(() => extractor(texts, { pooling, normalize: false }));
    const [rows, dimensions] = tensor.dims as [number, number];
    const data = tensor.data as Float32Array;
    return Array.from({ length: rows }, (_, row) => unit(data.subarray(row * dimensions, (row + 1) * dimensions)));
  };

  const [probe] = await infer(['a']);
  return {
    dimensions: (probe as number[]).length,
    async embed(texts) {
      const vectors: number[][] = new Array(texts.length);
      // Neighbours in length share a batch: each batch is padded to its longest text.
      const order = texts.map((_, i) => i).sort((a, b) => (texts[a] as string).length - (texts[b] as string).length);
      for (let start = 0; start < order.length; start += batchSize) {
        const batch = order.slice(start, start + batchSize);
        const found = await infer(batch.map((i) => texts[i] as string));
        for (const [k, i] of batch.entries()) vectors[i] = found[k] as number[];
        await breathe();
      }
      return vectors;
    },
    async dispose() {
      await extractor.dispose();
    },
  };
}

/** Of unit length; all zeros stay what they are. */
function unit(values: Float32Array): number[] {
  let squares = 0;
  for (const value of values) squares += value * value;
  const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares);
  return Array.from(values, (value) => value * scale);
}
