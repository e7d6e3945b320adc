import { readArticles } from '../src/corpus/read-corpus.ts';
import { scanCorpus } from '../src/corpus/scan-corpus.ts';
import { openEmbedder } from '../src/embedding/open-embedder.ts';
import { openDossier } from '../src/open-dossier.ts';
import { SentenceEncoder } from '../src/reading/sentence-encoder.ts';
import { runBuildIndex } from '../src/surfaces/command-line/build-index-command.ts';
import { readEnvironment } from './environment.ts';

process.exitCode = await runBuildIndex(readEnvironment(), {
  async build(config, { force, ...listeners }) {
    const started = performance.now();
    const { embedder } = await openEmbedder(config, listeners.onProgress);
    try {
      const { CORPUS_DIR: corpusDir, DATA_DIR: dataDir } = config;
      const sentences = new SentenceEncoder();
      const models = { embedder, sentences };
      const { dossier, index } = await openDossier({ ...listeners, ...models, corpusDir, dataDir, rebuild: force });
      return {
        articles: dossier.articles.size,
        passages: dossier.passages.size,
        names: dossier.names.entries,
        ...index.work,
        seconds: (performance.now() - started) / 1000,
      };
    } finally {
      await embedder.close();
    }
  },
  readCorpus: async (config) => readArticles(await scanCorpus(config.CORPUS_DIR)),
});
