import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import matter from 'gray-matter';
import { reportFailure } from '../src/surfaces/failure.ts';
import { createTexts } from '../src/surfaces/texts/texts.ts';
import { findDates } from '../src/text/dates.ts';
import { readEnvironment } from './environment.ts';

const { argv, stdout, stderr } = readEnvironment();
const command = new Command('wikinews-corpus')
  .description('Writes the articles of the Wikinews keyphrase corpus as a folder that CORPUS_DIR may be pointed at.')
  .argument('<articles.jsonl>', 'one article a line: {"id","title","date","paragraphs"}')
  .argument('<folder>', 'where the articles go')
  .parse(argv, { from: 'user' });
const [source, folder] = command.args as [string, string];

try {
  await mkdir(folder, { recursive: true });
  let written = 0;
  for (const line of (await readFile(source, 'utf8')).split('\n').filter(Boolean)) {
    const { id, title, date, paragraphs } = JSON.parse(line) as Record<'id' | 'title' | 'date', string> & {
      paragraphs: string[];
    };
    const published = findDates(date ?? paragraphs[0] ?? '', 'fr', null)[0]?.date;
    const text = paragraphs.map((paragraph) => paragraph.replaceAll('\u00ad', '')).join('\n\n');
    const front = { id: `wn-${id}`, title, outlet: 'Wikinews', ...(published && { published }), lang: 'fr' };
    await writeFile(join(folder, `wn-${id}.md`), matter.stringify(`\n${text}\n`, front));
    written += 1;
  }
  stdout.write(`${written} articles in ${folder}\n`);
} catch (error) {
  process.exitCode = reportFailure(error, { texts: createTexts().en, stderr, logLevel: 'info' });
}
