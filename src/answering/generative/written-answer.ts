import { z } from 'zod';

/** A sentence as the model wrote it, before any check. */
export interface WrittenSentence {
  readonly text: string;
  /** Numbers of the passages cited. */
  readonly passages: readonly number[];
  readonly quotes: readonly string[];
}

/** What the model answered, before any check. */
export interface WrittenAnswer {
  readonly sentences: readonly WrittenSentence[];
  /** The passages contradict each other on the point asked. */
  readonly divergent: boolean;
  /** The passages do not answer. */
  readonly unknown: boolean;
}

/** JSON schema of the answer, in the strict subset that all providers take (all required, no extras). */
export const answerSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['sentences', 'divergent', 'unknown'],
  properties: {
    sentences: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['text', 'passages', 'quotes'],
        properties: {
          text: { type: 'string', description: 'One sentence' },
          passages: { type: 'array', items: { type: 'integer' }, description: 'Numbers of the passages it rests on' },
          quotes: { type: 'array', items: { type: 'string' }, description: 'Exact words of those passages' },
        },
      },
    },
    divergent: { type: 'boolean' },
    unknown: { type: 'boolean' },
  },
} as const;

const passageNumber = z
  .union([z.number(), z.string().transform((text) => Number(/\d+/.exec(text)?.[0]))])
  .pipe(z.number().int());
const listOf = <Item extends z.ZodType>(item: Item) =>
  z.preprocess(
    (value) => (value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]),
    z.array(item),
  );
const sentence = z.object({
  text: z.string().trim().min(1).max(1000),
  passages: listOf(passageNumber),
  quotes: listOf(z.string().max(2000)),
});

/**
 * Reads what a model wrote, whether or not its provider enforces a format: JSON alone, in a code fence, among other
 * words, cut off in the middle, or plain prose with [n] markers. Never throws; what cannot be read is left out.
 */
export function readWrittenAnswer(output: string): WrittenAnswer {
  const sentences: WrittenSentence[] = [];
  const objects = jsonObjects(output);
  for (const value of objects) {
    const read = sentence.safeParse(value);
    if (read.success) sentences.push(read.data);
  }
  const flag = (name: string) => new RegExp(`"${name}"\\s*:\\s*true`).test(output);
  if (sentences.length === 0 && objects.length === 0 && !/^\s*(?:```\w*\s*)?[[{]/.test(output))
    return readProse(output);
  return { sentences, divergent: flag('divergent'), unknown: flag('unknown') };
}

/** Every complete innermost object of a text, in order: a cut-off or decorated answer still yields its sentences. */
function jsonObjects(text: string): unknown[] {
  const found: unknown[] = [];
  for (const match of text.matchAll(/\{(?:[^{}"]|"(?:[^"\\]|\\.)*")*\}/gs)) {
    try {
      found.push(JSON.parse(match[0]));
    } catch {
      // Not JSON after all: prose with braces.
    }
  }
  return found;
}

/** "Hulata went to Paris [1][2]. …": each sentence with the markers in it or right behind it; quoted words as quotes. */
function readProse(output: string): WrittenAnswer {
  const sentences: WrittenSentence[] = [];
  for (const { segment } of new Intl.Segmenter('fr', { granularity: 'sentence' }).segment(
    output.replace(/([.!?…])\s*((?:\[\d+\]\s*)+)/g, ' $2$1 '),
  )) {
    const passages = [...segment.matchAll(/\[(\d+)\]/g)].map((match) => Number(match[1]));
    const text = segment
      .replace(/\s*\[\d+\]\s*/g, ' ')
      .replace(/\s+([.,])/g, '$1')
      .replace(/^[\s*•-]+/, '')
      .trim();
    if (passages.length === 0 || text === '') continue;
    const quotes = [...text.matchAll(/«\s*([^«»]+?)\s*»|“([^“”]+)”|"([^"]+)"/g)].map(
      (match) => match[1] ?? match[2] ?? match[3] ?? '',
    );
    sentences.push({ text, passages, quotes });
  }
  return { sentences, divergent: false, unknown: false };
}
