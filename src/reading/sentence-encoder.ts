import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { EmbeddingError } from '../errors.ts';
import { openWordPieces, pieceDimensions, type WordPieces } from './word-pieces.ts';

const modelFile = fileURLToPath(new URL('../../models/bellerophon-sentences-fr-en/encoder.onnx', import.meta.url));

/** Words of a text that are read. */
const longest = 126;

/** Rows that stand before those of words, as training/sentences/model.py numbers them. */
const [begin, end, signs] = [1, 2, 3];

/** Vectors that are kept: 8,000 of 384 floats are 12 MB. */
const capacity = 8_000;

/**
 * What sentences mean, French and English in one space: a small transformer over words (training/sentences/model.py).
 * Unlike the bundled embedding model it knows the order of words and what they mean together; it is too slow for all passages of a file.
 */
export class SentenceEncoder {
  readonly #file: string;
  #pieces: WordPieces | undefined;
  #session: Promise<Session> | undefined;
  readonly #known = new Map<string, Float32Array>();

  /** @param file an ONNX graph as training/sentences/export.py writes it */
  constructor(file = modelFile) {
    this.#file = file;
  }

  /**
   * Vectors of length one, in the order of the texts. The model is loaded by the first call.
   * @param texts folded words of each
   * @throws EmbeddingError when its file is missing or damaged
   */
  async encode(texts: readonly (readonly string[])[]): Promise<Float32Array[]> {
    const keys = texts.map((words) => words.slice(0, longest).join(' '));
    const missing = new Map(
      keys.flatMap((key, at) => (this.#known.has(key) ? [] : [[key, texts[at]!.slice(0, longest)]])),
    );
    if (this.#known.size + missing.size > capacity) this.#known.clear();
    const made = new Map<string, Float32Array>();
    // One after the other: the longest of a batch would set the time of all.
    for (const [key, words] of missing) {
      this.#session ??= openSession(this.#file);
      made.set(key, await (await this.#session)(this.#vectorsOf(words), words.length));
    }
    const found = keys.map((key) => this.#known.get(key) ?? made.get(key)!);
    for (const [key, vector] of made) this.#known.set(key, vector);
    return found;
  }

  /** One row a word; at least one, for a graph reads no table without rows. */
  #vectorsOf(words: readonly string[]): Float32Array {
    this.#pieces ??= openWordPieces();
    const vectors = new Float32Array(Math.max(1, words.length) * pieceDimensions);
    for (const [row, word] of words.entries()) vectors.set(this.#pieces.vector(word), row * pieceDimensions);
    return vectors;
  }
}

/** Vectors of the words of a text → vector of the text. */
type Session = (words: Float32Array, count: number) => Promise<Float32Array>;

async function openSession(file: string): Promise<Session> {
  const onnx = createRequire(import.meta.url)('onnxruntime-node') as typeof import('onnxruntime-node');
  const session = await onnx.InferenceSession.create(file, {
    logSeverityLevel: 3,
    enableMemPattern: false,
    intraOpNumThreads: 1,
  }).catch((error: unknown) => {
    throw new EmbeddingError(
      `The sentence encoder in ${file} cannot be loaded. Its file is missing or damaged: restore it from the repository (git checkout -- models).`,
      { cause: error },
    );
  });
  return async (words, count) => {
    const tokens = Int32Array.from([begin, ...Array.from({ length: count }, (_, row) => signs + row), end]);
    const { vectors } = await session.run({
      words: new onnx.Tensor('float32', words, [words.length / pieceDimensions, pieceDimensions]),
      tokens: new onnx.Tensor('int32', tokens, [1, tokens.length]),
    });
    return new Float32Array(vectors!.data as Float32Array);
  };
}
