import { describe, expect, test } from 'vitest';
import { operatorsOf } from '../../../src/answering/citation-check/scopes.ts';

const reach = (text: string, kind: 'negation' | 'doubt') =>
  operatorsOf(text)
    .filter((operator) => operator.kind === kind)
    .map(({ scope }) => text.slice(scope.start, scope.end).trim());

describe('what a word denies', () => {
  test.each([
    ['The firm did not reject the claim, but sued', ['reject the claim,', 'the claim,']],
    ["Le ministre n'a jamais signé ; il part", ['a jamais signé']],
    ['Rien ne prouve une fuite', ['ne prouve une fuite']],
    ['The accusations have been rejected by Rabat', ['The accusations have been']],
    ["Malgré le démenti, l'affaire continue", []],
  ])('in "%s" is %j', (text, expected) => {
    expect(reach(text, 'negation')).toEqual(expected);
  });
});

test('what is feared is left open', () => {
  expect(reach('officials fear a diplomatic crisis', 'doubt')).toEqual(['a diplomatic crisis']);
});
