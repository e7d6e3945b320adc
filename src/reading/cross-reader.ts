import { fileURLToPath } from 'node:url';
import type { TextVectors } from '../text/text-vectors.ts';
import { meaningDimensions, type WordMeanings } from '../text/word-meanings.ts';
import type { NameIndex, Reader, Reading, ToldText } from '../types.ts';
import { Likeness } from './likeness.ts';
import { openGraph } from './open-graph.ts';
import { longest, segment, type Told, toldTokens } from './pair.ts';
import { contextDimensions, type EncodedText, SentenceEncoder } from './sentence-encoder.ts';
import { nameKindNumbers, type Token, tokensOf } from './tokens.ts';

/** The reader that is shipped with the project; training/reading makes it. */
const modelFile = fileURLToPath(new URL('../../models/bellerophon-reader-fr-en/reader.onnx', import.meta.url));

export const nothingAsked: Reading = {
  answers: 0,
  bearsOut: 0,
  stances: { asserts: 1 / 3, denies: 1 / 3, unknown: 1 / 3 },
};

/** Token sequences that are kept: questions come back to the same sentences. */
const capacity = 8_000;

/**
 * Reads a question, or a claim, and sentences of the file together: a small cross-attention network over the words of both
 * (training/reading/model.py). Words are known by the vectors of the bundled embedding model, by what they mean, and by what they mean where they stand.
 */
export class CrossReader implements Reader {
  readonly #names: NameIndex;
  readonly #vectors: TextVectors;
  readonly #meanings: WordMeanings;
  readonly #encoder: SentenceEncoder;
  readonly #file: string;
  #session: Promise<Session> | undefined;
  readonly #tokens = new Map<string, readonly Token[]>();

  /** @param file an ONNX graph as training/reading/export.py writes it */
  constructor(
    names: NameIndex,
    vectors: TextVectors,
    meanings: WordMeanings,
    encoder: SentenceEncoder = new SentenceEncoder(),
    file = modelFile,
  ) {
    this.#names = names;
    this.#vectors = vectors;
    this.#meanings = meanings;
    this.#encoder = encoder;
    this.#file = file;
  }

