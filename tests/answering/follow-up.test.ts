import { describe, expect, it } from 'vitest';
import { dependsOnContext, resolveFollowUp, standaloneText } from '../../src/answering/follow-up.ts';
import { analyseQuestion } from '../../src/answering/question.ts';
import { createNameIndex } from '../../src/names/name-index.ts';
import { countWords, Vocabulary } from '../../src/text/vocabulary.ts';
import type { Turn } from '../../src/types.ts';
import { name } from './made-up-file.ts';

const vasseur = name('person', 'Hélène Vasseur', 'Vasseur');
const tellier = name('person', 'Marc Tellier', 'Tellier');
const belval = name('place', 'Belval');
const rive = name('organisation', 'Radio Rive');
const tools = {
  names: createNameIndex([vasseur, tellier, belval, rive], new Set(['le', 'pont'])),
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
  it.each([
    'Et quand ?',
    'Pourquoi ?',
    'combien ?',
    'Et Marc Tellier ?',
    'Et son homologue ?',
    'Where did they meet?',
    'Qui l’a remplacée ?',
    'Who was the lawyer?',
    'De quels pays ?',
    'À Belval ?',
    'Quand s’est-elle rendue à Belval ?',
    'Est-il allé à Belval ?',
    'Did he meet Tellier in Belval?',
    'Tellier lui a-t-il parlé ?',
    'Qu’en pense Radio Rive ?',
  ])('it cannot: "%s"', (text) => expect(dependsOnContext(read(text))).toBe(true));

  it.each([
    'Qui est Marc Tellier ?',
    'Combien de fissures Marc Tellier a-t-il comptées sur le pont ?',
    'Did Marc Tellier change his phone?',
    'Tellier a-t-il vendu son pont ?',
    'Que dit Tellier ?',
    'What does Radio Rive say?',
    'Radio Rive ?',
    'Qu’a fait Radio Rive en juillet ?',
    'Qui a fermé le pont ?',
    'Qui a révélé l’affaire ?',
    'Quel rôle le procureur a-t-il joué ?',
    'Pourquoi une société belge a-t-elle porté plainte ?',
    'Que s’est-il passé à Belval ?',
    'Tellier à Belval : quand a-t-il compté ?',
    'Who told Tellier he was the heir?',
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

  const asked = (text: string) => ({ ...turn, question: text, standalone: text });
  const afterwards = (text: string, followUp: string) =>
    standaloneText(resolveFollowUp(read(followUp), [asked(text)], tools));

  it.each([
    ['Que dit Hélène Vasseur du pont ?', 'Et Marc Tellier ?', 'Que dit Marc Tellier du pont ?'],
    ['Qui Vasseur a-t-elle vu à Lyon en mars 2021 ?', 'Et en 2022 ?', 'Qui Vasseur a-t-elle vu à Lyon en 2022 ?'],
    ['Qui a fermé le pont ?', 'Et en mai 2022 ?', 'Qui a fermé le pont (mai 2022) ?'],
    ['What did Vasseur say to Radio Rive?', 'What about Tellier?', 'What did Tellier say to Radio Rive?'],
    ['What did Vasseur do in March 2021?', 'And in May 2022?', 'What did Vasseur do in May 2022?'],
  ])('after "%s", "%s" takes the place of what is of its kind', (text, followUp, whole) =>
    expect(afterwards(text, followUp)).toBe(whole),
  );

  it('brings its own person, place or date instead of the earlier one, and keeps the rest', () => {
    expect(afterwards('Pourquoi Vasseur a-t-elle fermé le pont ?', 'Et pourquoi Tellier ?')).not.toContain('vasseur');
    expect(afterwards('Pourquoi Vasseur a-t-elle fermé le pont ?', 'Et pourquoi Tellier ?')).toContain('pont');
    expect(afterwards('Qui est Vasseur ?', 'Quand s’est-elle rendue à Belval ?')).toContain('Hélène Vasseur');
    expect(afterwards('Qui est Vasseur ?', 'A-t-elle rencontré Tellier ?')).toContain('Hélène Vasseur');
  });

  it('is no follow-up when it names its own subject', () => {
    for (const text of ['Que dit Tellier ?', 'Radio Rive ?', 'Qui a révélé l’affaire ?'])
      expect(afterwards('Qui est Hélène Vasseur ?', text)).toBe(text);
  });

  it('is left alone when nothing was said before, or when it stands alone', () => {
    const elliptic = read('Et quand ?');
    expect(resolveFollowUp(elliptic, [], tools)).toBe(elliptic);
    const whole = read('Qui est Marc Tellier ?');
    expect(resolveFollowUp(whole, [turn], tools)).toBe(whole);
  });
});
