import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createLogger } from '../../../src/logging.ts';
import { DraftEdits } from '../../../src/surfaces/discord/draft-edits.ts';
import { defaultSettings } from '../../../src/surfaces/discord/settings.ts';
import { createTexts } from '../../../src/surfaces/discord/texts/texts.ts';
import { Gate } from './scripted-bellerophon.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const logged: string[] = [];
const tools = {
  texts: createTexts().en,
  settings: defaultSettings,
  logger: createLogger('debug', { write: (line) => void logged.push(line) }),
};

it('shows a draft in a few edits, well apart, each with all that was written before it', async () => {
  const edits: { readonly content: string; readonly at: number }[] = [];
  const draft = new DraftEdits(async ({ content }) => void edits.push({ content, at: Date.now() }), tools);
  for (let word = 0; word < 600; word += 1) {
    draft.add(`word-${word} `);
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(edits).toHaveLength(6);
  for (const [index, { at, content }] of edits.slice(1).entries()) {
    expect(at - edits[index]!.at).toBeGreaterThanOrEqual(1_500);
    expect(content.startsWith(edits[index]!.content)).toBe(true);
  }
});

it('shows what came while an edit was under way, and never two at once', async () => {
  const gates = [new Gate(), new Gate()];
  const shown: string[] = [];
  const draft = new DraftEdits(async ({ content }) => {
    shown.push(content);
    await gates[shown.length - 1]!.opened;
  }, tools);
  draft.add('One. ');
  await vi.advanceTimersByTimeAsync(0);
  draft.add('Two.');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(shown).toHaveLength(1);
  gates[0]!.open();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(shown).toHaveLength(2);
  expect(shown[1]).toContain('One. Two.');
});

it('once stopped begins no edit, and has waited for the one under way', async () => {
  const gate = new Gate();
  let edits = 0;
  const draft = new DraftEdits(async () => {
    edits += 1;
    await gate.opened;
  }, tools);
  draft.add('One. ');
  await vi.advanceTimersByTimeAsync(0);
  let stopped = false;
  const stopping = draft.stop().then(() => {
    stopped = true;
  });
  draft.add('Two.');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(stopped).toBe(false);
  gate.open();
  await stopping;
  draft.add('Three.');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(edits).toBe(1);
});

it('an edit that fails is logged, and the next one is tried', async () => {
  let edits = 0;
  const draft = new DraftEdits(async () => {
    edits += 1;
    throw new Error('no connection today');
  }, tools);
  draft.add('One. ');
  await vi.advanceTimersByTimeAsync(5_000);
  draft.add('Two.');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(edits).toBe(2);
  expect(logged.join('')).toContain('no connection today');
});
