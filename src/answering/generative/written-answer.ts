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

/** Sentences that are read at all: more than the longest answer has room for. */
export const mostSentences = 12;
/** Characters that are read: a dozen sentences with their quotes take half of them. */
export const longestOutput = 20_000;

/** Passages, and quotes, of one sentence that are read: each is looked for in each. */
const mostCited = 8;
/** Characters of one "sentence" that are read. */
const longestText = 1000;

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
    (value) =>
      value === undefined || value === null ? [] : Array.isArray(value) ? value.slice(0, mostCited) : [value],
    z.array(item),
  );
const sentence = z.object({
  text: z.string().trim().min(1).max(longestText),
  passages: listOf(passageNumber),
  quotes: listOf(z.string().max(2000)),
});

/** What a model thinks aloud before it answers; its end alone where the server keeps the beginning. */
const thinking = /<think(?:ing)?>[\s\S]*?(?:<\/think(?:ing)?>|$)|^[\s\S]*<\/think(?:ing)?>/gi;

/**
 * Reads what a model wrote, whether or not its provider enforces a format: JSON alone, in a code fence, among other
 * words, cut off in the middle, or plain prose with [n] markers. Never throws; what cannot be read is left out, and so is
 * all after the twelfth sentence.
 */
export function readWrittenAnswer(output: string): WrittenAnswer {
  const answer = output.replace(thinking, '');
  const flag = (name: string) => new RegExp(`"${name}"\\s*:\\s*true`).test(answer);
  const read = answer.slice(0, longestOutput);
  const sentences: WrittenSentence[] = [];
  const objects = jsonObjects(read);
  for (const value of objects) {
    if (sentences.length >= mostSentences) break;
    const one = sentence.safeParse(value);
    if (one.success) sentences.push(one.data);
    else sentences.push(...bareSentences(value));
  }
  if (sentences.length === 0 && objects.length === 0 && !/^\s*(?:```\w*\s*)?[[{]/.test(read)) {
    return { sentences: readProse(read), divergent: false, unknown: false };
  }
  return { sentences: sentences.slice(0, mostSentences), divergent: flag('divergent'), unknown: flag('unknown') };
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

const bare = z.object({ sentences: z.array(z.string()) });

/** {"sentences":["Hulata went to Paris [1]."]}: prose where objects were asked for. */
function bareSentences(value: unknown): WrittenSentence[] {
  return (bare.safeParse(value).data?.sentences ?? []).flatMap(readProse);
}

/** [1], [1, 2], [1][2], 【3】 */
const marker = /[[【]\s*\d+(?:\s*[,;–-]\s*\d+)*\s*[\]】]/g;

/** "Hulata went to Paris [1, 2]. …": each sentence with the markers in it or right behind it; quoted words as quotes. */
export function readProse(output: string): WrittenSentence[] {
  const sentences: WrittenSentence[] = [];
  const inside = output.replace(new RegExp(`([.!?…])\\s*((?:${marker.source}\\s*)+)`, 'g'), ' $2$1 ');
  for (const { segment } of new Intl.Segmenter('fr', { granularity: 'sentence' }).segment(inside)) {
    if (sentences.length === mostSentences) break;
    const passages = [...segment.matchAll(marker)].flatMap(([found]) => (found.match(/\d+/g) ?? []).map(Number));
    const text = segment
      .replace(marker, ' ')
      .replace(/\s+/g, ' ')
      .replace(/ ([.,])/g, '$1')
      .replace(/^[\s*•-]+/, '')
      .trim();
    if (passages.length === 0 || text.length > longestText || !/[\p{L}\p{N}]/u.test(text)) continue;
    const quotes = [...text.matchAll(/«\s*([^«»]+?)\s*»|“([^“”]+)”|"([^"]+)"/g)].map(
      (match) => match[1] ?? match[2] ?? match[3] ?? '',
    );
    sentences.push({ text, passages, quotes });
  }
  return sentences;
}
