import { fileURLToPath } from 'node:url';
import { createExtractiveAnswerer } from './answering/extractive-answerer.ts';
import { TextVectors } from './answering/text-vectors.ts';
import { createAsk } from './ask.ts';
import type { Config } from './config.ts';
import { openBundledEmbedder } from './embedding/bundled-embedder.ts';
import { MemoryConversations } from './memory-conversations.ts';
import { type OpenDossierOptions, openDossier } from './open-dossier.ts';
import { readFusionSettings } from './retrieval/fusion-settings.ts';
import { createRetriever } from './retrieval/retriever.ts';
import { createSourceList } from './source-list.ts';
import type { Bellerophon, ConversationStore } from './types.ts';

/** The model that is shipped with the project. */
export const bundledModel = fileURLToPath(new URL('../models/bellerophon-static-fr-en', import.meta.url));

export interface OpenOptions
  extends Pick<OpenDossierOptions, 'onProgress' | 'onNotice' | 'onProblem' | 'onRecord' | 'signal'> {
  /** Where conversations are remembered; in memory when absent. */
  readonly conversations?: ConversationStore | undefined;
}

/**
 * Composes the stages into the one object that surfaces use.
 * @throws CorpusError, IndexError, EmbeddingError, each with what to do about it.
 */
export async function openBellerophon(config: Config, options: OpenOptions = {}): Promise<Bellerophon> {
  const embedder = await openBundledEmbedder(bundledModel);
  const { dossier, vocabulary, index } = await openDossier({
    ...options,
    corpusDir: config.CORPUS_DIR,
    dataDir: config.DATA_DIR,
    embedder,
  });
  const fusion = await readFusionSettings(bundledModel);
  const retriever = createRetriever({ vectors: index.vectors, lexical: index.lexical, embedder, dossier, fusion });
  const conversations = options.conversations ?? new MemoryConversations();
  const list = createSourceList(dossier);
  const tools = { dossier, retriever, vectors: new TextVectors(embedder), exampleQuestion: list.exampleQuestion };
  const answer = createExtractiveAnswerer(tools);
  return {
    ask: createAsk({ ...tools, names: dossier.names, vocabulary, conversations, answer }),
    ...list,
    suggestNames: (prefix, limit) => dossier.names.suggest(prefix, limit),
    conversations,
    close: () => embedder.close(),
  } as Bellerophon;
}
