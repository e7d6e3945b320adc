import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const repository = path.resolve(import.meta.dirname, '../..');

const people = ['Nadia Ferrand', 'Hugo Maillard', 'Inès Carrel', 'Louis Brandt', 'Clara Voisin', 'Paul Lemoine'];
const deeds = ['fermé le quai', 'vendu la grue', 'signé le rapport', 'peint la digue', 'payé la facture'];

/** Everybody did one thing; half of the questions ask for what nobody did. */
function smallAffair(): string {
  const lines = people.map((person, at) => `${at + 1} ${person} a ${deeds[at % deeds.length]} en ${2001 + at}.`);
  const told = people.map(
    (person, at) =>
      `Q | fr | who | near | Qui a ${deeds[at % deeds.length]} en ${2001 + at} ? | a1.${at + 1}="${person}"`,
  );
  const untold = people.map(
    (person, at) => `Q | fr | why | - | Pourquoi ${person} a-t-il fui ? | NONE:other near a1.${at + 1}`,
  );
  const decided = people.map(
    (person, at) =>
      `Q | fr | yes-no:yes | near | ${person} a-t-il ${deeds[at % deeds.length]} ? | a1.${at + 1}="${person}"`,
  );
  const claims = people.flatMap((person, at) => [
    `C | fr | ok:near | a1.${at + 1} | ${person} a ${deeds[at % deeds.length]}.`,
    `C | fr | bad:date | a1.${at + 1} | ${person} a ${deeds[at % deeds.length]} en 1912.`,
  ]);
  return [
    'A | a1 | fr | Le Relais | 2019-03-12 | Le port',
    ...lines,
    ...told,
    ...untold,
    ...decided,
    ...claims,
    '',
  ].join('\n');
}

/** Writes the affair and the numbers that training reads of it; → the folder of the numbers. */
export async function writeSmallExamples(folder: string): Promise<string> {
  const at = (part: string) => path.join(folder, part);
  for (const part of ['taught', 'measured']) {
    await mkdir(at(part));
    await writeFile(path.join(at(part), `${part}.txt`), smallAffair());
  }
  const script = [
    'scripts/reading-examples.ts',
    at('examples'),
    '--taught',
    at('taught'),
    '--measured',
    at('measured'),
  ];
  await promisify(execFile)('node', ['--import', 'tsx/esm', ...script], { cwd: repository });
  return at('examples');
}
