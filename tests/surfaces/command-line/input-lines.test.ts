import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLines } from '../../../src/surfaces/command-line/input-lines.ts';

async function* pieces(...chunks: (string | Uint8Array)[]) {
  yield* chunks;
}
const collect = async (input: AsyncIterable<string | Uint8Array>, limit?: number) => {
  const lines: (string | null)[] = [];
  for await (const { text, number } of readLines(input, limit)) {
    lines.push(text);
    expect(number).toBe(lines.length);
  }
  return lines;
};

describe('lines of the input', () => {
  test('are the same however the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\r\n]/g, ''))),
        fc.integer({ min: 1, max: 7 }),
        async (lines, size) => {
          const bytes = new TextEncoder().encode(lines.map((line) => `${line}\n`).join(''));
          const chunks: Uint8Array[] = [];
          for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.slice(at, at + size));
          expect(await collect(pieces(...chunks))).toEqual(
            lines.map((line, at) => (at === 0 ? line.replace(/^\ufeff/, '') : line)),
          );
        },
      ),
    );
  });

  test('end at line feeds only, with or without a carriage return; the last needs none', async () => {
    expect(await collect(pieces('a\r\nb\u2028c\n\nd'))).toEqual(['a', 'b\u2028c', '', 'd']);
    expect(await collect(pieces(''))).toEqual([]);
  });

  test('that are too long are told but not kept', async () => {
    expect(await collect(pieces('aaaa', 'aaaa', 'aaaa\nb\n', 'ccccccc\nd'), 5)).toEqual([null, 'b', null, 'd']);
    expect(await collect(pieces('aaaa', 'aaaa'), 5)).toEqual([null]);
  });
});
