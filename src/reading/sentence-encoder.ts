import { fileURLToPath } from 'node:url';
import type { SentenceEmbedder } from '../types.ts';
import { openGraph } from './open-graph.ts';
import { wordsOf } from './tokens.ts';
import { openWordPieces, pieceDimensions, type WordPieces } from './word-pieces.ts';

const modelFile = fileURLToPath(new URL('../../models/bellerophon-sentences-fr-en/encoder.onnx', import.meta.url));

/** Words of a text that are read. */
const longest = 126;

/** Texts that are read at once at most. */
const together = 16;

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
  readonly id = 'bellerophon-sentences-fr-en 2';
  readonly dimensions = contextDimensions;
  readonly #file: string;
  #pieces: WordPieces | undefined;
  #session: Promise<Session> | undefined;
  readonly #known = new Map<string, EncodedText>();

  /** @param file an ONNX graph as training/sentences/export.py writes it */
  constructor(file = modelFile) {
    this.#file = file;
  }

  /** @throws EmbeddingError when its file is missing or damaged */
  async embed(texts: readonly string[]): Promise<Float32Array[]> {
    return (await this.encode(texts.map(wordsOf))).map(({ vector }) => vector);
  }

  /**
   * In the order of the texts. The model is loaded by the first call.
   * @param texts folded words of each; of a long one the first are read
   * @throws EmbeddingError when its file is missing or damaged
   */
  async encode(texts: readonly (readonly string[])[]): Promise<EncodedText[]> {
    const read = texts.map((words) => words.slice(0, longest));
    const keys = read.map((words) => words.join(' '));
    const encoded = new Map(keys.map((key) => [key, this.#known.get(key)]));
    const missing = new Map(keys.flatMap((key, index) => (encoded.get(key) ? [] : [[key, read[index]!]])));
    for (const group of ofOneLength(missing))
      for (const [index, text] of (await this.#encodeGroup(group.map(([, words]) => words))).entries()) {
        const [key] = group[index]!;
        encoded.set(key, text);
        if (this.#known.size >= capacity) this.#known.clear();
        this.#known.set(key, text);
      }
    return keys.map((key) => encoded.get(key)!);
  }

  async #encodeGroup(texts: readonly (readonly string[])[]): Promise<EncodedText[]> {
    this.#session ??= openSession(this.#file);
    const session = await this.#session;
    const rows = new Map([...new Set(texts.flat())].map((word, row) => [word, row]));
    return session(
      this.#vectorsOf([...rows.keys()]),
      texts.map((words) => words.map((word) => rows.get(word)!)),
    );
  }

  /** One row a word; at least one, for a graph reads no table without rows. */
  #vectorsOf(words: readonly string[]): Float32Array {
    this.#pieces ??= openWordPieces();
    const vectors = new Float32Array(Math.max(1, words.length) * pieceDimensions);
    for (const [row, word] of words.entries()) vectors.set(this.#pieces.vector(word), row * pieceDimensions);
    return vectors;
  }
}

type Keyed = readonly [key: string, words: readonly string[]];

/** Texts of as many words, which can be read at once without filling any up; up to sixteen, so that other work goes on. */
function ofOneLength(texts: ReadonlyMap<string, readonly string[]>): Keyed[][] {
  const groups = new Map<number, Keyed[][]>();
  for (const [key, words] of texts) {
    const own = groups.get(words.length) ?? [];
    groups.set(words.length, own);
    const last = own.at(-1);
    if (last && last.length < together) last.push([key, words]);
    else own.push([[key, words]]);
  }
  return [...groups.values()].flat();
}

/** Vectors of words; texts of one length as rows of them → what each text means. */
type Session = (words: Float32Array, texts: readonly (readonly number[])[]) => Promise<EncodedText[]>;

async function openSession(file: string): Promise<Session> {
  const { graph, onnx } = await openGraph(file, 'sentence encoder');
  return async (words, texts) => {
    const length = texts[0]?.length ?? 0;
    const tokens = Int32Array.from(texts.flatMap((rows) => [begin, ...rows.map((row) => signs + row), end]));
    const { vectors, states } = await graph.run({
      words: new onnx.Tensor('float32', words, [words.length / pieceDimensions, pieceDimensions]),
      tokens: new onnx.Tensor('int32', tokens, [texts.length, length + 2]),
    });
    // Copied, for each may be kept longer than the others.
    const part = <Numbers extends Float32Array | Uint8Array>(all: Numbers, index: number, size: number) =>
      all.slice(index * size, (index + 1) * size) as Numbers;
    return texts.map((_, index) => ({
      vector: part(vectors!.data as Float32Array, index, contextDimensions),
      contexts: part(states!.data as Uint8Array, index, length * contextDimensions),
    }));
  };
}
