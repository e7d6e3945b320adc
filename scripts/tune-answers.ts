import { readFile, writeFile } from 'node:fs/promises';
import { Command, InvalidArgumentError } from 'commander';
import type { AbstentionSignal } from '../src/answering/abstention.ts';
import weights from '../src/answering/answer-weights.json' with { type: 'json' };
import { createCandidateFinder } from '../src/answering/find-candidates.ts';
import type { RankingSignal } from '../src/answering/ranking.ts';
import { type OpenedFile, openFile } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import {
  areaUnderCurve,
  crossValidate,
  fitAbstention,
  fitRanking,
  rankable,
  type TuningExample,
  topShares,
  tuningExamples,
} from '../src/evaluation/answer-tuning.ts';
import { type EvaluationQuestion, parseQuestions } from '../src/evaluation/answers/question.ts';
import { affairQuestions } from '../src/evaluation/reading/affair-corpus.ts';
import { openAffairs } from '../src/evaluation/reading/open-affairs.ts';
import { reportFailure } from '../src/surfaces/failure.ts';
import { createTexts } from '../src/surfaces/texts/texts.ts';
import { readEnvironment } from './environment.ts';

function numbers(text: string): number[] {
  const found = text.split(',').map(Number);
  if (found.some((one) => !(one >= 0))) throw new InvalidArgumentError('Expected numbers with commas between them.');
  return found;
}

const { argv, environment, stdout, stderr } = readEnvironment();
const command = new Command('tune-answers')
  .description(
    'Fits the weights by which sentences are ranked and abstained from, on the development halves of question sets.',
  )
  .argument(
    '[set...]',
    'a question set, the folder of its corpus, a folder for its index; and so on for further sets',
    ['evaluation/questions.jsonl', 'corpus', '.data'],
  )
  .option('--write', 'puts the weights to use')
  .option('--affairs <folder>', 'affairs with their questions', 'evaluation/affairs')
  .option('--weights <numbers>', 'how much a question of each set counts, in their order, of affairs last', numbers, [])
  .parse(argv, { from: 'user' });

const signals = Object.keys(weights.ranking) as RankingSignal[];
/** Which sentences are read is decided by what is known before. */
const unread = signals.filter((signal) => signal !== 'reads');
const doubts = Object.keys(weights.abstention.weights) as AbstentionSignal[];
const percent = (shares: readonly number[]) => shares.map((share) => `${(100 * share).toFixed(1)} %`).join('  ');

/** While weights are fitted as many sentences of each question are read: what is left out to save time must not count as read. */
const readAlike = { sentences: 12, further: 0, sure: 0, within: Number.POSITIVE_INFINITY };

/** Examples of one question set or of all affairs. */
interface TuningSet {
  readonly name: string;
  readonly examples: TuningExample[];
}

async function examplesOf(
  questions: readonly EvaluationQuestion[],
  file: OpenedFile,
  weight: number,
): Promise<TuningExample[]> {
  const find = createCandidateFinder({ ...file, reading: readAlike });
  return tuningExamples(
    questions.filter(({ split }) => split === 'dev'),
    {
      names: file.dossier.names,
      vocabulary: file.vocabulary,
      candidates: async (question, asOf) => (await find(question, { asOf })).candidates,
    },
    weight,
  );
}

async function readSets(paths: readonly string[], affairs: string, weights: readonly number[]): Promise<TuningSet[]> {
  const sets: TuningSet[] = [];
  for (let at = 0; at < paths.length; at += 3) {
    const [path = '', corpus = 'corpus', data = '.data'] = paths.slice(at);
    const file = await openFile(readConfig({ ...environment, CORPUS_DIR: corpus, DATA_DIR: data }));
    const questions = parseQuestions(await readFile(path, 'utf8'), path);
    sets.push({ name: path, examples: await examplesOf(questions, file, weights[sets.length] ?? 1) });
    await file.close();
  }
  const invented: TuningExample[] = [];
  for await (const { affair, file } of openAffairs(affairs, environment))
    invented.push(...(await examplesOf(affairQuestions(affair), file, weights[sets.length] ?? 1)));
  return [...sets, { name: affairs, examples: invented }];
}

/** A line a set: by the weights in use, and by what was fitted on questions of all sets but these. */
function report(sets: readonly TuningSet[], inUse: readonly string[], held: readonly string[]): void {
  for (const [at, { name }] of sets.entries())
    stdout.write(`  ${name}: weights in use ${inUse[at]}; cross-validated ${held[at]}\n`);
}

/** Figures of each set one after the other, as `crossValidate` takes the mean of them. */
function bySet(
  sets: readonly TuningSet[],
  examples: readonly TuningExample[],
  measure: (own: readonly TuningExample[]) => readonly number[],
): number[] {
  return sets.flatMap((set) => measure(examples.filter((example) => set.examples.includes(example))));
}

try {
  const { affairs, weights: counts, write } = command.opts<{ affairs: string; weights: number[]; write?: boolean }>();
  const sets = (await readSets(command.processedArgs[0] as string[], affairs, counts)).filter(
    (set) => set.examples.length > 0,
  );
  const examples = sets.flatMap((set) => set.examples);

  const ordered = rankable(examples);
  stdout.write(`${ordered.length} questions; a sentence that answers is among the first 1, 2, 3, 5\n`);
  for (const [when, names, inUse] of [
    ['before reading', unread, weights.beforeReading],
    ['after', signals, weights.ranking],
  ] as const) {
    const shares = crossValidate(
      ordered,
      (taught) => fitRanking(taught, names),
      (held, fitted) => bySet(sets, held, (own) => topShares(own, fitted)),
    );
    const places = shares.length / sets.length;
    stdout.write(`${when}:\n`);
    report(
      sets,
      sets.map((set) => percent(topShares(rankable(set.examples), inUse))),
      sets.map((_, at) => percent(shares.slice(at * places, (at + 1) * places))),
    );
  }

  const areas = crossValidate(
    examples,
    (taught) => fitAbstention(taught, doubts),
    (held, fitted) => bySet(sets, held, (own) => [areaUnderCurve(own, fitted)]),
  );
  const answerable = examples.filter((example) => example.answerable).length;
  stdout.write(
    `${answerable} answerable and ${examples.length - answerable} unanswerable questions; area under the curve:\n`,
  );
  report(
    sets,
    sets.map((set) => areaUnderCurve(set.examples, weights.abstention).toFixed(3)),
    areas.map((area) => area.toFixed(3)),
  );

  const fitted = {
    beforeReading: fitRanking(ordered, unread),
    ranking: fitRanking(ordered, signals),
    abstention: fitAbstention(examples, doubts),
  };
  if (write) {
    const text = `${JSON.stringify({ ...weights, ...fitted }, null, 2)}\n`;
    await writeFile(new URL('../src/answering/answer-weights.json', import.meta.url), text);
  } else stdout.write(`${JSON.stringify(fitted, null, 2)}\n`);
} catch (error) {
  process.exitCode = reportFailure(error, { texts: createTexts().en, stderr, logLevel: 'info' });
}
