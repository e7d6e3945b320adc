import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NearTerms } from '../../src/indexing/near-terms.ts';

const term = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é'), maxLength: 7 });

/** By the definition, without any of the short cuts. */
function edits(first: string, second: string): number {
  if (first === '' || second === '') return first.length + second.length;
  const [a, b] = [first.slice(1), second.slice(1)];
  return Math.min(edits(a, b) + (first[0] === second[0] ? 0 : 1), edits(a, second) + 1, edits(first, b) + 1);
}

test('exactly the terms within the distance are found, each with its distance', () => {
  fc.assert(
    fc.property(fc.array(term, { maxLength: 6 }), term, fc.integer({ min: 1, max: 2 }), (terms, typed, limit) => {
      const expected = terms.flatMap((other, number) => {
        const distance = edits(typed, other);
        return distance <= limit ? [{ number, distance }] : [];
      });
      expect(new NearTerms(terms).find(typed, limit)).toEqual(expected);
    }),
  );
});
