import { describe, expect, it } from 'vitest';
import { asksClockTime, findClockTimes } from '../../src/text/clock-times.ts';

describe('times of day in a text', () => {
  it.each([
    ["Partie à 7h44 du matin, la fusée s'est posée à 5 h 25.", ['7h44', 'matin', '5 h 25']],
    ['The screens went black at 3:10 a.m. on Sunday.', ['3:10']],
    ['Le retrait a été demandé à onze heures vingt.', ['onze heures']],
    ['They were woken at two.', ['at two']],
    ['It began at seven every morning.', ['at seven', 'morning']],
    ['La séance a été levée vers minuit.', ['minuit']],
    ['The strike ended at 9 pm.', ['9 pm']],
    ['The bells rang at half eight.', ['at half eight']],
  ])('of "%s" are %j', (text, expected) => {
    expect(findClockTimes(text)).toEqual(expected);
  });

  it.each([
    'La capsule restera 18 jours accrochée à la station.',
    'Elle a coûté 7.44 millions de dollars.',
    'Arrested at two borders, they were freed in 2012.',
    'Le 24 juin 2012, 13 millions de voix ont été comptées.',
  ])('are not in "%s"', (text) => {
    expect(findClockTimes(text)).toEqual([]);
  });
});

describe('a question for the time of day', () => {
  it.each([
    ['À quelle heure la fusée est-elle partie ?', true],
    ['a quelle heure ca a ferme', true],
    ['At what time was it found?', true],
    ['At what time of year does it bloom?', false],
    ['Quand la fusée est-elle partie ?', false],
    ['For how many hours was it closed?', false],
  ])('"%s": %s', (question, expected) => {
    expect(asksClockTime(question)).toBe(expected);
  });
});
