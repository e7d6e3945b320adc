import type { Config } from '../config.ts';
import type { Embedder } from '../types.ts';
import { openBundledEmbedder } from './bundled-embedder.ts';
import { bundledModelFolder } from './bundled-model.ts';
import type { HubProgress } from './hub-embedder.ts';

export type EmbedderConfig = Pick<
  Config,
  | 'DATA_DIR'
  | 'EMBEDDING_MODEL'
  | 'EMBEDDING_MODELS_DIR'
  | 'EMBEDDING_QUERY_PREFIX'
  | 'EMBEDDING_PASSAGE_PREFIX'
  | 'EMBEDDING_POOLING'
  | 'EMBEDDING_DIMENSIONS'
  | 'HF_ENDPOINT'
  | 'HF_TOKEN'
>;

export interface OpenedEmbedder {
  readonly embedder: Embedder;
  /**
   * Compares single words: always the bundled static model, fast enough for hundreds of them. The same object as
   * `embedder` where that is the bundled model; each is to be closed once.
   */
  readonly wordEmbedder: Embedder;
  /** Folder of the model's files, where a fusion.json may stand. */
  readonly folder: string;
}

/**
 * The embedder that the settings name: the bundled model unless EMBEDDING_MODEL names another.
 * @throws EmbeddingError when it cannot be loaded, UsageError when the settings do not fit the model
 */
export async function openEmbedder(
  config: EmbedderConfig,
  onProgress?: (progress: HubProgress) => void,
): Promise<OpenedEmbedder> {
  const wordEmbedder = await openBundledEmbedder(bundledModelFolder);
  if (config.EMBEDDING_MODEL === undefined) return { embedder: wordEmbedder, wordEmbedder, folder: bundledModelFolder };
  // Imported late: the default path needs neither the downloader nor the child process.
  const { openHubEmbedder } = await import('./hub-embedder.ts');
  return { ...(await openHubEmbedder(config, onProgress)), wordEmbedder };
}
