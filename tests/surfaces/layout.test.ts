import fc from 'fast-check';
import picocolors from 'picocolors';
import { describe, expect, test } from 'vitest';
import { displayWidth, wrap } from '../../src/surfaces/layout.ts';

describe('the width of a text', () => {
  test('counts columns, not code units or colours', () => {
    expect(displayWidth('Élysée')).toBe(6);
    expect(displayWidth('E\u0301lyse\u0301e')).toBe(6);
    expect(displayWidth('日本')).toBe(4);
    expect(displayWidth('👩‍👩‍👧')).toBe(2);
    expect(displayWidth(picocolors.createColors(true).red('red'))).toBe(3);
  });
});

describe('wrapping', () => {
  const word = fc.stringMatching(/^[a-zé]{1,12}$/);

  test('keeps every word in order and every line within the width unless a word alone is longer', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), fc.integer({ min: 5, max: 40 }), (words, width) => {
        const lines = wrap(words.join(' '), width, { first: '• ', rest: '  ' }).split('\n');
        expect(lines.flatMap((line) => line.slice(2).split(' '))).toEqual(words);
        for (const line of lines) expect(line.length <= width || !line.slice(2).includes(' ')).toBe(true);
      }),
    );
  });

  test('does not break at no-break spaces or inside an address', () => {
    expect(wrap('aaa bbb\u00a0: ccc', 8)).toBe('aaa\nbbb\u00a0:\nccc');
    expect(wrap('see https://www.example.com/a-long-path', 10)).toBe('see\nhttps://www.example.com/a-long-path');
  });

  test('keeps the line feeds of the text', () => {
    expect(wrap('a b\n\nc', 80, { first: '> ' })).toBe('> a b\n>\n> c');
  });

  test('leaves the text on one line where there is no width', () => {
    const text = 'word '.repeat(200).trim();
    expect(wrap(text, Number.POSITIVE_INFINITY)).toBe(text);
  });
});
