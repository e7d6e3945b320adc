import { fileURLToPath } from 'node:url';
import type { SentenceEmbedder } from '../types.ts';
import { openGraph } from './open-graph.ts';
import { wordsOf } from './tokens.ts';
import { openWordPieces, pieceDimensions, type WordPieces } from './word-pieces.ts';

const modelFile = fileURLToPath(new URL('../../models/bellerophon-sentences-fr-en/encoder.onnx', import.meta.url));

/** Words of a text that are read. */
const longest = 126;

/** Rows that stand before those of words, as training/sentences/model.py numbers them. */
const [begin, end, signs] = [1, 2, 3];

/** Texts that are kept: 4,000 of thirty words are 50 MB. */
const capacity = 4_000;

export interface EncodedText {
  /** Of length one. */
  readonly vector: Float32Array;
  /** What each word means where it stands: `contextDimensions` bytes a word, as the reader takes them. */
  readonly contexts: Uint8Array;
}

/** Bytes of what a word means where it stands. */
export const contextDimensions = 384;

/**
 * What sentences mean, French and English in one space: a small transformer over words (training/sentences/model.py).
 * Unlike the bundled embedding model it knows the order of words and what they mean together, and takes two milliseconds a sentence.
 */
export class SentenceEncoder implements SentenceEmbedder {
  /** Raised by hand with other files, or words. */
  readonly id = 'bellerophon-sentences-fr-en 1';
  readonly dimensions = contextDimensions;
  readonly #file: string;
  #pieces: WordPieces | undefined;
  #session: Promise<Session> | undefined;
  readonly #known = new Map<string, EncodedText>();

  /** @param file an ONNX graph as training/sentences/export.py writes it */
  constructor(file = modelFile) {
    this.#file = file;
  }

  /**
   * In the order of the texts. The model is loaded by the first call.
   * @param texts folded words of each; of a long one the first are read
   * @throws EmbeddingError when its file is missing or damaged
   */
  async encode(texts: readonly (readonly string[])[]): Promise<EncodedText[]> {
    const encoded: EncodedText[] = [];
    // One after the other: the longest of a batch would set the time of all.
    for (const words of texts) encoded.push(await this.#encodeText(words.slice(0, longest)));
    return encoded;
  }

  async embed(texts: readonly string[]): Promise<Float32Array[]> {
    return (await this.encode(texts.map(wordsOf))).map(({ vector }) => vector);
  }

  async #encodeText(words: readonly string[]): Promise<EncodedText> {
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

/** Vectors of the words of a text → what the text means. */
type Session = (words: Float32Array, count: number) => Promise<EncodedText>;

async function openSession(file: string): Promise<Session> {
  const { graph, onnx } = await openGraph(file, 'sentence encoder');
  return async (words, count) => {
    const tokens = Int32Array.from([begin, ...Array.from({ length: count }, (_, row) => signs + row), end]);
    const { vectors, states } = await graph.run({
      words: new onnx.Tensor('float32', words, [words.length / pieceDimensions, pieceDimensions]),
      tokens: new onnx.Tensor('int32', tokens, [1, tokens.length]),
    });
    return {
      vector: new Float32Array(vectors!.data as Float32Array),
      contexts: new Uint8Array(states!.data as Uint8Array),
    };
  };
}
