import { describe, expect, it } from 'vitest';
import { analyseQuestion } from '../../src/answering/question.ts';
import { asksWhoTold } from '../../src/answering/who-told.ts';
import { createNameIndex } from '../../src/names/name-index.ts';
import { countWords, Vocabulary } from '../../src/text/vocabulary.ts';

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
