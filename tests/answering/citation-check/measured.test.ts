import { beforeAll, describe, expect, test } from 'vitest';
import type { CheckResult, CitedPassage } from '../../../src/answering/citation-check/contracts.ts';
import type { NameIndex } from '../../../src/types.ts';
import { checkItem, type MeasuredItem, passagesOf, readItems } from './measured-set.ts';
import { namesOf } from './names-of.ts';

/*
 * Tampered and faithful sentences in five batches over two affairs. Each batch was written after the rules stood and
 * measured before it was looked at: of the tampered ones 92, 90, 91, 86 and 88 % were caught, of the faithful ones 27,
 * 20, 7, 36 and 30 % refused. The rules were then mended, so what is measured here is a floor that must not sink, not
 * how the check does on sentences that nobody has seen. Without word vectors: with them fewer faithful ones are refused.
 */
const tampered = readItems('tampered.jsonl');
const faithful = readItems('faithful.jsonl');

describe('the citation check on the measured set', () => {
  const files = new Map<string, { names: NameIndex; passages: CitedPassage[] }>();
  const check = (item: MeasuredItem): Promise<CheckResult> => {
    const file = files.get(item.folder ?? 'corpus');
    if (!file) throw new Error(`${item.id}: ${item.folder} was not read`);
    return checkItem(item, file.passages, { names: file.names });
  };

  beforeAll(async () => {
    for (const folder of ['corpus', 'tests/fixtures/other-affair']) {
      files.set(folder, { names: await namesOf(folder), passages: await passagesOf(folder) });
    }
  });

  test('has at least 60 tampered and 60 faithful sentences', () => {
    expect(tampered.length).toBeGreaterThanOrEqual(60);
    expect(faithful.length).toBeGreaterThanOrEqual(60);
  });

  test('catches at least 95 % of the tampered sentences', async () => {
    const missed: string[] = [];
    for (const item of tampered) if ((await check(item)).ok) missed.push(`${item.id} ${item.sentence}`);
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(tampered.length * 0.05);
  });

  test('refuses at most 5 % of the faithful sentences', async () => {
    const refused: string[] = [];
    for (const item of faithful) {
      const result = await check(item);
      if (!result.ok) refused.push(`${item.id} ${item.sentence} ${JSON.stringify(result.failures)}`);
    }
    expect(refused.length, refused.join('\n')).toBeLessThanOrEqual(faithful.length * 0.05);
  });

  test.each([
    'wrong-number',
    'wrong-date',
    'swapped-name',
    'hardened-modality',
    'turned-denial',
    'invented-source',
    'invented-quote',
    'wrong-passage',
    'unsupported',
    'injection',
  ])('catches at least 9 in 10 of the kind %s', async (kind) => {
    const items = tampered.filter((item) => item.kind === kind);
    const results = await Promise.all(items.map(check));
    expect(items.length).toBeGreaterThan(0);
    expect(results.filter(({ ok }) => !ok).length).toBeGreaterThanOrEqual(items.length * 0.9);
  });
});
