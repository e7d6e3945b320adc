import { access } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, parse, relative, resolve } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { EmbeddingError } from '../errors.ts';
import { type Pooling, poolTokens } from './pooling.ts';

/** Texts → unit vectors, in this process. */
export interface FeatureExtractor {
  readonly dimensions: number;
  embed(texts: readonly string[]): Promise<number[][]>;
}

/** Files without which a model in the layout of @xenova/transformers cannot embed. */
export const modelFiles = [
  'config.json',
  'tokenizer.json',
  'tokenizer_config.json',
  'onnx/model_quantized.onnx',
] as const;

/** Texts of one inference: more gain nothing, and inference blocks the event loop for as long as it takes. */
const batchSize = 32;

/**
 * The tokenizers of @xenova/transformers without the rest of it (pipelines, images, sound), which would cost every
 * start four times the time and twice the memory. The session below is what its own pipeline opens.
 */
const tokenizersModule: string = '@xenova/transformers/src/tokenizers.js';
const environmentModule: string = '@xenova/transformers/src/env.js';
type Transformers = typeof import('@xenova/transformers');

/**
 * Loads a model folder (layout of @xenova/transformers, quantised weights). Never reaches the network.
 * @param threads that one inference may take; as many as there are processors when absent
 * @throws EmbeddingError when a file is missing or cannot be loaded.
 */
export async function loadFeatureExtractor(
  folder: string,
  pooling: Pooling,
  threads?: number,
): Promise<FeatureExtractor> {
  const path = resolve(folder);
  for (const file of modelFiles)
    await access(join(path, file)).catch((error: unknown) => {
      throw new EmbeddingError(`The embedding model in ${path} is not complete: ${file} is missing.`, { cause: error });
    });
  try {
    const tokenize = await loadTokenizer(path);
    const infer = await loadSession(join(path, 'onnx/model_quantized.onnx'), pooling, threads);
    const run = (texts: readonly string[]) => infer(tokenize(texts));
    const dimensions = (await run(['a']))[0]?.length ?? 0;
    return { dimensions, embed: (texts) => embedInBatches(texts, run) };
  } catch (error) {
    throw new EmbeddingError(
      `The embedding model in ${path} cannot be loaded (${(error as Error).message}). Its files are damaged or of another kind.`,
      { cause: error },
    );
  }
}

/** Token numbers of texts, padded to one length, with what else the tokenizer makes (attention_mask, token_type_ids). */
type Tokens = Readonly<Record<string, number[][]>>;

async function loadTokenizer(path: string): Promise<(texts: readonly string[]) => Tokens> {
  const { env } = (await import(environmentModule)) as Pick<Transformers, 'env'>;
  const { AutoTokenizer } = (await import(tokenizersModule)) as Pick<Transformers, 'AutoTokenizer'>;
  const { root } = parse(path);
  env.allowRemoteModels = false;
  env.useFSCache = false;
  // The same for every model, since `env` is global: the model is named by its whole path instead.
  env.localModelPath = root;
  const tokenizer = await AutoTokenizer.from_pretrained(relative(root, path).replaceAll('\\', '/'));
  const options = { padding: true, truncation: true, return_tensor: false };
  return (texts) => tokenizer(texts, options) as Tokens;
}

/**
 * Without arena and patterns: both keep memory for every batch shape ever seen, and texts come in all shapes. The same
 * questions took 150 MB more with them, and no less time.
 */
const sessionOptions = { logSeverityLevel: 3, enableCpuMemArena: false, enableMemPattern: false } as const;

/** Opens the session and gives the vectors of tokenized texts. */
async function loadSession(
  file: string,
  pooling: Pooling,
  threads: number | undefined,
): Promise<(tokens: Tokens) => Promise<number[][]>> {
  const onnx = createRequire(import.meta.url)('onnxruntime-node') as typeof import('onnxruntime-node');
  const session = await onnx.InferenceSession.create(file, {
    ...sessionOptions,
    ...(threads === undefined ? {} : { intraOpNumThreads: threads }),
  });
  return async (tokens) => {
    const rows = tokens.input_ids ?? [];
    const shape = [rows.length, rows[0]?.length ?? 0];
    const feeds = session.inputNames.map((name) => {
      // Models of one segment may want its numbers all the same; they are zero.
      const values = tokens[name] ?? (name === 'token_type_ids' ? rows.map((row) => row.map(() => 0)) : undefined);
      if (!values) throw new Error(`it wants "${name}", which embedding models do not have`);
      return [name, new onnx.Tensor('int64', BigInt64Array.from(values.flat(), BigInt), shape)] as const;
    });
    const outputs = await session.run(Object.fromEntries(feeds));
    const output = outputs.last_hidden_state ?? outputs.token_embeddings ?? outputs[session.outputNames[0] ?? ''];
    if (output?.dims.length !== 3) throw new Error(`its output is not one vector per token, but ${output?.dims}`);
    return poolTokens(output.data as Float32Array, output.dims, tokens.attention_mask ?? [], pooling);
  };
}

async function embedInBatches(
  texts: readonly string[],
  run: (texts: readonly string[]) => Promise<number[][]>,
): Promise<number[][]> {
  const vectors: number[][] = new Array(texts.length);
  // Neighbours in length share a batch: each batch is padded to its longest text.
  const order = texts.map((_, i) => i).sort((a, b) => (texts[a] as string).length - (texts[b] as string).length);
  for (let start = 0; start < order.length; start += batchSize) {
    const batch = order.slice(start, start + batchSize);
    const found = await run(batch.map((i) => texts[i] as string));
    for (const [k, i] of batch.entries()) vectors[i] = found[k] as number[];
    await breathe();
  }
  return vectors;
}
