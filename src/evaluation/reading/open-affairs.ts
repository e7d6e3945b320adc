import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type OpenedFile, openFile } from '../../app.ts';
import { readConfig } from '../../config.ts';
import { type Affair, parseAffair } from './affair.ts';
import { writeAffairCorpus } from './affair-corpus.ts';

/**
 * The affairs of a folder, each opened as a press file of its own and gone before the next one comes.
 * @param every 8 for the first of every eight, in the order of their names
 */
export async function* openAffairs(
  folder: string,
  environment: Readonly<Record<string, string | undefined>>,
  every = 1,
): AsyncGenerator<{ affair: Affair; file: OpenedFile }> {
  const names = (await readdir(folder)).filter((one) => one.endsWith('.txt')).sort();
  for (const name of names.filter((_, at) => at % every === 0)) {
    const affair = parseAffair(await readFile(join(folder, name), 'utf8'), basename(name, '.txt'));
    const work = await mkdtemp(join(tmpdir(), 'affair-'));
    const [corpus, data] = [join(work, 'corpus'), join(work, 'data')];
    try {
      await writeAffairCorpus(affair, corpus);
      const file = await openFile(readConfig({ ...environment, CORPUS_DIR: corpus, DATA_DIR: data }));
      try {
        yield { affair, file };
      } finally {
        await file.close();
      }
    } finally {
      await rm(work, { recursive: true });
    }
  }
}
