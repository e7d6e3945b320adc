import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** [English, French] parts of sentences; every combination is a sentence and its translation. */
const SUBJECTS = [
  ['the minister', 'le ministre'],
  ['the judge', 'le juge'],
  ['a journalist', 'une journaliste'],
  ['the company', 'la société'],
  ['the lawyer', 'l’avocat'],
  ['the parliament', 'le parlement'],
] as const;
const VERBS = [
  ['opened', 'a ouvert'],
  ['refused', 'a refusé'],
  ['announced', 'a annoncé'],
  ['read', 'a lu'],
  ['lost', 'a perdu'],
  ['hid', 'a caché'],
] as const;
const OBJECTS = [
  ['the report', 'le rapport'],
  ['the telephone', 'le téléphone'],
  ['an inquiry', 'une enquête'],
  ['the contract', 'le contrat'],
  ['the meeting', 'la réunion'],
  ['the software', 'le logiciel'],
  ['the letter', 'la lettre'],
  ['the list', 'la liste'],
] as const;

export interface SentencePair {
  english: string;
  french: string;
}

export function sentencePairs(): SentencePair[] {
  return SUBJECTS.flatMap((subject) =>
    VERBS.flatMap((verb) =>
      OBJECTS.map((object) => ({
        english: `${subject[0]} ${verb[0]} ${object[0]}.`,
        french: `${subject[1]} ${verb[1]} ${object[1]}.`,
      })),
    ),
  );
}

/** Writes 288 sentence pairs in the layout of the training folder: parallel lines, and each language on its own. */
export async function writeSmallCorpus(folder: string): Promise<void> {
  const pairs = sentencePairs();
  const parallel = path.join(folder, 'tatoeba-en-fr');
  const monolingual = path.join(folder, 'common-voice-sentences');
  await mkdir(parallel, { recursive: true });
  await mkdir(monolingual, { recursive: true });
  const lines = (texts: string[]) => gzipSync(`${texts.join('\n')}\n`);
  await writeFile(
    path.join(parallel, 'pairs.tsv.gz'),
    lines(pairs.map(({ english, french }) => `${english}\t${french}`)),
  );
  await writeFile(path.join(monolingual, 'fr.txt.gz'), lines(pairs.map(({ french }) => french)));
  await writeFile(path.join(monolingual, 'en.txt.gz'), lines(pairs.map(({ english }) => english)));
}
