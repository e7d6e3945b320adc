import { describe, expect, it } from 'vitest';
import { parseQuestions, selectQuestions } from '../../../src/evaluation/answers/question.ts';
import { question } from './small-file.ts';

const line = (fields: object) => JSON.stringify({ ...question({ facts: [['x']] }), ...fields });

describe('reading a question set', () => {
  it('keeps the order of the file and skips empty lines', () => {
    const text = `${line({ id: 'b' })}\n\n${line({ id: 'a', asOf: '2021-10-01', forbidden: ['y'] })}\n`;
    expect(parseQuestions(text, 'set.jsonl').map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it.each([
    ['no JSON', '{', /set\.jsonl, line 1: expected one JSON object/],
    ['an unknown kind', line({ kind: 'whom' }), /line 1: kind/],
    ['an unknown field', line({ fact: [] }), /line 1: .*fact/],
    ['a date that is none', line({ asOf: 'October' }), /asOf: expected YYYY-MM-DD/],
    ['an answered question without facts', line({ facts: [] }), /facts: an answered question needs at least one fact/],
    ['a divergence with one version', line({ divergence: true }), /facts: a divergence needs at least two versions/],
    ['an id used twice', `${line({})}\n${line({})}`, /line 2: the id who-fr-01 is used twice/],
  ])('refuses %s and names the line', (_, text, message) => {
    expect(() => parseQuestions(text, 'set.jsonl')).toThrow(message);
  });

  it('selects by half and kind', () => {
    const questions = [
      question({ id: '1', split: 'dev', kind: 'who' }),
      question({ id: '2', split: 'test', kind: 'who' }),
      question({ id: '3', split: 'dev', kind: 'when' }),
    ];
    const ids = (selection: object) => selectQuestions(questions, selection).map(({ id }) => id);
    expect(ids({})).toEqual(['1', '2', '3']);
    expect(ids({ split: 'dev' })).toEqual(['1', '3']);
    expect(ids({ split: 'dev', kind: 'when' })).toEqual(['3']);
  });
});
