import { climb, standardise } from './gradient-ascent.ts';

/** One case of which something holds or does not. */
export interface OddsExample<Signal extends string> {
  readonly signals: Readonly<Record<Signal, number>>;
  readonly holds: boolean;
  readonly weight: number;
}

export interface OddsFit<Signal extends string> {
  readonly bias: number;
  readonly weights: Readonly<Record<Signal, number>>;
}

/**
 * Logistic regression: bias and weights of the log-odds that it holds.
 * @param signs 1 for a signal that can only speak for it, -1 for one that can only speak against it
 */
export function fitOdds<Signal extends string>(
  examples: readonly OddsExample<Signal>[],
  names: readonly Signal[],
  signs?: Readonly<Partial<Record<Signal, 1 | -1>>>,
): OddsFit<Signal> {
  const { rows, mean, deviation } = standardise(examples.map(({ signals }) => names.map((name) => signals[name])));
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  // The bias is the weight of one more column that is always 1.
  const extended = rows.map((row) => [...row, 1]);
  const weights = climb(
    names.length + 1,
    (current) => {
      const gradient = new Array<number>(names.length + 1).fill(0);
      for (const [index, row] of extended.entries()) {
        const chance = 1 / (1 + Math.exp(-product(row, current)));
        const { holds, weight } = examples[index]!;
        const pull = (((holds ? 1 : 0) - chance) * weight) / total;
        for (const [at, value] of row.entries()) gradient[at]! += pull * value;
      }
      return gradient;
    },
    names.map((name) => signs?.[name] ?? 0),
  );
  const bias =
    weights[names.length]! - names.reduce((sum, _, at) => sum + (weights[at]! * mean[at]!) / deviation[at]!, 0);
  return { bias: rounded(bias), weights: named(names, (at) => weights[at]! / deviation[at]!) };
}

/** By name, with two digits. */
export function named<Name extends string>(
  names: readonly Name[],
  weight: (at: number) => number,
): Record<Name, number> {
  return Object.fromEntries(names.map((name, at) => [name, rounded(weight(at))])) as Record<Name, number>;
}

const rounded = (weight: number) => Math.round(100 * weight) / 100;

export function product(row: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  for (const [at, value] of row.entries()) sum += value * weights[at]!;
  return sum;
}
