import { describe, expect, it } from 'vitest';
import { analyseQuestion } from '../../src/answering/question.ts';
import { asksWhoTold } from '../../src/answering/who-told.ts';
import { createNameIndex } from '../../src/names/name-index.ts';
import { countWords, Vocabulary } from '../../src/text/vocabulary.ts';
import { madeUpFile, name } from './made-up-file.ts';

const tools = { names: createNameIndex([], new Set()), vocabulary: new Vocabulary(countWords([])) };
const asks = (question: string) => asksWhoTold(analyseQuestion(question, tools));

describe('a question', () => {
  it.each([
    'Qui a révélé la fermeture du viaduc ?',
    'qui a devoile la fermeture du viaduc',
    "Quel média a sorti le premier l'info de la fermeture ?",
    'Who revealed that the bridge was closed?',
    'Which outlet broke the story of the bridge?',
    'Who first reported the closing of the bridge?',
  ])('asks which outlet told it: %s', (question) => {
    expect(asks(question)).toBe(true);
  });

  it.each([
    'Qui a fermé le viaduc ?',
    'Quand le journal a-t-il révélé la fermeture ?',
    'Qui est sorti du viaduc ?',
    'Who reported to the mayor?',
    'Who broke the bridge?',
  ])('asks something else: %s', (question) => {
    expect(asks(question)).toBe(false);
  });
});

describe('of who told it', () => {
  const outlets = [name('organisation', 'Radio Rive'), name('person', 'Marc Tellier')];
  const valuesIn = async (text: string) => {
    const { ranked } = await madeUpFile(
      [
        { id: 'a', text, outlet: 'La Gazette' },
        { id: 'b', text: '', outlet: 'Radio Rive' },
      ],
      outlets,
    )('Qui a révélé la fermeture du viaduc ?');
    return ranked.flatMap(({ values }) => values.map(({ key }) => key));
  };

  it('the value is the outlet that a sentence names as its source', async () => {
    expect(await valuesIn('Selon Radio Rive, Marc Tellier a fermé le viaduc.')).toEqual(['radio rive']);
  });

  it('who acts in the story is none', async () => {
    expect(await valuesIn('Marc Tellier a fermé le viaduc hier soir.')).toEqual([]);
  });
});
