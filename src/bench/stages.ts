import { openBellerophon } from '../app.ts';
import { type Config, readConfig } from '../config.ts';
import { readArticles } from '../corpus/read-corpus.ts';
import { scanCorpus } from '../corpus/scan-corpus.ts';
import { splitArticle } from '../corpus/split-article.ts';
import { openEmbedder } from '../embedding/open-embedder.ts';
import { openDossier } from '../open-dossier.ts';
import { SentenceEncoder } from '../reading/sentence-encoder.ts';
import { readFusionSettings } from '../retrieval/fusion-settings.ts';
import { LateInteraction } from '../retrieval/late-interaction.ts';
import { createRetriever } from '../retrieval/retriever.ts';
import { TextVectors } from '../text/text-vectors.ts';

export const stageNames = ['read', 'split', 'embed', 'build', 'load', 'embed-question', 'retrieve', 'answer'] as const;
export type StageName = (typeof stageNames)[number];

export interface StageInput {
  readonly corpusDir: string;
  readonly dataDir: string;
  readonly questions: readonly string[];
}

/** Times of a stage's units, and what the file holds where the stage knows it. */
export interface StageResult {
  readonly unit: string;
  readonly sample: readonly number[];
  readonly articles?: number;
  readonly passages?: number;
  readonly model?: string;
}

/** Passages that are embedded one by one to time it; the rest of a large file would tell nothing new. */
const embeddedPassages = 1000;
const loads = 5;

/** Runs one stage and nothing of the others but what it needs; `build` leaves the index that later stages open. */
export async function runStage(stage: StageName, input: StageInput): Promise<StageResult> {
  const config = readConfig({ CORPUS_DIR: input.corpusDir, DATA_DIR: input.dataDir });
  switch (stage) {
    case 'read':
      return {
        unit: 'article',
        sample: await timeEach(await scanCorpus(input.corpusDir), (file) => readArticles([file])),
      };
    case 'split': {
      const { articles } = await readArticles(await scanCorpus(input.corpusDir));
      return { unit: 'article', sample: await timeEach(articles, splitArticle) };
    }
    case 'embed':
      return embedPassages(config);
    case 'build':
      return build(config);
    case 'load': {
      const sample = await timeEach(Array.from({ length: loads }), async () => (await openBellerophon(config)).close());
      return { unit: 'run', sample };
    }
    case 'embed-question': {
      const { embedder } = await openEmbedder(config);
      await embedder.embedQuery('warm');
      const sample = await timeEach(input.questions, (question) => embedder.embedQuery(question));
      await embedder.close();
      return { unit: 'question', sample, model: embedder.modelId };
    }
    case 'retrieve':
      return retrieve(config, input.questions);
    case 'answer': {
      const bellerophon = await openBellerophon(config);
      await bellerophon.ask({ question: input.questions[0] ?? '' });
      const sample = await timeEach(input.questions, (question) => bellerophon.ask({ question }));
      await bellerophon.close();
      return { unit: 'question', sample };
    }
  }
}

async function embedPassages(config: Config): Promise<StageResult> {
  const { articles } = await readArticles(await scanCorpus(config.CORPUS_DIR));
  const passages = articles.flatMap((article) => splitArticle(article)).slice(0, embeddedPassages);
  const { embedder } = await openEmbedder(config);
  await embedder.embedDocuments(['warm']);
  const sample = await timeEach(passages, ({ text }) => embedder.embedDocuments([text]));
  await embedder.close();
  return { unit: 'passage', sample };
}

async function build(config: Config): Promise<StageResult> {
  let held = { articles: 0, passages: 0 };
  const sample = await timeEach([undefined], async () => {
    const { embedder } = await openEmbedder(config);
    const { dossier } = await openDossier({
      corpusDir: config.CORPUS_DIR,
      dataDir: config.DATA_DIR,
      embedder,
      sentences: new SentenceEncoder(),
      rebuild: true,
    });
    held = { articles: dossier.articles.size, passages: dossier.passages.size };
    await embedder.close();
  });
  return { unit: 'run', sample, ...held };
}

async function retrieve(config: Config, questions: readonly string[]): Promise<StageResult> {
  const { embedder, wordEmbedder, folder } = await openEmbedder(config);
  const { corpusDir, dataDir } = { corpusDir: config.CORPUS_DIR, dataDir: config.DATA_DIR };
  const { dossier, vocabulary, index } = await openDossier({
    corpusDir,
    dataDir,
    embedder,
    sentences: new SentenceEncoder(),
  });
  const late = new LateInteraction(new TextVectors(wordEmbedder), vocabulary);
  const fusion = await readFusionSettings(folder);
  const retriever = createRetriever({
    vectors: index.vectors,
    lexical: index.lexical,
    embedder,
    dossier,
    late,
    fusion,
  });
  await retriever.retrieve('warm', { limit: 10 });
  const sample = await timeEach(questions, (question) => retriever.retrieve(question, { limit: 10 }));
  await embedder.close();
  return { unit: 'question', sample };
}

async function timeEach<Item>(items: readonly Item[], work: (item: Item) => unknown): Promise<number[]> {
  const sample: number[] = [];
  for (const item of items) {
    const began = performance.now();
    await work(item);
    sample.push(performance.now() - began);
  }
  return sample;
}
