/** How the vectors of tokens become the one of their text: their mean, or the first. */
export type Pooling = 'mean' | 'cls';

/**
 * One unit vector per text; a text whose tokens sum to nothing has zeros.
 * @param values vectors of tokens, row by row
 * @param shape texts × tokens × dimensions; a model that pools by itself gives one token per text
 * @param mask 1 for each token of a text, 0 for padding
 */
export function poolTokens(
  values: Float32Array,
  shape: readonly number[],
  mask: readonly (readonly number[])[],
  pooling: Pooling,
): number[][] {
  const [texts = 0, tokens = 0, dimensions = 0] = shape;
  return Array.from({ length: texts }, (_, text) => {
    const vector = new Array<number>(dimensions).fill(0);
    for (let token = 0; token < (pooling === 'cls' ? 1 : tokens); token++) {
      if (pooling === 'mean' && tokens > 1 && mask[text]?.[token] === 0) continue;
      const start = (text * tokens + token) * dimensions;
      for (let i = 0; i < dimensions; i++) vector[i] = (vector[i] as number) + (values[start + i] as number);
    }
    const norm = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
    return norm === 0 ? vector : vector.map((value) => value / norm);
  });
}
