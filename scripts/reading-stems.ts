import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { parseAffair } from '../src/evaluation/reading/affair.ts';
import { taughtStems } from '../src/evaluation/reading/taught-stems.ts';
import { knownStemsFile } from '../src/reading/known-words.ts';
import { reportFailure } from '../src/surfaces/failure.ts';
import { createTexts } from '../src/surfaces/texts/texts.ts';
import { readEnvironment } from './environment.ts';

function times(text: string): number {
  const found = Number(text);
  if (!Number.isInteger(found) || found < 1) throw new InvalidArgumentError('Expected a whole number above 0.');
  return found;
}

const { argv, stdout, stderr } = readEnvironment();
const command = new Command('reading-stems')
  .description(
    'Writes the words that the reader learns something about by itself, those which its teaching affairs often use.',
  )
  .argument('[taught]', 'affairs that teach', 'training/reading/affairs')
  .option('--at-least <times>', 'how often', times, 15)
  .parse(argv, { from: 'user' });
const [taught] = command.processedArgs as [string];

try {
  const names = (await readdir(taught)).filter((name) => name.endsWith('.txt')).sort();
  const affairs = await Promise.all(
    names.map(async (name) => parseAffair(await readFile(join(taught, name), 'utf8'), basename(name, '.txt'))),
  );
  const stems = taughtStems(affairs, command.opts<{ atLeast: number }>().atLeast);
  await writeFile(knownStemsFile, `${stems.join('\n')}\n`);
  stdout.write(`${stems.length} stems of ${affairs.length} affairs\n`);
} catch (error) {
  process.exitCode = reportFailure(error, { texts: createTexts().en, stderr, logLevel: 'info' });
}
