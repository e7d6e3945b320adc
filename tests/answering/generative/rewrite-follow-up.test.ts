import { describe, expect, test } from 'vitest';
import { rewriteFollowUp } from '../../../src/answering/generative/rewrite-follow-up.ts';
import { file, turn } from './answerer.ts';
import { scriptedModel } from './scripted-model.ts';

describe('a rewritten follow-up', () => {
  test.each(['', 'Line one\nline two', 'x'.repeat(400)])(
    'is not used when it is no short line (%#)',
    async (output) => {
      const input = { question: 'And when?', language: 'en', turns: [turn], names: file.dossier.names } as const;
      const { question } = await rewriteFollowUp(scriptedModel(output), {
        ...input,
        signal: new AbortController().signal,
      });
      expect(question).toBe('And when?');
    },
  );
});
