/** One labelled example: a value a feature, whether it is of the class looked for, how much it counts. */
export interface Example {
  readonly values: readonly number[];
  readonly positive: boolean;
  readonly weight: number;
}

export interface LinearModel {
  readonly weights: readonly number[];
  readonly bias: number;
}

/** Strength of the pull towards zero, on features of unit root mean square. */
const regularisation = 15;
const steps = 1500;
const powerRounds = 50;

/**
 * Logistic regression whose weights are none below zero: a feature may speak for the class or say nothing. Accelerated
 * projected gradient descent (Nesterov); deterministic.
 */
export function fitLogisticRegression(examples: readonly Example[]): LinearModel {
  const width = examples[0]?.values.length ?? 0;
  const scales = Array.from({ length: width }, (_, feature) =>
    Math.max(
      1e-3,
      Math.sqrt(examples.reduce((sum, { values }) => sum + (values[feature] ?? 0) ** 2, 0) / examples.length),
    ),
  );
  const rows = examples.map(({ values, positive, weight }) => ({
    values: [...values.map((value, feature) => value / (scales[feature] ?? 1)), 1],
    target: positive ? 1 : 0,
    weight,
  }));
  const rate = 1 / (regularisation + largestEigenvalue(rows) / 4);
  let current = new Float64Array(width + 1);
  let ahead = current.slice();
  let momentum = 1;
  for (let step = 0; step < steps; step += 1) {
    const gradient = ahead.map((weight, feature) => (feature < width ? regularisation * weight : 0));
    for (const { values, target, weight } of rows) {
      let score = 0;
      for (let feature = 0; feature <= width; feature += 1) score += (values[feature] ?? 0) * (ahead[feature] ?? 0);
      const error = weight * (1 / (1 + Math.exp(-score)) - target);
      for (let feature = 0; feature <= width; feature += 1) gradient[feature]! += error * (values[feature] ?? 0);
    }
    const next = ahead.map((weight, feature) => {
      const moved = weight - rate * (gradient[feature] ?? 0);
      return feature < width ? Math.max(0, moved) : moved;
    });
    const following = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
    ahead = next.map((weight, feature) => weight + ((momentum - 1) / following) * (weight - (current[feature] ?? 0)));
    current = next;
    momentum = following;
  }
  return {
    weights: Array.from(current.subarray(0, width), (weight, feature) => weight / (scales[feature] ?? 1)),
    bias: current[width] ?? 0,
  };
}

/** Largest eigenvalue of the weighted scatter matrix by power iteration: no step may be longer than the curvature allows. */
function largestEigenvalue(rows: readonly { readonly values: readonly number[]; readonly weight: number }[]): number {
  let vector: number[] = rows[0]?.values.map(() => 1) ?? [];
  let length = 0;
  for (let round = 0; round < powerRounds; round += 1) {
    const next = vector.map(() => 0);
    for (const { values, weight } of rows) {
      const along = weight * values.reduce((sum, value, index) => sum + value * (vector[index] ?? 0), 0);
      values.forEach((value, index) => {
        next[index] = (next[index] ?? 0) + along * value;
      });
    }
    length = Math.hypot(...next);
    vector = next.map((value) => value / length);
  }
  return length;
}
