import { expect, test } from 'vitest';
import { oppositeIn } from '../../../src/answering/citation-check/opposites.ts';
import { termsOf } from '../../../src/answering/citation-check/terms.ts';

const opposite = (word: string, near: string, whole = near) => {
  const [term] = termsOf(word);
  return term && oppositeIn(term, termsOf(near), termsOf(whole));
};

test.each([
  ['semaines', 'stopped only days before the planned sale', 'days'],
  ['majority', 'une minorité de députés', 'minorite'],
])('"%s" is excluded by "%s"', (word, near, found) => {
  expect(opposite(word, near)).toBe(found);
});

test('a word that the passage has somewhere, in either language, is excluded by nothing', () => {
  expect(
    opposite('semaines', 'only days before the sale', 'only days before the sale, weeks after the talks'),
  ).toBeUndefined();
  expect(opposite('anchor', 'only days before the sale')).toBeUndefined();
});
