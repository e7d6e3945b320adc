import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { converse } from '../../../src/surfaces/repl/dialogue.ts';
import { Session } from '../../../src/surfaces/repl/session.ts';
import { plainStyle } from '../../../src/surfaces/style.ts';
import { createTexts } from '../../../src/surfaces/texts/texts.ts';
import { fakeBellerophon } from '../fake-bellerophon.ts';

const catalogues = createTexts();
const ctrlC = '\u0003';
const ctrlD = '\u0004';

/** A dialogue on a terminal of 80 × 24 that is typed into and looked at. */
function terminal() {
  const bellerophon = fakeBellerophon();
  const session = new Session({
    bellerophon,
    catalogues,
    language: 'en',
    contextIn: (language) => ({ ...plainStyle, language, texts: catalogues[language] }),
  });
  const stdin = Object.assign(new PassThrough(), { isTTY: true });
  const stdout = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 });
  let written = '';
  stdout.setEncoding('utf8').on('data', (text: string) => {
    written += text;
  });
  const added: string[] = [];
  const ended = converse(session, {
    stdin: stdin as unknown as NodeJS.ReadStream,
    stdout: stdout as unknown as NodeJS.WriteStream,
    colours: plainStyle.colours,
    history: { lines: ['earlier question met'], limit: 100, add: (line) => added.push(line) },
    bellerophon,
  });
  return {
    bellerophon,
    ended,
    added,
    type: (text: string) => stdin.write(text),
    screen: () => stripVTControlCharacters(written),
    async sees(text: string) {
      await expect.poll(() => stripVTControlCharacters(written), { timeout: 5000 }).toContain(text);
    },
  };
}

describe('the dialogue on a terminal', () => {
  test('answers a line, keeps it in the history and leaves at Ctrl-D', async () => {
    const { type, sees, ended, added } = terminal();
    type('Whom has he met?\r');
    await sees('He met Emmanuel Bonne on Tuesday. [1]');
    type(ctrlD);
    await ended;
    await sees('Goodbye.');
    expect(added).toEqual(['Whom has he met?']);
  });

  test('recalls a line of an earlier session', async () => {
    const { type, sees, ended, bellerophon } = terminal();
    type('\u001b[A\r');
    await sees('He met Emmanuel Bonne');
    expect(bellerophon.requests[0]?.question).toBe('earlier question met');
    type(ctrlD);
    await ended;
  });

  test('cancels the answer under way at Ctrl-C and goes on', async () => {
    const { type, sees, ended, bellerophon } = terminal();
    type('slow met\r');
    await expect.poll(() => bellerophon.requests.length).toBe(1);
    type(ctrlC);
    await sees('Cancelled.');
    type('met again\r');
    await sees('He met Emmanuel Bonne');
    type(ctrlD);
    await ended;
  });

  test('clears a line that was begun at Ctrl-C, and at an empty one says how to leave', async () => {
    const { type, sees, screen, ended, bellerophon } = terminal();
    type(`never asked${ctrlC}`);
    type(ctrlC);
    await sees('Ctrl-D leaves.');
    expect(screen().match(/Ctrl-D leaves/g)).toHaveLength(1);
    type(ctrlD);
    await ended;
    expect(bellerophon.requests).toEqual([]);
  });

  test('answers lines typed ahead in turn and tells a failure in one line', async () => {
    const { type, sees, ended, screen } = terminal();
    type('fail\rmet\r/quit\r');
    await ended;
    await sees('Error: something unexpected happened (cannot read the moon)');
    expect(screen().indexOf('cannot read')).toBeLessThan(screen().indexOf('He met Emmanuel Bonne'));
    expect(screen()).not.toContain('at ');
  });

  test('shows drafts, then only the checked answer', async () => {
    const { type, sees, ended, screen } = terminal();
    type('drafts met\r');
    await sees('He met somebody in Paris.');
    await sees('He met Emmanuel Bonne on Tuesday.');
    expect(screen()).toMatch(/in Paris\.[\r\n]*He met Emmanuel/);
    type(ctrlD);
    await ended;
  });

  test('cancels what is under way when it is left', async () => {
    const { type, ended, bellerophon } = terminal();
    type('slow met\r');
    await expect.poll(() => bellerophon.requests.length).toBe(1);
    type(ctrlD);
    await ended;
    expect(bellerophon.requests[0]?.signal?.aborted).toBe(true);
  });
});
