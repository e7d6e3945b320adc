import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { EmbeddingError } from '../errors.ts';

/** Words in the order of their code points, and a row of whole numbers for each. */
export interface WordTable {
  readonly words: readonly string[];
  readonly vectors: Int8Array;
}

/**
 * Reads `<name>.txt`, one word a line, and `<name>.i8`.
 * @param dimensions numbers of a row
 * @throws EmbeddingError when they are missing or do not belong together
 */
export function readWordTable(from: URL, name: string, dimensions: number): WordTable {
  const damaged = (cause?: unknown) =>
    new EmbeddingError(
      `The table of words ${name} in ${fileURLToPath(from)} cannot be read. A file is missing or damaged: restore it from the repository (git checkout -- models).`,
      { cause },
    );
  try {
    const words = readFileSync(new URL(`${name}.txt`, from), 'utf8')
      .trimEnd()
      .split('\n');
    const bytes = readFileSync(new URL(`${name}.i8`, from));
    if (bytes.length !== words.length * dimensions) throw damaged();
    return { words, vectors: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length) };
  } catch (error) {
    throw error instanceof EmbeddingError ? error : damaged(error);
  }
}
