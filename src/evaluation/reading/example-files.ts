import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Likeness } from '../../reading/likeness.ts';
import { longest, segment, toldTokens } from '../../reading/pair.ts';
import { nameKindNumbers, type Token, tokensOf } from '../../reading/tokens.ts';
import { openWordPieces, pieceDimensions } from '../../reading/word-pieces.ts';
import { meaningDimensions, openWordMeanings } from '../../text/word-meanings.ts';
import type { Embedder, NameIndex, Span, ToldText } from '../../types.ts';
import type { ClaimExample, QuestionExample } from './examples.ts';

type Numbers = Int32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>;

/** Numbers that are added to without an end in sight. */
class Growing<Array extends Numbers> {
  #numbers: Array;
  readonly #make: (length: number) => Array;
  length = 0;

  constructor(make: (length: number) => Array) {
    this.#make = make;
    this.#numbers = make(1 << 16);
  }

  add(values: ArrayLike<number>): void {
    if (this.length + values.length > this.#numbers.length) {
      const larger = this.#make(2 * (this.length + values.length));
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers.set(values, this.length);
    this.length += values.length;
  }

  get bytes(): Buffer {
    return Buffer.from(this.#numbers.buffer, 0, this.length * this.#numbers.BYTES_PER_ELEMENT);
  }
}

/** Columns of tokens.i32 and pairs.i32: training/reading/examples.py names them. */
const tokenColumns = 5;

/** Collects examples as the numbers that training/reading reads: tokens, pairs of texts, likenesses, vectors of words. */
export class ExampleFiles {
  readonly #words = new Map<string, number>();
  readonly #names = new Map<string, number>();
  readonly #tokens = new Growing((length) => new Int32Array(length));
  readonly #starts: number[] = [0];
  readonly #texts = new Map<string, number>();
  readonly #pairs = new Growing((length) => new Int32Array(length));
  readonly #likenesses = new Growing((length) => new Uint8Array(length));
  readonly #offsets: number[] = [];
  readonly #questions: object[] = [];
  readonly #claims: object[] = [];

  /** @param scope the affair or question set, to which the names belong */
  addQuestions(scope: string, set: string, examples: readonly QuestionExample[], names: NameIndex): void {
    const tokens = remembering(names);
    for (const { kind, asked, answerable, sentences } of examples) {
      const first = this.#offsets.length;
      for (const sentence of sentences)
        this.#addPair(scope, asked, sentence, tokens, [sentence.answers, sentence.added], sentence.words);
      this.#questions.push({ scope, set, kind, answerable, first, count: sentences.length });
    }
  }

  addClaims(scope: string, examples: readonly ClaimExample[], names: NameIndex): void {
    const tokens = remembering(names);
    for (const { claim, faithful, type, told } of examples) {
      this.#claims.push({ scope, type, faithful, pair: this.#offsets.length });
      this.#addPair(scope, claim, told, tokens, [faithful, false], undefined);
    }
  }

  async write(folder: string, embedder: Pick<Embedder, 'embedDocuments' | 'dimensions'>): Promise<void> {
    await mkdir(folder, { recursive: true });
    const words = [...this.#words.keys()];
    const vectors = new Float32Array(words.length * embedder.dimensions);
    for (const [row, vector] of (await embedder.embedDocuments(words)).entries())
      vectors.set(vector, row * embedder.dimensions);
    const [known, cut] = [openWordMeanings(), openWordPieces()];
    const meanings = new Float32Array(words.length * meaningDimensions);
    const pieces = new Float32Array(words.length * pieceDimensions);
    for (const [row, word] of words.entries()) {
      meanings.set(known.vector(word), row * meaningDimensions);
      pieces.set(cut.vector(word), row * pieceDimensions);
    }
    const files: Readonly<Record<string, string | Buffer>> = {
      'vectors.f32': Buffer.from(vectors.buffer),
      'meanings.f32': Buffer.from(meanings.buffer),
      'pieces.f32': Buffer.from(pieces.buffer),
      'tokens.i32': this.#tokens.bytes,
      'pairs.i32': this.#pairs.bytes,
      'likeness.u8': this.#likenesses.bytes,
      'starts.json': JSON.stringify(this.#starts),
      'offsets.json': JSON.stringify(this.#offsets),
      'questions.json': JSON.stringify(this.#questions),
      'claims.json': JSON.stringify(this.#claims),
    };
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  }

  #addPair(
    scope: string,
    asked: string,
    told: ToldText,
    tokensOfText: (text: string) => readonly Token[],
    [right, added]: readonly [boolean, boolean],
    words: Span | undefined,
  ): void {
    const question = tokensOfText(asked).slice(0, longest.asked);
    const { tokens, segments } = toldTokens(told, tokensOfText);
    const count = (part: number) => segments.filter((one) => one === part).length;
    const sentence = tokens.slice(0, count(segment.sentence));
    this.#offsets.push(this.#likenesses.length);
    this.#likenesses.add(new Likeness(question).with(tokens));
    this.#pairs.add([
      this.#numberOfText(scope, [asked], question),
      this.#numberOfText(scope, [told.sentence, told.before, told.title], tokens),
      sentence.length,
      count(segment.before),
      Number(right),
      words ? sentence.findIndex(({ end }) => end > words.start) : -1,
      words ? sentence.findLastIndex(({ start }) => start < words.end) : -1,
      Number(added),
    ]);
  }

  /** A text that several pairs share is kept once. */
  #numberOfText(scope: string, parts: readonly string[], tokens: readonly Token[]): number {
    const key = [scope, ...parts].join('\0');
    const number = this.#texts.get(key) ?? this.#addText(scope, tokens);
    this.#texts.set(key, number);
    return number;
  }

  #addText(scope: string, tokens: readonly Token[]): number {
    for (const { word, known, shape, name } of tokens) {
      const kind = name ? nameKindNumbers[name.kind] : 0;
      this.#tokens.add([
        numberOf(this.#words, word),
        known,
        shape,
        kind,
        name ? numberOf(this.#names, `${scope} ${name.id}`) : -1,
      ]);
    }
    this.#starts.push(this.#tokens.length / tokenColumns);
    return this.#starts.length - 2;
  }
}

function numberOf(numbers: Map<string, number>, key: string): number {
  const known = numbers.get(key) ?? numbers.size;
  numbers.set(key, known);
  return known;
}

function remembering(names: NameIndex): (text: string) => readonly Token[] {
  const known = new Map<string, readonly Token[]>();
  return (text) => {
    const tokens = known.get(text) ?? tokensOf(text, names);
    known.set(text, tokens);
    return tokens;
  };
}