  /**
   * One reading a text, in their order. The model is loaded by the first call.
   * @throws EmbeddingError when its file is missing or damaged
   */
  async read(asked: string, texts: readonly ToldText[]): Promise<Reading[]> {
    const question = this.#tokensOf(asked).slice(0, longest.asked);
    if (question.length === 0 || texts.length === 0) return texts.map(() => nothingAsked);
    const told = texts.map((text) => toldTokens(text, (part) => this.#tokensOf(part)));
    this.#session ??= openSession(this.#file);
    const session = await this.#session;
    const encoded = await this.#encode([asked, ...texts.map(({ sentence }) => sentence)]);
    return session(await this.#inputs(question, told, encoded));
  }

  #encode(texts: readonly string[]): Promise<EncodedText[]> {
    return this.#encoder.encode(texts.map((text) => this.#tokensOf(text).map(({ word }) => word)));
  }

  /** @param encoded the question, then the sentence of each text */
  async #inputs(asked: readonly Token[], told: readonly Told[], encoded: readonly EncodedText[]): Promise<Inputs> {
    const rows = new Map<string, number>();
    for (const { word } of [...asked, ...told.flatMap(({ tokens }) => tokens)])
      if (!rows.has(word)) rows.set(word, rows.size);
    const words = [...rows.keys()];
    await this.#vectors.load(words);
    const embedded = this.#vectors.vector(words[0]!)?.length ?? 0;
    const dimensions = embedded + meaningDimensions;
    const vectors = new Float32Array(words.length * dimensions);
    for (const [row, word] of words.entries()) {
      vectors.set(this.#vectors.vector(word) ?? [], row * dimensions);
      vectors.set(this.#meanings.vector(word), row * dimensions + embedded);
    }
    const length = Math.max(1, ...told.map(({ tokens }) => tokens.length));
    const size = told.length * length;
    const inputs: Inputs = {
      words: words.length,
      dimensions,
      length,
      vectors,
      asked: new Int32Array(asked.length * tokenNumbers),
      told: new Int32Array(size * tokenNumbers),
      segment: new Int32Array(size),
      likeness: new Float32Array(asked.length * size),
      askedContext: encoded[0]!.contexts.subarray(0, asked.length * contextDimensions),
      toldContext: new Uint8Array(size * contextDimensions),
    };
    const likeness = new Likeness(asked);
    for (const [place, token] of asked.entries()) inputs.asked.set(numbersOf(token, rows), place * tokenNumbers);
    for (const [text, { tokens, segments }] of told.entries()) {
      for (const [place, token] of tokens.entries()) {
        inputs.told.set(numbersOf(token, rows), (text * length + place) * tokenNumbers);
        inputs.segment[text * length + place] = segments[place] ?? 0;
      }
      const sentence = segments.lastIndexOf(segment.sentence) + 1;
      const contexts = encoded[1 + text]!.contexts.subarray(0, sentence * contextDimensions);
      inputs.toldContext.set(contexts, text * length * contextDimensions);
      const found = likeness.with(tokens);
      for (const [at, value] of found.entries()) {
        if (value === 0) continue;
        const [row, column] = [Math.floor(at / tokens.length), at % tokens.length];
        inputs.likeness[(text * asked.length + row) * length + column] = value / 255;
      }
    }
    return inputs;
  }

  #tokensOf(text: string): readonly Token[] {
    const known = this.#tokens.get(text);
    if (known) return known;
    if (this.#tokens.size >= capacity) this.#tokens.clear();
    const tokens = tokensOf(text, this.#names);
    this.#tokens.set(text, tokens);
    return tokens;
  }
}

/** Row of its vector, number among the known words, shape, kind of name. */
const tokenNumbers = 4;

function numbersOf({ word, known, shape, name }: Token, rows: ReadonlyMap<string, number>): number[] {
  return [rows.get(word) ?? 0, known, shape, name ? nameKindNumbers[name.kind] : 0];
}

interface Inputs {
  readonly words: number;
  readonly dimensions: number;
  /** Tokens of the longest text. */
  readonly length: number;
  readonly vectors: Float32Array;
  readonly asked: Int32Array;
  readonly told: Int32Array;
  readonly segment: Int32Array;
  readonly likeness: Float32Array;
  readonly askedContext: Uint8Array;
  readonly toldContext: Uint8Array;
}

type Session = (inputs: Inputs) => Promise<Reading[]>;

async function openSession(file: string): Promise<Session> {
  const { graph, onnx } = await openGraph(file, 'reader');
  return async ({ words, dimensions, length, vectors, asked, told, segment: segments, likeness, ...contexts }) => {
    const count = segments.length / length;
    const questionLength = asked.length / tokenNumbers;
    const outputs = await graph.run({
      vectors: new onnx.Tensor('float32', vectors, [words, dimensions]),
      asked: new onnx.Tensor('int32', asked, [questionLength, tokenNumbers]),
      told: new onnx.Tensor('int32', told, [count, length, tokenNumbers]),
      segment: new onnx.Tensor('int32', segments, [count, length]),
      likeness: new onnx.Tensor('float32', likeness, [count, questionLength, length]),
      asked_context: new onnx.Tensor('uint8', contexts.askedContext, [questionLength, contextDimensions]),
      told_context: new onnx.Tensor('uint8', contexts.toldContext, [count, length, contextDimensions]),
    });
    const answers = outputs.answers?.data as Float32Array;
    const bearsOut = outputs.bears_out?.data as Float32Array;
    const stances = outputs.stances?.data as Float32Array;
    return Array.from({ length: count }, (_, index) => {
      const [asserts = 0, denies = 0, unknown = 0] = stances.subarray(3 * index, 3 * index + 3);
      return { answers: answers[index] ?? 0, bearsOut: bearsOut[index] ?? 0, stances: { asserts, denies, unknown } };
    });
  };
}
