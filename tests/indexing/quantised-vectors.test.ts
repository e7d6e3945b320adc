import fc from 'fast-check';
import { expect, test } from 'vitest';
import { QuantisedVectors } from '../../src/indexing/quantised-vectors.ts';

const unit = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 16, maxLength: 16 }).map((values) => {
  const norm = Math.hypot(...values);
  return norm < 1e-6 ? values.map(() => 0) : values.map((value) => value / norm);
});
const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, i) => sum + value * b[i]!, 0);

test('the best cosine is right to a hundredth, also after writing and reading', () => {
  fc.assert(
    fc.property(fc.array(unit, { minLength: 1, maxLength: 6 }), unit, (vectors, query) => {
      const stored = QuantisedVectors.from(16, vectors);
      const read = QuantisedVectors.parse(16, vectors.length, stored.bytes());
      const exact = Math.max(...vectors.map((vector) => dot(vector, query)));
      expect(Math.abs(stored.best(Float32Array.from(query)) - exact)).toBeLessThan(0.02);
      expect(read.best(Float32Array.from(query))).toBe(stored.best(Float32Array.from(query)));
      expect(stored.bytes()).toHaveLength(QuantisedVectors.byteLength(16, vectors.length));
    }),
  );
});

test('vectors that were stored once are stored the same again', () => {
  fc.assert(
    fc.property(fc.array(unit, { minLength: 1, maxLength: 4 }), (vectors) => {
      const once = QuantisedVectors.from(16, vectors);
      const twice = QuantisedVectors.from(16, once.toArrays());
      for (const [i, vector] of twice.toArrays().entries())
        for (const [k, value] of vector.entries()) expect(value).toBeCloseTo(once.toArrays()[i]![k]!, 5);
    }),
  );
});
