import { describe, expect, it } from 'vitest';
import { dependsOnContext, resolveFollowUp, standaloneText } from '../../src/answering/follow-up.ts';
import { analyseQuestion } from '../../src/answering/question.ts';
import { createNameIndex } from '../../src/names/name-index.ts';
import { countWords, Vocabulary } from '../../src/text/vocabulary.ts';
import type { Turn } from '../../src/types.ts';
import { name } from './made-up-file.ts';

const vasseur = name('person', 'Hélène Vasseur', 'Vasseur');
const tellier = name('person', 'Marc Tellier', 'Tellier');
const tools = {
  names: createNameIndex([vasseur, tellier], new Set(['le', 'pont'])),
  vocabulary: new Vocabulary(countWords(['Hélène Vasseur a fermé le pont.', 'Marc Tellier a compté les fissures.'])),
};
const read = (text: string) => analyseQuestion(text, tools);
const turn: Turn = {
  question: 'Pourquoi Hélène Vasseur a-t-elle fermé le pont ?',
  standalone: 'Pourquoi Hélène Vasseur a-t-elle fermé le pont ?',
  nameIds: [vasseur.id],
  quotes: [],
  at: 0,
};

describe('whether a question can be understood by itself', () => {
  it.each(['Et quand ?', 'Pourquoi ?', 'Et Marc Tellier ?', 'Where did they meet?', 'Qui l’a remplacée ?'])(
    'it cannot: "%s"',
    (text) => expect(dependsOnContext(read(text))).toBe(true),
  );

  it.each([
    'Qui est Marc Tellier ?',
    'Combien de fissures Marc Tellier a-t-il comptées sur le pont ?',
    'Did Marc Tellier change his phone?',
    'Tellier a-t-il vendu son pont ?',
  ])('it can: "%s"', (text) => expect(dependsOnContext(read(text))).toBe(false));

  it('it cannot where the owner is named by nobody before', () =>
    expect(dependsOnContext(read('Did his deputy warn Marc Tellier?'))).toBe(true));
});

describe('a follow-up', () => {
  it('takes over the names and words of the turn before, marked as inherited', () => {
    const { terms } = resolveFollowUp(read('Et quand ?'), [turn], tools);
    expect(terms.filter(({ inherited }) => inherited).map(({ word }) => word)).toEqual(
      expect.arrayContaining(['helene vasseur', 'pont']),
    );
    expect(standaloneText(resolveFollowUp(read('Et quand ?'), [turn], tools))).toContain('pont');
  });

  it('is left alone when nothing was said before, or when it stands alone', () => {
    const elliptic = read('Et quand ?');
    expect(resolveFollowUp(elliptic, [], tools)).toBe(elliptic);
    const whole = read('Qui est Marc Tellier ?');
    expect(resolveFollowUp(whole, [turn], tools)).toBe(whole);
  });
});
