const iterations = 400;
const rate = 0.05;
/** Weight decay on standardised signals; keeps signals that say the same from growing against each other. */
const decay = 0.01;

/** Columns that vary less than this only vary by rounding. */
const constant = 1e-9;

export interface Standardised {
  readonly rows: readonly (readonly number[])[];
  readonly mean: readonly number[];
  readonly deviation: readonly number[];
}

/** Columns with mean 0 and deviation 1; a constant column becomes 0. */
export function standardise(rows: readonly (readonly number[])[]): Standardised {
  const width = rows[0]?.length ?? 0;
  const mean = Array.from({ length: width }, (_, at) => rows.reduce((sum, row) => sum + row[at]!, 0) / rows.length);
  const deviation = mean.map((middle, at) => {
    const spread = Math.sqrt(rows.reduce((sum, row) => sum + (row[at]! - middle) ** 2, 0) / rows.length);
    return spread > constant ? spread : 1;
  });
  return { rows: rows.map((row) => row.map((value, at) => (value - mean[at]!) / deviation[at]!)), mean, deviation };
}

/**
 * Weights that maximise a mean log-likelihood, with weight decay, by Adam (Kingma & Ba 2015) over all examples at once.
 * @param gradient of the log-likelihood at given weights
 * @param signs per weight: 1 where it may not fall below 0, -1 where it may not rise above, 0 where it is free
 */
export function climb(
  width: number,
  gradient: (weights: readonly number[]) => readonly number[],
  signs: readonly number[] = [],
): number[] {
  const weights = new Array<number>(width).fill(0);
  const first = weights.map(() => 0);
  const second = weights.map(() => 0);
  for (let step = 1; step <= iterations; step += 1) {
    for (const [at, slope] of gradient(weights).entries()) {
      const pull = slope - decay * weights[at]!;
      first[at] = 0.9 * first[at]! + 0.1 * pull;
      second[at] = 0.999 * second[at]! + 0.001 * pull ** 2;
      weights[at]! += (rate * (first[at]! / (1 - 0.9 ** step))) / (Math.sqrt(second[at]! / (1 - 0.999 ** step)) + 1e-8);
      if (weights[at]! * (signs[at] ?? 0) < 0) weights[at] = 0;
    }
  }
  return weights;
}
