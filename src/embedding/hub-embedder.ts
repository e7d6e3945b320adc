import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import PQueue from 'p-queue';
import { EmbeddingError, UsageError } from '../errors.ts';
import type { Embedder } from '../types.ts';
import { ChildGoneError, EmbeddingProcess } from './embedding-process.ts';
import { modelFiles } from './feature-extractor.ts';
import { type DownloadProgress, downloadModel } from './hub-download.ts';
import { hubError } from './hub-errors.ts';
import { modelFingerprint } from './model-fingerprint.ts';
import { type ModelSettings, modelSettings, type SettingsOverrides } from './model-settings.ts';

export type HubProgress = DownloadProgress | { readonly stage: 'load'; readonly done: number; readonly total: number };

export interface HubSettings extends SettingsOverrides {
  /** Name on the hub (`owner/name`), or a folder. */
  readonly EMBEDDING_MODEL?: string | undefined;
  readonly EMBEDDING_MODELS_DIR?: string | undefined;
  readonly EMBEDDING_DIMENSIONS?: number | undefined;
  readonly DATA_DIR: string;
  readonly HF_ENDPOINT?: string | undefined;
  readonly HF_TOKEN?: string | undefined;
}

const hub = 'https://huggingface.co';
/** Texts of one message to the child: a question waits at most for so many passages. */
const batchSize = 32;
const priority = { query: 1, documents: 0 };

/**
 * Any model of the hub, in a child process with a queue, since its inference would block this one's event loop.
 * Questions overtake passages. A child that dies is started anew once, and the request repeated.
 * @throws EmbeddingError when the model cannot be had or loaded
 */
export async function openHubEmbedder(
  settings: HubSettings,
  onProgress?: (progress: HubProgress) => void,
): Promise<{ embedder: Embedder; folder: string }> {
  const model = settings.EMBEDDING_MODEL ?? '';
  const modelSetting = modelSettings(model, settings);
  const { folder, child } = await startModel(model, settings, modelSetting, onProgress);
  const dimensions = settings.EMBEDDING_DIMENSIONS ?? child.dimensions;
  if (dimensions > child.dimensions) {
    await child.close();
    throw new UsageError(
      `EMBEDDING_DIMENSIONS: expected at most ${child.dimensions}, which ${model} has, got ${dimensions}.`,
    );
  }
  const { queryPrefix, passagePrefix, pooling } = modelSetting;
  const fingerprint = await modelFingerprint(folder, {
    queryPrefix,
    passagePrefix,
    pooling,
    dimensions: String(dimensions),
  });
  const worker = createWorker(model, folder, modelSetting, child);
  const embed = async (texts: readonly string[], rank: number) =>
    (await worker.embed(texts, rank)).map((vector) => shortened(vector, dimensions));
  return {
    folder,
    embedder: {
      modelId: model,
      dimensions,
      fingerprint,
      embedQuery: async (text) => (await embed([queryPrefix + text], priority.query))[0] as number[],
      embedDocuments: async (texts) => {
        const batches: Promise<number[][]>[] = [];
        for (let start = 0; start < texts.length; start += batchSize) {
          const batch = texts.slice(start, start + batchSize).map((text) => passagePrefix + text);
          batches.push(embed(batch, priority.documents));
        }
        return (await Promise.all(batches)).flat();
      },
      close: () => worker.close(),
    },
  };
}

/** Finds the model's files or downloads them, and starts a child with them. A download counts once it has loaded. */
async function startModel(
  model: string,
  settings: HubSettings,
  { pooling }: ModelSettings,
  onProgress?: (progress: HubProgress) => void,
): Promise<{ folder: string; child: EmbeddingProcess }> {
  const start = async (folder: string) => {
    onProgress?.({ stage: 'load', done: 0, total: 1 });
    const child = await EmbeddingProcess.start(folder, pooling).catch((error: Error) => {
      throw hubError(model, error.message, error);
    });
    onProgress?.({ stage: 'load', done: 1, total: 1 });
    return child;
  };
  const modelsFolder = resolve(settings.EMBEDDING_MODELS_DIR ?? join(settings.DATA_DIR, 'models'));
  const cached = join(modelsFolder, model);
  for (const folder of [resolve(model), cached])
    if (isModelFolder(folder)) return { folder, child: await start(folder) };
  if (!/^[\w.-]+\/[\w.-]+$/.test(model) || /(^|\/)\.+(\/|$)/.test(model))
    throw hubError(
      model,
      `expected a folder with ${modelFiles.join(', ')}, or a name on the hub such as Xenova/multilingual-e5-small.`,
    );

  const downloaded = await downloadModel(model, modelsFolder, {
    endpoint: settings.HF_ENDPOINT ?? hub,
    token: settings.HF_TOKEN,
    onProgress,
  });
  try {
    const child = await start(downloaded);
    await mkdir(dirname(cached), { recursive: true });
    // Another process may have been faster; its files are as good.
    await rename(downloaded, cached).catch((error: unknown) => {
      if (!isModelFolder(cached)) throw error;
    });
    return { folder: cached, child };
  } finally {
    await rm(downloaded, { recursive: true, force: true });
  }
}

function isModelFolder(folder: string): boolean {
  return modelFiles.every((file) => existsSync(join(folder, file)));
}

interface Worker {
  embed(texts: readonly string[], rank: number): Promise<number[][]>;
  close(): Promise<void>;
}

function createWorker(model: string, folder: string, { pooling }: ModelSettings, first: EmbeddingProcess): Worker {
  const queue = new PQueue({ concurrency: 1 });
  let child = first;
  let closed = false;
  const embedOnce = async (texts: readonly string[]) => {
    if (!child.isRunning) child = await EmbeddingProcess.start(folder, pooling);
    return child.embed(texts);
  };
  const embed = async (texts: readonly string[]) => {
    if (closed) throw new EmbeddingError('The embedding model has been closed.');
    try {
      return await embedOnce(texts);
    } catch (error) {
      if (!(error instanceof ChildGoneError)) throw error;
    }
    return embedOnce(texts).catch((error: Error) => {
      if (!(error instanceof ChildGoneError)) throw error;
      throw hubError(model, `its process ended twice (${error.message}); there may be too little memory.`, error);
    });
  };
  return {
    embed: (texts, rank) => queue.add(() => embed(texts), { priority: rank }),
    async close() {
      closed = true;
      await queue.onIdle();
      await child.close();
    },
  };
}

/** The first dimensions only, of unit length again: for models trained so that these carry most (Matryoshka). */
function shortened(vector: readonly number[], dimensions: number): number[] {
  if (vector.length === dimensions) return [...vector];
  const head = vector.slice(0, dimensions);
  const norm = Math.hypot(...head);
  return norm === 0 ? head : head.map((value) => value / norm);
}
