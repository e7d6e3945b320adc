/** What signals tell together, each by its weight; a signal without a weight tells nothing. */
export function weightedSum<Name extends string>(
  signals: Readonly<Record<Name, number>>,
  weights: Readonly<Partial<Record<Name, number>>>,
): number {
  let sum = 0;
  for (const name of Object.keys(weights) as Name[]) sum += weights[name]! * signals[name];
  return sum;
}
