import { describe, expect, test } from 'vitest';
import { checkSentence } from '../../../src/answering/citation-check/check-sentence.ts';
import type { CitedPassage, FailureKind } from '../../../src/answering/citation-check/contracts.ts';
import { checkTools } from './check-tools.ts';
import { knownNames } from './known-names.ts';

const names = knownNames(['Mara Lindqvist|Lindqvist', 'Tomas Berg|Berg', 'Varnel', 'Orsolya Vance']);
const tools = checkTools(names);
const passage: CitedPassage = {
  articleId: 'a',
  start: 100,
  outlet: 'The Courier',
  published: '2031-03-04',
  text: 'Mara Lindqvist told the council that the dam had lost 12 of its 40 anchors. Berg denies that he was warned. The repair would reportedly cost 75 million dollars. On March 3 the road was closed.',
};
const check = (sentence: string, quote: string, citedPassages: readonly (CitedPassage | undefined)[] = [passage]) =>
  checkSentence({ sentence, quotes: [quote], citedPassages }, tools);
const kinds = async (...given: Parameters<typeof check>): Promise<FailureKind[]> => {
  const result = await check(...given);
  return result.ok ? [] : [...new Set(result.failures.map(({ kind }) => kind))];
};

describe('a sentence', () => {
  test('that its passage bears out gets the exact places of its quotes in the article', async () => {
    const result = await check(
      'Mara Lindqvist told the council that the dam had lost 12 anchors.',
      'THE DAM had lost 12',
    );
    expect(result).toEqual({
      ok: true,
      quotes: [{ articleId: 'a', start: 137, end: 156, quote: 'the dam had lost 12' }],
    });
    if (result.ok) {
      const [quote] = result.quotes;
      expect(passage.text.slice((quote?.start ?? 0) - passage.start, (quote?.end ?? 0) - passage.start)).toBe(
        quote?.quote,
      );
    }
  });

  test('without a passage, or with one that does not exist, fails', async () => {
    expect(await kinds('The dam lost anchors.', 'the dam had lost', [])).toEqual(['no-such-passage']);
    expect(await kinds('The dam lost anchors.', 'the dam had lost', [passage, undefined])).toEqual(['no-such-passage']);
  });

  test.each<[string, string, FailureKind]>([
    ['The dam had lost 12 anchors. The contractor then bribed Berg.', 'the dam had lost 12', 'coverage'],
    ['The dam lost anchors.', 'the dam has lost every anchor', 'quote-not-in-passage'],
    ['The dam lost anchors.', 'dam', 'quote-not-in-passage'],
    ['Orsolya Vance told the council that the dam had lost 12 anchors.', 'the dam had lost 12', 'name'],
    ['Mara Lindqvist told the council that the dam had lost 13 anchors.', 'the dam had lost 12', 'number'],
    ['Mara Lindqvist told the council on 9 May that the dam had lost 12 anchors.', 'the dam had lost 12', 'date'],
    ['Berg confirms that he was warned.', 'Berg denies that he was warned', 'coverage'],
    ['Berg says that he was warned.', 'Berg denies that he was warned', 'denial'],
    ['The repair costs 75 million dollars.', 'cost 75 million dollars', 'modality'],
    ['The repair would reportedly cost 75 million euros.', 'cost 75 million dollars', 'number'],
    ['The dam had lost 12 of its 40 anchors.', 'the dam had lost 12', 'attribution'],
    ['Lindqvist told the council that fish are dying in poisoned rivers.', 'the dam had lost 12', 'coverage'],
  ])('"%s" on "%s" fails for its %s', async (sentence, quote, kind) => {
    expect(await kinds(sentence, quote)).toContain(kind);
  });

  test('of another language passes when names, numbers and content agree', async () => {
    expect(await kinds('Berg nie avoir été averti.', 'Berg denies that he was warned')).toEqual([]);
  });

  test('takes the year of a date from the day of publication', async () => {
    expect(await kinds('The road was closed on 3 March 2031.', 'On March 3 the road was closed')).not.toContain('date');
    expect(await kinds('The road was closed on 3 March 2030.', 'On March 3 the road was closed')).toEqual(['date']);
  });
});
