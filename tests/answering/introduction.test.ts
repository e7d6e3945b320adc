import { expect, it } from 'vitest';
import { asksAboutNames } from '../../src/answering/introduction.ts';
import { analyseQuestion } from '../../src/answering/question.ts';
import { createNameIndex } from '../../src/names/name-index.ts';
import { countWords, Vocabulary } from '../../src/text/vocabulary.ts';

const entry = {
  id: 'jeanne-morvan',
  kind: 'person' as const,
  canonical: 'Jeanne Morvan',
  variants: ['Jeanne Morvan', 'Morvan'],
  articleIds: ['a'],
};
const texts = ['Jeanne Morvan, maire de la ville, a fermé le pont.'];
const tools = { names: createNameIndex([entry], new Set<string>()), vocabulary: new Vocabulary(countWords(texts)) };

it.each(['Qui est Jeanne Morvan ?', 'Who is Morvan?', 'c ki morvan', 'Morvan ?', 'What did Jeanne Morvan say?'])(
  '"%s" asks about a name and nothing else',
  (question) => expect(asksAboutNames(analyseQuestion(question, tools))).toBe(true),
);

it.each([
  'Qui a fermé le pont ?',
  'Quand Morvan a-t-elle fermé le pont ?',
  'Où est Morvan ?',
  'Quel âge a Jeanne Morvan ?',
])('"%s" asks for more', (question) => expect(asksAboutNames(analyseQuestion(question, tools))).toBe(false));
