import type { CheckTools } from '../../../src/answering/citation-check/contracts.ts';
import { openBundledEmbedder } from '../../../src/embedding/bundled-embedder.ts';
import { bundledModelFolder } from '../../../src/embedding/bundled-model.ts';
import { CrossReader } from '../../../src/reading/cross-reader.ts';
import { TextVectors } from '../../../src/text/text-vectors.ts';
import { openWordMeanings } from '../../../src/text/word-meanings.ts';
import type { NameIndex } from '../../../src/types.ts';

const vectors = new TextVectors(await openBundledEmbedder(bundledModelFolder));
const meanings = openWordMeanings();

/** The check as the project runs it, over the names of a file: the bundled models are small enough for every test. */
export function checkTools<Names extends NameIndex>(names: Names) {
  return { names, vectors, reader: new CrossReader(names, vectors, meanings) } satisfies CheckTools;
}
