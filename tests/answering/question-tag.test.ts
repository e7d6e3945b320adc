import { describe, expect, it } from 'vitest';
import { withoutTag } from '../../src/answering/question-tag.ts';

describe('what is put behind a question', () => {
  it.each([
    ['La maire a-t-elle fermé le pont, oui ou non ?', 'La maire a-t-elle fermé le pont?'],
    ['La maire a-t-elle fermé le pont ou pas ?', 'La maire a-t-elle fermé le pont?'],
    ['La maire a fermé le pont, n’est-ce pas ?', 'La maire a fermé le pont?'],
    ['Was the bridge closed or not?', 'Was the bridge closed?'],
    ['Was the bridge closed, yes or no', 'Was the bridge closed'],
    ["The mayor closed it herself, didn't she?", 'The mayor closed it herself?'],
  ])('goes: "%s"', (typed, asked) => expect(withoutTag(typed)).toBe(asked));

  it.each([
    'Le pont est-il ouvert ou fermé ?',
    'Qui a le droit de passer ?',
    'Who has the right to cross, and is it a right ?',
    'Oui ou non ?',
    'Is that right?',
    'Why not?',
    '',
  ])('stays where it is part of what is asked: "%s"', (typed) => expect(withoutTag(typed)).toBe(typed));
});
