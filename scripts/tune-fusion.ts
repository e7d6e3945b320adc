import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Command } from 'commander';
import { readConfig } from '../src/config.ts';
import { splitArticle } from '../src/corpus/split-article.ts';
import { openEmbedder } from '../src/embedding/open-embedder.ts';
import { tuneFusion } from '../src/evaluation/fusion-tuning.ts';
import { collectCandidates } from '../src/evaluation/measured-search.ts';
import { readRetrievalSet } from '../src/evaluation/retrieval-set.ts';
import { defaultFusion } from '../src/retrieval/fusion-settings.ts';
import { reportFailure } from '../src/surfaces/failure.ts';
import { createTexts } from '../src/surfaces/texts/texts.ts';
import { readEnvironment } from './environment.ts';

const { argv, environment, stdout, stderr } = readEnvironment();
const command = new Command('tune-fusion')
  .description('Chooses the weights of the fused scores for the embedding model in use, on development sets.')
  .argument('<folder...>', 'sets: folders with passages.jsonl and queries.jsonl')
  .option('--write', 'keep the best weights as fusion.json in the folder of the model')
  .parse(argv, { from: 'user' });
try {
  const folders = command.args;
  const { embedder, wordEmbedder, folder } = await openEmbedder(readConfig(environment));
  const sets = [];
  for (const path of folders) {
    const set = await readRetrievalSet(join(path, 'passages.jsonl'), join(path, 'queries.jsonl'));
    sets.push(
      await collectCandidates(set, {
        embedder,
        wordEmbedder,
        fusion: defaultFusion,
        split: (article) => splitArticle(article),
      }),
    );
  }
  await embedder.close();
  const tried = tuneFusion(sets, defaultFusion);
  stdout.write(`denseWeight  lateWeight  MRR@10 on ${folders.map((path) => basename(path)).join(', ')}\n`);
  for (const { settings, mrr10 } of tried.slice(0, 10)) {
    const columns = [settings.denseWeight.toFixed(2).padStart(11), settings.lateWeight.toFixed(2).padStart(10)];
    stdout.write(`${[...columns, ...mrr10.map((value) => value.toFixed(4))].join('  ')}\n`);
  }
  const best = tried[0];
  if (best && command.opts<{ write?: true }>().write)
    await writeFile(join(folder, 'fusion.json'), `${JSON.stringify(best.settings)}\n`);
} catch (error) {
  process.exitCode = reportFailure(error, { texts: createTexts().en, stderr, logLevel: 'info' });
}
