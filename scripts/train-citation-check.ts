import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { openBundledEmbedder } from '../src/embedding/bundled-embedder.ts';
import { bundledModelFolder } from '../src/embedding/bundled-model.ts';
import { readCheckedFile, readLabelled } from '../src/evaluation/citation-check/labelled-sentences.ts';
import {
  crossValidate,
  fitSignals,
  type MeasuredSentence,
  measureSignals,
  thresholdFor,
} from '../src/evaluation/citation-check/train.ts';
import { reportFailure } from '../src/surfaces/failure.ts';
import { createTexts } from '../src/surfaces/texts/texts.ts';
import { TextVectors } from '../src/text/text-vectors.ts';
import { readEnvironment } from './environment.ts';

const { argv, stdout, stderr } = readEnvironment();
const command = new Command('train-citation-check')
  .description(
    'Fits the weights of the citation check to its labelled sentences and prints what it then catches and refuses.',
  )
  .option('--batches <last>', 'use the batches up to this one', '7')
  .option('--refuse <share>', 'share of unseen faithful sentences of the last batch that may be refused', '0.15')
  .option('--write', 'keep the weights')
  .parse(argv, { from: 'user' });
const { batches, refuse, write } = command.opts<{ batches: string; refuse: string; write?: true }>();

const sets = new URL('../tests/answering/citation-check/', import.meta.url);
const weightsFile = new URL('../src/answering/citation-check/signal-weights.json', import.meta.url);
const shippedFile = 'corpus';
const digits = 3;

try {
  const last = Number(batches);
  const vectors = new TextVectors(await openBundledEmbedder(bundledModelFolder));
  const measured: MeasuredSentence[] = [];
  for (const [name, tampered] of [
    ['faithful.jsonl', false],
    ['tampered.jsonl', true],
  ] as const) {
    const items = readLabelled(new URL(name, sets)).filter(({ batch }) => batch <= last);
    for (const folder of new Set(items.map((item) => item.folder ?? shippedFile))) {
      const file = await readCheckedFile(folder);
      const here = items.filter((item) => (item.folder ?? shippedFile) === folder);
      measured.push(...(await measureSignals(here, tampered, file, vectors)));
    }
  }
  const scored = crossValidate(measured);
  const unseen = scored.filter(({ sentence }) => sentence.item.batch === last);
  const threshold = thresholdFor(unseen, Number(refuse));
  const share = (among: typeof scored, tampered: boolean) => {
    const chosen = among.filter(({ sentence }) => sentence.tampered === tampered);
    const refused = chosen.filter(({ score }) => score > threshold).length;
    return `${((100 * refused) / chosen.length).toFixed(1)} % of ${chosen.length}`;
  };
  for (const [label, among] of [
    ['all batches', scored],
    [`batch ${last}`, unseen],
  ] as const) {
    stdout.write(
      `${label}, each sentence by a model that has not seen its article: caught ${share(among, true)}, refused ${share(among, false)}\n`,
    );
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
