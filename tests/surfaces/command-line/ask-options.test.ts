import { describe, expect, test } from 'vitest';
import { UsageError } from '../../../src/errors.ts';
import { readAskOptions } from '../../../src/surfaces/command-line/ask-options.ts';
import { createTexts } from '../../../src/surfaces/texts/texts.ts';

const read = async (...argv: string[]) =>
  readAskOptions(argv, { texts: createTexts().en, language: 'en', print: () => undefined });

describe('the command line of ask', () => {
  test('takes its words as one question', async () => {
    expect(await read('Whom', 'has he met?')).toMatchObject({
      action: { kind: 'question', question: 'Whom has he met?' },
      json: false,
    });
  });

  test('takes dates as people write them; as-of means until the end of a month or a year', async () => {
    expect(await read('--as-of', 'October 2021', 'q')).toMatchObject({ asOf: '2021-10-31' });
    expect(await read('--timeline', '--from', 'September 2021', '--to', '1er octobre 2021')).toMatchObject({
      action: { kind: 'timeline', from: '2021-09', to: '2021-10-01' },
    });
  });

  test('takes what concerns the chat model alone', async () => {
    expect(await read('--show-prompt')).toMatchObject({ action: { kind: 'show-prompt' } });
    expect(await read('--check-model')).toMatchObject({ action: { kind: 'check-model' } });
  });

  test.each([
    [[''], 'got nothing'],
    [[], 'got nothing'],
    [['--who', 'x', '--check', 'y'], 'got --who + --check'],
    [['q', '--jsonl'], 'got a question + --jsonl'],
    [['q', '--lang', 'de'], '--lang expects fr or en, got “de”'],
    [['q', '--as-of', 'someday'], '--as-of expects a date'],
    [['q', '--as-of', '1 October 2999'], '--as-of expects a day until today, got 1 October 2999'],
    [['q', '--as-of', '31 October'], '“31 October” has no year'],
    [['q', '--outlet', ''], '--outlet expects a text, got nothing'],
    [['--who', ''], '--who expects a text, got nothing'],
    [['--timeline', '--picture', 'x.jpg'], 'ends in .png or .svg, got “x.jpg”'],
    [['q', '--from', '2021'], '--from only goes with --timeline'],
    [['--jsonl', '--json'], '--json does not go with --jsonl'],
    [['--timeline', '--show-prompt'], 'got --timeline + --show-prompt'],
    [['--check', ' '], 'got nothing'],
    [['--who'], 'argument missing'],
    [['q', '--colour'], "unknown option '--colour'"],
  ])('%j is refused', async (argv, message) => {
    const refusal = read(...argv);
    await expect(refusal).rejects.toBeInstanceOf(UsageError);
    await expect(refusal).rejects.toThrow(message);
  });
});
