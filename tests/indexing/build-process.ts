// A process of its own that opens an index, for tests that kill it, race it or take its disk away.
// Prints its progress and what came of it as lines of JSON.

import { setTimeout as sleep } from 'node:timers/promises';
import { openIndex } from '../../src/indexing/open-index.ts';
import { countingEmbedder, SmallCorpus } from './small-corpus.ts';

export interface BuildOrder {
  readonly dataDir: string;
  readonly articles: number;
  /** Milliseconds that each call of the model takes. */
  readonly delay?: number;
  /** Give up the rights of root, to which everything is writable. */
  readonly asNobody?: boolean;
}

const { dataDir, articles, delay = 0, asNobody } = JSON.parse(process.argv[2]!) as BuildOrder;
const print = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`);
const embedder = countingEmbedder();
const slow: typeof embedder = {
  ...embedder,
  embedDocuments: async (texts) => {
    await sleep(delay);
    return embedder.embedDocuments(texts);
  },
};
// Beyond a limit on the size of files a write shall fail, as on a full disk, not end the process.
process.on('SIGXFSZ', () => undefined);
if (asNobody && process.getuid?.() === 0) process.setuid?.(65534);
try {
  const { work, passages } = await openIndex({
    ...SmallCorpus.of(articles).options(),
    dataDir,
    embedder: slow,
    onProgress: ({ stage, done }) => print({ stage, done }),
    onNotice: (notice) => print({ notice }),
  });
  print({ embedded: work.embedded, passages: passages.size });
} catch (error) {
  print({ error: (error as Error).name, message: (error as Error).message });
}
