import { describe, expect, it } from 'vitest';
import { fitOdds, type OddsExample } from '../../src/evaluation/odds.ts';

/** It holds where the first signal is high; the second tells nothing. */
const examples = Array.from({ length: 40 }, (_, index): OddsExample<'telling' | 'idle'> => {
  const holds = index % 4 === 0;
  return { signals: { telling: (holds ? 0.8 : 0.2) + (index % 3) / 20, idle: index % 2 }, holds, weight: 1 };
});

const odds = ({ bias, weights }: ReturnType<typeof fitOdds<'telling' | 'idle'>>, telling: number) =>
  bias + weights.telling * telling;

describe('fitting odds', () => {
  it('gives weight to what tells apart, and odds on either side of even', () => {
    const fitted = fitOdds(examples, ['telling', 'idle']);
    expect(fitted.weights.telling).toBeGreaterThan(Math.abs(fitted.weights.idle) * 5);
    expect(odds(fitted, 0.85)).toBeGreaterThan(0);
    expect(odds(fitted, 0.2)).toBeLessThan(0);
  });

  it('lets no signal speak for the contrary of what it means', () => {
    expect(fitOdds(examples, ['telling', 'idle'], { telling: -1 }).weights.telling).toBe(0);
  });

  it('follows what counts more', () => {
    const rare = examples.map((one) => ({ ...one, weight: one.holds ? 10 : 1 }));
    expect(fitOdds(rare, ['idle']).bias).toBeGreaterThan(fitOdds(examples, ['idle']).bias);
  });
});
