import { describe, expect, it } from 'vitest';
import { pointsBack, withoutOwnPronouns } from '../../src/answering/pronouns.ts';
import { analyseQuestion } from '../../src/answering/question.ts';
import { createNameIndex } from '../../src/names/name-index.ts';
import { fold } from '../../src/text/fold.ts';
import { countWords, Vocabulary } from '../../src/text/vocabulary.ts';
import { name } from './made-up-file.ts';

const tools = {
  names: createNameIndex([name('person', 'Marc Tellier', 'Tellier'), name('place', 'Belval')], new Set(['le', 'pont'])),
  vocabulary: new Vocabulary(countWords(['Marc Tellier a compté les fissures du pont.'])),
};
const points = (text: string) => pointsBack.test(withoutOwnPronouns(fold(text), analyseQuestion(text, tools)));

describe('a pronoun', () => {
  it.each([
    'Quand Tellier a-t-il compté les fissures ?',
    'Quand le conseiller du maire s’est-il rendu à Belval ?',
    'Pourquoi certains ingénieurs ont-ils protesté ?',
    'Que s’est-il passé à Belval ?',
    'Reste-t-il des fissures ?',
    'Did Tellier change his phone?',
    'What did Tellier do when he left?',
    'Qu’a-t-on vu en mars ?',
  ])('is answered by the question itself, or is nobody: "%s"', (text) => expect(points(text)).toBe(false));

  it.each([
    'Quand est-il allé à Belval ?',
    'A-t-il rencontré Tellier ?',
    'Quel poste occupait-il ?',
    'Did his deputy warn Tellier?',
    'Tellier l’a-t-il appelée ?',
    'Qui en a parlé ?',
  ])('points back: "%s"', (text) => expect(points(text)).toBe(true));
});
