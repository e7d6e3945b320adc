import { beforeAll, describe, expect, test } from 'vitest';
import { checkSentence } from '../../../src/answering/citation-check/check-sentence.ts';
import type { CheckResult } from '../../../src/answering/citation-check/contracts.ts';
import {
  type CheckedFile,
  type LabelledSentence,
  readCheckedFile,
  readLabelled,
  toCheck,
} from '../../../src/evaluation/citation-check/labelled-sentences.ts';
import { checkTools } from './check-tools.ts';

/*
 * Tampered and faithful sentences in eight batches over two affairs. Each batch was measured before anybody looked at it.
 * Batches 1 to 5 at first sight of the rules of their time: 92, 90, 91, 86, 88 % of the tampered ones caught; 27, 20, 7, 36,
 * 30 % of the faithful ones refused. Batch 7, the first in the words of chat models: 89 % caught, 38 % refused. These taught
 * the weights (scripts/train-citation-check.ts), so what they show is a floor that must not sink. Batch 8 only measures: no
 * sentence of it was looked at, no weight fitted to it. 86 % of its tampered sentences are caught and 14 % of its faithful ones
 * refused; 87 and 14 %, 86 and 14 %, 86 and 13 % and 88 and 13 % with the readers before this one, 88 and 21 % before a reader was heard, 87 and 39 % before
 * the signals were weighed.
 */
const sentences = new URL('./', import.meta.url);
const tampered = readLabelled(new URL('tampered.jsonl', sentences));
const faithful = readLabelled(new URL('faithful.jsonl', sentences));
const unseenBatch = 8;
const taught = ({ batch }: LabelledSentence) => batch < unseenBatch;
const unseen = ({ batch }: LabelledSentence) => batch === unseenBatch;

describe('the citation check on the measured set', () => {
  const files = new Map<string, CheckedFile>();
  const results = new Map<string, Promise<CheckResult>>();
  /** Once a sentence, whichever figures it counts in. */
  const check = (item: LabelledSentence): Promise<CheckResult> => {
    const key = `${item.id} ${item.kind}`;
    const result = results.get(key) ?? checked(item);
    results.set(key, result);
    return result;
  };
  const checked = (item: LabelledSentence): Promise<CheckResult> => {
    const file = files.get(item.folder ?? 'corpus');
    if (!file) throw new Error(`${item.id}: ${item.folder} was not read`);
    return checkSentence(toCheck(item, file.passages), checkTools(file.names));
  };
  const refusedOf = async (items: readonly LabelledSentence[]): Promise<string[]> => {
    const refused: string[] = [];
    for (const item of items) if (!(await check(item)).ok) refused.push(item.id);
    return refused;
  };

  beforeAll(async () => {
    for (const folder of ['corpus', 'tests/fixtures/other-affair']) files.set(folder, await readCheckedFile(folder));
  });

  test.each([
    ['that taught it', taught, 0.91, 0.12],
    ['that nobody looked at', unseen, 0.84, 0.16],
  ] as const)(
    'holds its figures on the batches %s',
    async (_which, chosen, caught, refused) => {
      const wrong = tampered.filter(chosen);
      const right = faithful.filter(chosen);
      expect(Math.min(wrong.length, right.length)).toBeGreaterThanOrEqual(60);
      expect((await refusedOf(wrong)).length / wrong.length).toBeGreaterThanOrEqual(caught);
      const refusedRight = await refusedOf(right);
      expect(refusedRight.length / right.length, refusedRight.join(' ')).toBeLessThanOrEqual(refused);
    },
    240_000,
  );

  test.each([
    ['wrong-number', 0.94],
    ['wrong-date', 0.9],
    ['swapped-name', 0.8],
    ['swapped-names', 0.8],
    ['hardened-modality', 0.9],
    ['turned-denial', 0.85],
    ['invented-source', 0.75],
    ['invented-quote', 1],
    ['wrong-marker', 0.95],
    ['unsupported', 0.8],
    ['injection', 1],
  ])('catches of the kind %s at least the share %d', async (kind, share) => {
    const items = tampered.filter((item) => item.kind === kind && taught(item));
    expect(items.length).toBeGreaterThan(0);
    expect((await refusedOf(items)).length).toBeGreaterThanOrEqual(items.length * share);
  });

  test('takes over every sentence of the kind verbatim', async () => {
    expect(await refusedOf(faithful.filter(({ kind }) => kind === 'verbatim'))).toEqual([]);
  });
});
