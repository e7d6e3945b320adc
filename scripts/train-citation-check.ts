import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { openBundledEmbedder } from '../src/embedding/bundled-embedder.ts';
import { bundledModelFolder } from '../src/embedding/bundled-model.ts';
import { affairClaims, affairCopies } from '../src/evaluation/citation-check/affair-claims.ts';
import { labelledCase, readCheckedFile, readLabelled } from '../src/evaluation/citation-check/labelled-sentences.ts';
import {
  crossValidate,
  fitSignals,
  type MeasuredSentence,
  measureSignals,
  type ScoredSentence,
  thresholdFor,
} from '../src/evaluation/citation-check/train.ts';
import { openAffairs } from '../src/evaluation/reading/open-affairs.ts';
import { CrossReader } from '../src/reading/cross-reader.ts';
import { reportFailure } from '../src/surfaces/failure.ts';
import { createTexts } from '../src/surfaces/texts/texts.ts';
import { TextVectors } from '../src/text/text-vectors.ts';
import { openWordMeanings } from '../src/text/word-meanings.ts';
import { readEnvironment } from './environment.ts';

const { argv, environment, stdout, stderr } = readEnvironment();
const command = new Command('train-citation-check')
  .description(
    'Fits the weights of the citation check to its labelled sentences and to the claims of affairs, and prints what it then catches and refuses.',
  )
  .option('--batches <last>', 'use the labelled batches up to this one', '7')
  .option('--affairs <folder>', 'affairs whose claims nobody tuned to', 'evaluation/affairs')
  .option('--refuse <share>', 'share of the faithful claims of the affairs that may be refused', '0.25')
  .option('--write', 'keep the weights')
  .parse(argv, { from: 'user' });
const { batches, affairs, refuse, write } = command.opts<{
  batches: string;
  affairs: string;
  refuse: string;
  write?: true;
}>();

const sets = new URL('../tests/answering/citation-check/', import.meta.url);
const weightsFile = new URL('../src/answering/citation-check/signal-weights.json', import.meta.url);
const shippedFile = 'corpus';
const digits = 3;

async function measureLabelled(): Promise<MeasuredSentence[]> {
  const measured: MeasuredSentence[] = [];
  const vectors = new TextVectors(await openBundledEmbedder(bundledModelFolder));
  const meanings = openWordMeanings();
  for (const [name, tampered] of [
    ['faithful.jsonl', false],
    ['tampered.jsonl', true],
  ] as const) {
    const items = readLabelled(new URL(name, sets)).filter(({ batch }) => batch <= Number(batches));
    for (const folder of new Set(items.map((item) => item.folder ?? shippedFile))) {
      const { names, passages } = await readCheckedFile(folder);
      const cases = items
        .filter((item) => (item.folder ?? shippedFile) === folder)
        .map((item) => labelledCase(item, tampered, passages));
      measured.push(
        ...(await measureSignals(cases, { names, vectors, reader: new CrossReader(names, vectors, meanings) })),
      );
    }
  }
  return measured;
}

async function measureAffairs(): Promise<MeasuredSentence[]> {
  const measured: MeasuredSentence[] = [];
  for await (const { affair, file } of openAffairs(affairs, environment)) {
    const tools = { names: file.dossier.names, vectors: file.vectors, reader: file.reader };
    measured.push(
      ...(await measureSignals([...affairClaims(affair, file.dossier), ...affairCopies(affair, file.dossier)], tools)),
    );
  }
  return measured;
}

try {
  const measured = [...(await measureLabelled()), ...(await measureAffairs())];
  const scored = crossValidate(measured);
  const threshold = thresholdFor(
    scored.filter(({ origin }) => origin === 'affairs'),
    Number(refuse),
  );
  const share = (among: readonly ScoredSentence[], tampered: boolean, above: number) => {
    const chosen = among.filter((one) => one.tampered === tampered);
    const refused = chosen.filter(({ score }) => score > above).length;
    return `${((100 * refused) / chosen.length).toFixed(1)} % of ${chosen.length}`;
  };
  stdout.write('Each sentence by weights that have not seen its group:\n');
  for (const origin of new Set(scored.map((one) => one.origin))) {
    const among = scored.filter((one) => one.origin === origin);
    stdout.write(`  ${origin}: caught ${share(among, true, threshold)}, refused ${share(among, false, threshold)}`);
    const marks = [0.05, 0.1, 0.2, 0.3].map(
      (mark) => `${(100 * mark).toFixed(0)} → ${share(among, true, thresholdFor(among, mark)).split(' of')[0]}`,
    );
    stdout.write(`; refused → caught: ${marks.join(', ')}\n`);
  }
  const { names, model } = fitSignals(measured);
  const round = (value: number) => Number(value.toFixed(digits));
  const signals = Object.fromEntries(
    names
      .map((name, index): [string, number] => [name, round(model.weights[index] ?? 0)])
      .filter(([, weight]) => weight > 0),
  );
  const weights = { bias: round(model.bias), threshold: round(threshold), signals };
  stdout.write(`${JSON.stringify(weights, undefined, 2)}\n`);
  if (write) await writeFile(weightsFile, `${JSON.stringify(weights, undefined, 2)}\n`);
} catch (error) {
  process.exitCode = reportFailure(error, { texts: createTexts().en, stderr, logLevel: 'info' });
}
