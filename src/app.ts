import { countTellers } from './answering/attribution.ts';
import { createExtractiveAnswerer } from './answering/extractive-answerer.ts';
import type { Answerer, GenerativeTools } from './answering/generative/generative-answerer.ts';
import { leadIn } from './answering/wording.ts';
import { createAsk } from './ask.ts';
import type { Config } from './config.ts';
import type { HubProgress } from './embedding/hub-embedder.ts';
import { openEmbedder } from './embedding/open-embedder.ts';
import { MemoryConversations } from './memory-conversations.ts';
import { type OpenDossierOptions, openDossier } from './open-dossier.ts';
import { createCheck } from './overviews/check.ts';
import { createTimeline } from './overviews/timeline.ts';
import { createWho } from './overviews/who.ts';
import { CrossReader } from './reading/cross-reader.ts';
import { SentenceEncoder } from './reading/sentence-encoder.ts';
import { readFusionSettings } from './retrieval/fusion-settings.ts';
import { LateInteraction } from './retrieval/late-interaction.ts';
import { createRetriever } from './retrieval/retriever.ts';
import { createSourceList } from './source-list.ts';
import { TextVectors } from './text/text-vectors.ts';
import type { Vocabulary } from './text/vocabulary.ts';
import { openWordMeanings, type WordMeanings } from './text/word-meanings.ts';
import type { Bellerophon, ConversationStore, Dossier, Reader, Retriever, SentenceLikeness } from './types.ts';

export interface OpenOptions extends Omit<OpenDossierOptions, 'corpusDir' | 'dataDir' | 'embedder' | 'sentences'> {
  /** Where conversations are remembered; in memory when absent. */
  readonly conversations?: ConversationStore | undefined;
  /** Download and embedding of a hub model. */
  readonly onModelProgress?: ((progress: HubProgress) => void) | undefined;
}

/** The press file and what searches it. */
export interface OpenedFile {
  readonly dossier: Dossier;
  readonly vocabulary: Vocabulary;
  readonly retriever: Retriever;
  readonly vectors: TextVectors;
  readonly meanings: WordMeanings;
  readonly reader: Reader;
  readonly likeness: SentenceLikeness;
  close(): Promise<void>;
}

/** @throws CorpusError, IndexError, EmbeddingError, each with what to do about it. */
export async function openFile(config: Config, options: OpenOptions = {}): Promise<OpenedFile> {
  const { embedder, wordEmbedder, folder } = await openEmbedder(config, options.onModelProgress);
  const encoder = new SentenceEncoder();
  const { dossier, vocabulary, index } = await openDossier({
    ...options,
    corpusDir: config.CORPUS_DIR,
    dataDir: config.DATA_DIR,
    embedder,
    sentences: encoder,
  });
  const vectors = new TextVectors(wordEmbedder);
  const meanings = openWordMeanings();
  const retriever = createRetriever({
    vectors: index.vectors,
    lexical: index.lexical,
    embedder,
    dossier,
    late: new LateInteraction(vectors, vocabulary),
    fusion: await readFusionSettings(folder),
  });
  return {
    dossier,
    vocabulary,
    retriever,
    vectors,
    meanings,
    reader: new CrossReader(dossier.names, vectors, meanings, encoder),
    likeness: {
      toText: async (text) => {
        const [unit] = await encoder.embed([text]);
        return (passageId, sentence) => index.sentences.cosine(unit!, passageId, sentence);
      },
      toSentence: (passageId, sentence) => {
        const unit = index.sentences.vector(passageId, sentence);
        return (other, place) => index.sentences.cosine(unit, other, place);
      },
    },
    close: async () => {
      await embedder.close();
      if (wordEmbedder !== embedder) await wordEmbedder.close();
    },
  };
}

/**
 * Composes the stages into the one object that surfaces use.
 * @throws CorpusError, IndexError, EmbeddingError, each with what to do about it.
 */
export async function openBellerophon(
  config: Config,
  options: OpenOptions = {},
): Promise<Bellerophon & { readonly dossier: Dossier }> {
  const file = await openFile(config, options);
  const { dossier, vocabulary, retriever, vectors, meanings, reader, likeness, close } = file;
  const conversations = options.conversations ?? new MemoryConversations();
  const list = createSourceList(dossier);
  const tools = { dossier, retriever, vectors, meanings, reader, likeness, exampleQuestion: list.exampleQuestion };
  const extractive = createExtractiveAnswerer(tools);
  const answer = config.CHAT_MODEL
    ? await generativeAnswerer(config, { ...tools, fallback: extractive }, options)
    : extractive;
  const overviews = { dossier, retriever, countSources: countTellers, leadIn };
  return {
    ask: createAsk({ ...tools, names: dossier.names, vocabulary, conversations, answer }),
    ...list,
    timeline: createTimeline(overviews),
    who: createWho(overviews),
    check: createCheck({ ...overviews, reader }),
    suggestNames: (prefix, limit) => dossier.names.suggest(prefix, limit),
    conversations,
    dossier,
    close,
  };
}

/** Imported only when a chat model is set: langchain costs more to load than all the rest. */
async function generativeAnswerer(
  config: Config,
  tools: Pick<GenerativeTools, 'dossier' | 'retriever' | 'vectors' | 'reader' | 'fallback'>,
  { onNotice }: OpenOptions,
): Promise<Answerer> {
  const { createGenerativeAnswerer } = await import('./answering/generative/generative-answerer.ts');
  const onProblem = (reason: string) => onNotice?.(`${config.CHAT_MODEL}: ${reason}`);
  return createGenerativeAnswerer({ config, ...tools, onProblem });
}
