import { expect, it } from 'vitest';
import { answerDocument } from '../../../../src/surfaces/discord/render/documents.ts';
import { createTexts } from '../../../../src/surfaces/discord/texts/texts.ts';
import type { Answer } from '../../../../src/types.ts';
import { answerOf } from '../scripted-bellerophon.ts';

const texts = createTexts();
const statement = { kind: 'statement', text: 'So it is. [1]', markers: [1] } as const;
const notice = { kind: 'notice', text: 'The file does not say so.', markers: [] } as const;
const shown = (language: 'fr' | 'en', rest: Partial<Answer>, parts: Answer['parts'] = [statement]): string =>
  answerDocument(answerOf({ question: 'q' }, parts, rest), { texts: texts[language], language }).pages.join('\n');

it('says between the answer and its sources that a chat model wrote it', () => {
  expect(shown('en', { mode: 'generative' })).toMatch(/So it is.*Written by a chat model.*Sources/s);
  expect(shown('fr', { mode: 'generative' })).toContain('Rédigé par un modèle de langue');
});

it('does not say so of extracts, nor where the file does not tell', () => {
  expect(shown('en', { mode: 'extractive' })).not.toContain('chat model');
  expect(shown('en', { mode: 'generative', status: 'abstained' }, [notice])).not.toContain('chat model');
});
