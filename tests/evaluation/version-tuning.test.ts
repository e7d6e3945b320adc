import { describe, expect, it } from 'vitest';
import weights from '../../src/answering/answer-weights.json' with { type: 'json' };
import type { VersionSignal, VersionSignals } from '../../src/answering/version-odds.ts';
import { answerDifferently, type VersionPair, versionsFound } from '../../src/evaluation/version-tuning.ts';

describe('two sentences', () => {
  it.each([
    [['quatorze fissures'], ['vingt fissures']],
    [['14 fissures'], ['20']],
    [['la maire'], ['le préfet']],
    [['214 appels', '167 appels'], ['300']],
  ])('answer differently: %s and %s', (first, second) => {
    expect(answerDifferently(first, second)).toBe(true);
    expect(answerDifferently(second, first)).toBe(true);
  });

  it.each([
    [['14 fissures'], ['14 cracks']],
    [['quatorze fissures'], ['14']],
    [['Ada Lorne'], ['la maire Ada Lorne']],
    [['214', '167'], ['167']],
    [['14'], []],
    [[], []],
  ])('do not: %s and %s', (first, second) => {
    expect(answerDifferently(first, second)).toBe(false);
    expect(answerDifferently(second, first)).toBe(false);
  });
});

describe('counting versions', () => {
  const names = Object.keys(weights.version.weights) as VersionSignal[];
  const signals = (reads: number) =>
    Object.fromEntries(names.map((name) => [name, name === 'reads' ? reads : 0])) as VersionSignals;
  const fit = { bias: -5, weights: signals(1) };
  const pair = (reads: number, holds: boolean, differs = true): VersionPair => ({
    signals: signals(reads),
    holds,
    differs,
  });

  it('tells versions found from versions there, and wrong ones from questions without any', () => {
    const examples = [
      { disputed: true, pairs: [pair(0, false), pair(9, true)] },
      { disputed: true, pairs: [pair(0, true)] },
      { disputed: true, pairs: [] },
      { disputed: false, pairs: [pair(9, false)] },
      { disputed: false, pairs: [pair(9, false, false), pair(0, false)] },
    ];
    expect(versionsFound(examples, fit)).toEqual([1, 2, 1, 2]);
  });
});
