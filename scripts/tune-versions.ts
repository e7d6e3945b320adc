import { readFile, writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import weights from '../src/answering/answer-weights.json' with { type: 'json' };
import { createCandidateFinder } from '../src/answering/find-candidates.ts';
import type { VersionSignal } from '../src/answering/version-odds.ts';
import { type OpenedFile, openFile } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { crossValidate } from '../src/evaluation/answer-tuning.ts';
import { factText, holdsAny } from '../src/evaluation/answers/fact-text.ts';
import { type EvaluationQuestion, parseQuestions } from '../src/evaluation/answers/question.ts';
import { fitOdds } from '../src/evaluation/odds.ts';
import type { Affair } from '../src/evaluation/reading/affair.ts';
import { placesOf } from '../src/evaluation/reading/affair-corpus.ts';
import { openAffairs } from '../src/evaluation/reading/open-affairs.ts';
import {
  type VersionExample,
  type VersionQuestion,
  versionExample,
  versionsFound,
} from '../src/evaluation/version-tuning.ts';
import { reportFailure } from '../src/surfaces/failure.ts';
import { createTexts } from '../src/surfaces/texts/texts.ts';
import { readEnvironment } from './environment.ts';

/** Of the affairs that the reader was taught with the first of so many, and of the questions with one answer: there are enough. */
const everyTaught = 8;
const everyUndisputed = 4;

const { argv, environment, stdout, stderr } = readEnvironment();
const command = new Command('tune-versions')
  .description('Fits the weights by which a sentence is taken for another version of what the best one tells.')
  .argument('[questions]', 'a question set on the corpus of the settings', 'evaluation/questions.jsonl')
  .option('--write', 'puts the weights to use')
  .parse(argv, { from: 'user' });

const names = Object.keys(weights.version.weights) as VersionSignal[];

/** Questions on a file and where they come from. */
interface VersionSet {
  readonly name: string;
  readonly examples: VersionExample[];
}

async function examplesOf(questions: readonly VersionQuestion[], file: OpenedFile): Promise<VersionExample[]> {
  const tools = { ...file, names: file.dossier.names, find: createCandidateFinder(file) };
  const examples: VersionExample[] = [];
  for (const question of questions) {
    const example = await versionExample(question, tools);
    if (example) examples.push(example);
  }
  return examples;
}

function ofSet({ question, asOf, divergence, facts, articles = [] }: EvaluationQuestion): VersionQuestion {
  return {
    text: question,
    asOf,
    disputed: divergence === true,
    answersOf: ({ text, article }) =>
      articles.length > 0 && !articles.includes(article.id)
        ? []
        : facts.filter((alternatives) => holdsAny(factText(text), alternatives)).map(([fact = '']) => fact),
  };
}

function ofAffair(affair: Affair, file: OpenedFile): VersionQuestion[] {
  const places = placesOf(affair, file.dossier);
  let undisputed = 0;
  return affair.questions
    .filter(({ disputed }) => disputed || undisputed++ % everyUndisputed === 0)
    .map(({ question, disputed, answers }) => ({
      text: question,
      disputed,
      answersOf: ({ article, span }) =>
        answers
          .filter(({ sentence }) => {
            const place = places.get(sentence);
            return place?.article.id === article.id && place.start >= span.start && place.start < span.end;
          })
          .map(({ words }) => words),
    }));
}

async function readSets(path: string): Promise<VersionSet[]> {
  const file = await openFile(readConfig(environment));
  const asked = parseQuestions(await readFile(path, 'utf8'), path).filter(
    ({ split, conversation, kind }) => split === 'dev' && !conversation && kind !== 'injection',
  );
  const sets = [{ name: path, examples: await examplesOf(asked.map(ofSet), file) }];
  await file.close();
  for (const [folder, every] of [
    ['training/reading/affairs', everyTaught],
    ['evaluation/affairs', 1],
  ] as const) {
    const examples: VersionExample[] = [];
    for await (const { affair, file } of openAffairs(folder, environment, every))
      examples.push(...(await examplesOf(ofAffair(affair, file), file)));
    sets.push({ name: folder, examples });
  }
  return sets;
}

const fitVersions = (examples: readonly VersionExample[]) =>
  fitOdds(
    examples.flatMap(({ pairs }) => pairs.map(({ signals, holds }) => ({ signals, holds, weight: 1 }))),
    names,
  );

try {
  const { write } = command.opts<{ write?: boolean }>();
  const [path = ''] = command.processedArgs as string[];
  const sets = await readSets(path);
  stdout.write('By the regression alone, before the rules of src/answering/divergence.ts:\n');
  for (const { name, examples } of sets) {
    const elsewhere = sets.filter((set) => set.examples !== examples).flatMap((set) => set.examples);
    const shares = crossValidate(
      examples,
      (taught) => fitVersions([...elsewhere, ...taught]),
      (held, fitted) => versionsFound(held, fitted).map((questions) => (questions * examples.length) / held.length),
    );
    const line = ([found, there, wrong, others]: readonly number[]) =>
      `another version found for ${found} of ${there} questions, something taken for one for ${wrong} of ${others}`;
    stdout.write(`${name}: weights in use: ${line(versionsFound(examples, weights.version))};\n`);
    stdout.write(`  cross-validated: ${line(shares.map(Math.round))}\n`);
  }
  const version = fitVersions(sets.flatMap(({ examples }) => examples));
  if (write) {
    const text = `${JSON.stringify({ ...weights, version }, null, 2)}\n`;
    await writeFile(new URL('../src/answering/answer-weights.json', import.meta.url), text);
  } else stdout.write(`${JSON.stringify(version, null, 2)}\n`);
} catch (error) {
  process.exitCode = reportFailure(error, { texts: createTexts().en, stderr, logLevel: 'info' });
}
