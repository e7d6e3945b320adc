import { describe, expect, test } from 'vitest';
import { summariseConversation } from '../../../src/answering/generative/conversation-summary.ts';
import { estimateTokens, fitting } from '../../../src/answering/generative/token-budget.ts';
import { file, turn } from './answerer.ts';

describe('the conversation', () => {
  test('is told newest first to fit, in order, within its budget', () => {
    const turns = Array.from({ length: 50 }, (_, index) => ({ ...turn, question: `Question ${index}?` }));
    const summary = summariseConversation(turns, file.dossier.names, 100);
    expect(estimateTokens(summary)).toBeLessThanOrEqual(100);
    expect(summary.split('\n').at(-1)).toContain('Question 49?');
    expect(summary).not.toContain('Question 0?');
  });

  test('passages that do not fit are skipped, later ones that do are kept', () => {
    expect(fitting(['a'.repeat(100), 'b'.repeat(9000), 'c'.repeat(100)], (text) => text, 200)).toEqual([
      'a'.repeat(100),
      'c'.repeat(100),
    ]);
  });
});
