import { fileURLToPath } from 'node:url';
import { openGraph } from './open-graph.ts';
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
    const vectors: Float32Array[] = [];
    // One after the other: the longest of a batch would set the time of all.
    for (const words of texts) vectors.push(await this.#encodeText(words.slice(0, longest)));
    return vectors;
  }

  async #encodeText(words: readonly string[]): Promise<Float32Array> {
    const key = words.join(' ');
    const known = this.#known.get(key);
    if (known) return known;
    this.#session ??= openSession(this.#file);
    const made = await (await this.#session)(this.#vectorsOf(words), words.length);
    if (this.#known.size >= capacity) this.#known.clear();
    this.#known.set(key, made);
    return made;
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
  const { graph, onnx } = await openGraph(file, 'sentence encoder');
  return async (words, count) => {
    const tokens = Int32Array.from([begin, ...Array.from({ length: count }, (_, row) => signs + row), end]);
    const { vectors } = await graph.run({
      words: new onnx.Tensor('float32', words, [words.length / pieceDimensions, pieceDimensions]),
      tokens: new onnx.Tensor('int32', tokens, [1, tokens.length]),
    });
    return new Float32Array(vectors!.data as Float32Array);
  };
}
