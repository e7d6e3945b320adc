import { describe, expect, test } from 'vitest';
import { answererOf, goodSentence as english } from './answerer.ts';
import { said, scriptedModel } from './scripted-model.ts';

describe('a sentence that fails the check', () => {
  const french = {
    text: 'Mara Lindqvist a dit au conseil que le barrage avait perdu 12 de ses 40 ancrages.',
    passages: [1],
    quotes: english.quotes,
  };
  const question = 'Qu’a dit Mara Lindqvist au conseil du barrage ?';

  test('is told to the model with the reasons in the language of the prompt', async () => {
    const wrong = [
      { ...french, text: 'Mara Lindqvist a perdu 31 ancrages le 9 avril 2027.' },
      { ...french, passages: [17] },
      { ...french, quotes: ['le rapport secret des ingénieurs'] },
      { ...french, quotes: ['a'] },
      { ...french, text: `${french.text} ${'Le barrage a tenu bon pendant des années. '.repeat(10)}` },
    ];
    const model = scriptedModel(said(wrong), said([]));
    await (await answererOf(model))(question);
    const told = (model.prompts[1] ?? '').split('à corriger')[1] ?? '';
    const reasons = told.split('\n').filter((line) => line.includes('→'));
    expect(reasons).toHaveLength(wrong.length);
    for (const reason of reasons) {
      expect(reason).toMatch(/→ \p{L}{2}/u);
      expect(reason).not.toMatch(/\b(?:coverage|number|date:|quote|passage|longer|too|no)\b/);
    }
    expect(told).toContain('« le rapport secret des ingénieurs »');
  });

  test('because of its language is written anew', async () => {
    const model = scriptedModel(said([english]), said([french]));
    const draft = await (await answererOf(model))(question);
    expect(model.prompts[1]).toContain("la phrase n'est pas en français");
    expect(draft.mode).toBe('generative');
    expect(draft.answer).toContain('Mara Lindqvist a dit au conseil');
  });

  test('because of its language is not shown where the model does not mend it', async () => {
    const draft = await (await answererOf(scriptedModel(said([english]))))(question);
    expect(draft.mode).toBe('extractive');
  });

  test('is left out among others in the language asked for', async () => {
    const other = {
      text: 'The ministry denies that any warning was received by those who were in charge of it.',
      passages: [1],
      quotes: ['The ministry denies that any warning was received'],
    };
    const draft = await (await answererOf(scriptedModel(said([french, other]), said([]))))(question);
    expect(draft.answer).not.toContain('The ministry');
    expect(draft.answer).toContain('Mara Lindqvist');
  });
});
