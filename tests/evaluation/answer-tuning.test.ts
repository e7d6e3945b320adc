import { describe, expect, it } from 'vitest';
import type { AbstentionSignal, AbstentionSignals } from '../../src/answering/abstention.ts';
import weights from '../../src/answering/answer-weights.json' with { type: 'json' };
import type { RankingSignal, RankingSignals } from '../../src/answering/ranking.ts';
import {
  areaUnderCurve,
  crossValidate,
  fitAbstention,
  fitRanking,
  rankable,
  type TuningExample,
  topShares,
} from '../../src/evaluation/answer-tuning.ts';

const zeros = <Name extends string>(weights: Record<Name, number>) =>
  Object.fromEntries(Object.keys(weights).map((name) => [name, 0])) as Record<Name, number>;
const ranking = (signals: Partial<RankingSignals>) => ({ ...zeros<RankingSignal>(weights.ranking), ...signals });
const abstention = (signals: Partial<AbstentionSignals>) => ({
  ...zeros<AbstentionSignal>(weights.abstention.weights),
  ...signals,
});
const example = (
  answered: boolean,
  signals: Partial<AbstentionSignals>,
  candidates: TuningExample['candidates'] = [],
  weight = 1,
): TuningExample => ({ weight, answerable: answered, answered, abstention: abstention(signals), candidates });

/** The sentence that answers has the better coverage; its place and its length tell nothing. */
const sentences = Array.from({ length: 20 }, (_, index) =>
  example(true, {}, [
    { signals: ranking({ coverage: 0.4, length: index % 2 }), answers: false },
    { signals: ranking({ coverage: 0.8, length: (index + 1) % 2 }), answers: true },
    { signals: ranking({ coverage: 0.1, length: 0.5 }), answers: false },
  ]),
);
const told = Array.from({ length: 40 }, (_, index) =>
  example(index % 2 === 0, { coverage: index % 2 === 0 ? 0.9 : 0.2, similarity: (index % 5) / 5 }),
);

describe('fitting the order of sentences', () => {
  it('puts the sentence that answers first by what tells it', () => {
    const weights = fitRanking(sentences, ['coverage', 'length']);
    expect(weights.coverage).toBeGreaterThan(0);
    expect(Math.abs(weights.length)).toBeLessThan(weights.coverage / 10);
    expect(topShares(sentences, weights)).toEqual([1, 1, 1, 1]);
    expect(topShares(sentences, ranking({ coverage: -1 }))).toEqual([0, 0, 1, 1]);
  });

  it('learns nothing from a question that none of its sentences answers', () => {
    const unanswered = example(true, {}, [{ signals: ranking({}), answers: false }]);
    expect(rankable([...sentences, unanswered, example(true, {})])).toEqual(sentences);
  });
});

describe('fitting abstention', () => {
  it('tells apart what one signal separates', () => {
    const fit = fitAbstention(told, ['coverage', 'similarity']);
    expect(fit.weights.coverage).toBeGreaterThan(0);
    expect(areaUnderCurve(told, fit)).toBe(1);
    for (const { answered, abstention: signals } of told) {
      const odds = fit.bias + fit.weights.coverage * signals.coverage + fit.weights.similarity * signals.similarity;
      expect(odds > 0).toBe(answered);
    }
  });

  it('learns from what counts more where questions contradict each other', () => {
    const contrary = told.map(({ answered, abstention: signals }) => example(!answered, signals, [], 0.1));
    const fit = fitAbstention([...contrary, ...told], ['coverage', 'similarity']);
    expect(areaUnderCurve(told, fit)).toBe(1);
    expect(areaUnderCurve(contrary, fit)).toBe(0);
  });

  it('lets no signal speak for the contrary of what it means', () => {
    const perverse = told.map(({ answered, abstention: signals }) =>
      example(answered, {
        coverage: 1 - signals.coverage,
        missingSpecific: answered ? 1 : 0,
        asksWhy: answered ? 0 : 1,
      }),
    );
    const { weights } = fitAbstention(perverse, ['coverage', 'missingSpecific', 'asksWhy']);
    expect(weights).toMatchObject({ coverage: 0, missingSpecific: 0 });
    expect(weights.asksWhy).toBeLessThan(0);
  });

  it('measures no better than chance by a signal that never changes', () => {
    expect(areaUnderCurve(told, { bias: 1, weights: abstention({ evidence: 1 }) })).toBe(0);
    expect(areaUnderCurve(told, { bias: 0, weights: abstention({ coverage: -1 }) })).toBe(0);
  });
});

describe('cross-validation', () => {
  const many = Array.from({ length: 137 }, (_, index) => example(true, { evidence: index }));

  it('holds every example back once, and never trains on it', () => {
    const held: TuningExample[] = [];
    const sizes: number[] = [];
    crossValidate(
      many,
      (training) => new Set(training),
      (part, training) => {
        expect(part.some((one) => training.has(one))).toBe(false);
        expect(part.length + training.size).toBe(many.length);
        sizes.push(part.length);
        held.push(...part);
        return [0];
      },
    );
    expect(sizes).toHaveLength(5);
    expect(new Set(held)).toEqual(new Set(many));
    expect(held).toHaveLength(many.length);
  });

  it('keeps ten neighbours together', () => {
    const parts = new Map<TuningExample, number>();
    let part = 0;
    crossValidate(
      many,
      () => null,
      (held) => {
        for (const one of held) parts.set(one, part);
        part += 1;
        return [0];
      },
    );
    for (const [index, one] of many.entries()) expect(parts.get(one)).toBe(parts.get(many[index - (index % 10)]!));
  });

  it('means each figure over the examples, not the parts', () => {
    const evidence = (examples: readonly TuningExample[]) =>
      examples.reduce((sum, one) => sum + one.abstention.evidence, 0) / examples.length;
    const [figure, one] = crossValidate(
      many,
      () => null,
      (held) => [evidence(held), 1],
    );
    expect(figure).toBeCloseTo(evidence(many));
    expect(one).toBeCloseTo(1);
  });
});
