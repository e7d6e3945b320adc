import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Command } from 'commander';
import { createCandidateFinder } from '../src/answering/find-candidates.ts';
import { type OpenedFile, openFile } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { openBundledEmbedder } from '../src/embedding/bundled-embedder.ts';
import { bundledModelFolder } from '../src/embedding/bundled-model.ts';
import { parseQuestions } from '../src/evaluation/answers/question.ts';
import { ExampleFiles } from '../src/evaluation/reading/example-files.ts';
import { affairExamples, type ExampleTools, setExamples } from '../src/evaluation/reading/examples.ts';
import { openAffairs } from '../src/evaluation/reading/open-affairs.ts';
import { reportFailure } from '../src/surfaces/failure.ts';
import { createTexts } from '../src/surfaces/texts/texts.ts';
import { readEnvironment } from './environment.ts';

const { argv, environment, stderr } = readEnvironment();
const command = new Command('reading-examples')
  .description('Turns affairs and question sets into the numbers that training/reading learns from and is measured on.')
  .argument('<out>', 'folder to write')
  .argument('[set...]', 'a question set to measure on, the folder of its corpus, a folder for its index; and so on')
  .option('--taught <folder>', 'affairs that teach', 'training/reading/affairs')
  .option('--measured <folder>', 'affairs that measure', 'evaluation/affairs')
  .parse(argv, { from: 'user' });
const [out, sets] = command.processedArgs as [string, string[]];
const { taught, measured } = command.opts<{ taught: string; measured: string }>();

const files = new ExampleFiles();

/** The candidates are taken without the reader: it must not choose what it learns from. */
function toolsOf({ dossier, vocabulary, retriever, vectors, meanings }: OpenedFile): ExampleTools {
  const find = createCandidateFinder({ dossier, retriever, vectors, meanings });
  return {
    dossier,
    names: dossier.names,
    vocabulary,
    candidates: async (question, asOf) => (await find(question, { asOf })).candidates,
  };
}

async function addAffairs(folder: string, set: string): Promise<void> {
  for await (const { affair, file } of openAffairs(folder, environment)) {
    const { slug } = affair;
    const { questions, claims } = await affairExamples(affair, toolsOf(file));
    files.addQuestions(slug, set, questions, file.dossier.names);
    files.addClaims(slug, claims, file.dossier.names);
    stderr.write(
      `${slug}: ${questions.length} of ${affair.questions.length} questions, ${claims.length} of ${affair.claims.length} claims\n`,
    );
  }
}

async function addSet(path: string, corpus: string, data: string): Promise<void> {
  const file = await openFile(readConfig({ ...environment, CORPUS_DIR: corpus, DATA_DIR: data }));
  const questions = parseQuestions(await readFile(path, 'utf8'), path).filter(({ split }) => split === 'dev');
  files.addQuestions(path, basename(path, '.jsonl'), await setExamples(questions, toolsOf(file)), file.dossier.names);
  await file.close();
}

try {
  await addAffairs(taught, 'taught');
  await addAffairs(measured, 'measured');
  for (let at = 0; at + 2 < sets.length; at += 3) await addSet(sets[at]!, sets[at + 1]!, sets[at + 2]!);
  await files.write(out, await openBundledEmbedder(bundledModelFolder));
} catch (error) {
  process.exitCode = reportFailure(error, { texts: createTexts().en, stderr, logLevel: 'info' });
}
