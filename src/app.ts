import { createExtractiveAnswerer } from './answering/extractive-answerer.ts';
import { TextVectors } from './answering/text-vectors.ts';
import { createAsk } from './ask.ts';
import type { Config } from './config.ts';
import { openBundledEmbedder } from './embedding/bundled-embedder.ts';
import { bundledModelFolder } from './embedding/bundled-model.ts';
import type { HubProgress } from './embedding/hub-embedder.ts';
import { openEmbedder } from './embedding/open-embedder.ts';
import { MemoryConversations } from './memory-conversations.ts';
import { type OpenDossierOptions, openDossier } from './open-dossier.ts';
import { readFusionSettings } from './retrieval/fusion-settings.ts';
import { createRetriever } from './retrieval/retriever.ts';
import { createSourceList } from './source-list.ts';
import type { Bellerophon, ConversationStore, Dossier } from './types.ts';

export interface OpenOptions extends Omit<OpenDossierOptions, 'corpusDir' | 'dataDir' | 'embedder'> {
  /** Where conversations are remembered; in memory when absent. */
  readonly conversations?: ConversationStore | undefined;
  /** Download and embedding of a hub model. */
  readonly onModelProgress?: ((progress: HubProgress) => void) | undefined;
}

/**
 * Composes the stages into the one object that surfaces use.
 * @throws CorpusError, IndexError, EmbeddingError, each with what to do about it.
 */
export async function openBellerophon(
  config: Config,
  options: OpenOptions = {},
): Promise<Bellerophon & { readonly dossier: Dossier }> {
  const { embedder, folder } = await openEmbedder(config, options.onModelProgress);
  // Words are compared by the bundled static model whichever model searches: it is fast enough for hundreds of them.
  const wordEmbedder = folder === bundledModelFolder ? embedder : await openBundledEmbedder(bundledModelFolder);
  const { dossier, vocabulary, index } = await openDossier({
    ...options,
    corpusDir: config.CORPUS_DIR,
    dataDir: config.DATA_DIR,
    embedder,
  });
  const fusion = await readFusionSettings(folder);
  const retriever = createRetriever({ vectors: index.vectors, lexical: index.lexical, embedder, dossier, fusion });
  const conversations = options.conversations ?? new MemoryConversations();
  const list = createSourceList(dossier);
  const tools = { dossier, retriever, vectors: new TextVectors(wordEmbedder), exampleQuestion: list.exampleQuestion };
  const answer = createExtractiveAnswerer(tools);
  return {
    ask: createAsk({ ...tools, names: dossier.names, vocabulary, conversations, answer }),
    ...list,
    timeline: async () => ({ events: [], citations: [] }),
    who: async () => null,
    check: async (claim, { language }) => ({
      claim,
      language,
      verdict: 'absent',
      supporting: [],
      opposing: [],
      citations: [],
    }),
    suggestNames: (prefix, limit) => dossier.names.suggest(prefix, limit),
    conversations,
    dossier,
    close: async () => {
      await embedder.close();
      if (wordEmbedder !== embedder) await wordEmbedder.close();
    },
  };
}
