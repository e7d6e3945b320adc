import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { safeLine, safeText, safeUrl } from '../../src/surfaces/plain-text.ts';

describe('text from outside', () => {
  test('keeps its words and loses colours, titles and hyperlinks that a terminal would obey', () => {
    expect(safeText('a\u001b[31mred\u001b[0m b')).toBe('ared b');
    expect(safeText('\u001b]0;owned\u0007title')).toBe('title');
    expect(safeText('\u001b]8;;https://evil.example\u001b\\link\u001b]8;;\u001b\\')).toBe('link');
    expect(safeText('\u009b2Jgone')).toBe('gone');
    expect(safeText('abc\rdef\b\u202egnp.exe')).toBe('abc\ndefgnp.exe');
  });

  test('keeps letters of every script, accents, no-break spaces and line feeds', () => {
    const text = 'Élysée « ça »\u00a0: naïve\nעברית العربية 日本 👩‍👩‍👧';
    expect(safeText(text)).toBe(text);
  });

  test('never holds a control character but the line feed, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const forbidden = [...safeText(text)].filter((character) => {
          const code = character.codePointAt(0) ?? 0;
          return character !== '\n' && (code < 32 || (code >= 127 && code < 160));
        });
        expect(forbidden).toEqual([]);
        expect(safeLine(text)).not.toContain('\n');
      }),
    );
  });

  test('is shown as an address only when it is one of the web', () => {
    expect(safeUrl('https://www.axios.com/a?b=c')).toBe('https://www.axios.com/a?b=c');
    expect(safeUrl('javascript:alert(1)')).toBeNull();
    expect(safeUrl('file:///etc/passwd')).toBeNull();
    expect(safeUrl('https://a.example/\u001b[31m')).not.toContain('\u001b');
    expect(safeUrl('not an address')).toBeNull();
    expect(safeUrl(null)).toBeNull();
  });
});
