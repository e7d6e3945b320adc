import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown, maskedLink } from '../../../../src/surfaces/discord/render/markdown.ts';
import { layOutPages } from '../../../../src/surfaces/discord/render/pages.ts';
import { sourceLines } from '../../../../src/surfaces/discord/render/sources.ts';
import { splitText } from '../../../../src/surfaces/discord/render/split-text.ts';
import { citation } from '../scripted-bellerophon.ts';

const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
const link = fc.webUrl().map((url) => `[title](<${url}>)`);
const marker = fc.integer({ min: 1, max: 40 }).map((number) => `[${number}]`);
const text = fc
  .array(fc.tuple(fc.oneof(word, link, marker), fc.constantFrom(' ', '\n', '\n\n', '. ')), { maxLength: 150 })
  .map((pieces) => pieces.flat().join(''));
const squeeze = (value: string): string => value.replace(/\s+/g, '');

describe('splitting text', () => {
  it('keeps every piece within the limit and loses nothing but white space', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 300 }), (value, limit) => {
        const pieces = splitText(value, limit);
        expect(squeeze(pieces.join(''))).toBe(squeeze(value));
        for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(Math.max(limit, 2));
      }),
    );
  });

  it('never cuts through a citation marker or a link that fits', () => {
    const pieces = fc.array(fc.oneof(fc.constant('word'), link, marker), { minLength: 1, maxLength: 80 });
    fc.assert(
      fc.property(pieces, (units) => {
        const longest = Math.max(...units.map(({ length }) => length));
        const cut = splitText(units.join(' '), longest + 10);
        for (const unit of units) expect(cut.some((piece) => piece.includes(unit))).toBe(true);
      }),
    );
  });

  it('cuts at paragraphs where that fills a page well enough', () => {
    expect(splitText(`${'a'.repeat(50)}\n\n${'b'.repeat(50)}`, 80)).toEqual(['a'.repeat(50), 'b'.repeat(50)]);
  });
});

describe('laying out pages', () => {
  const citations = fc.array(
    fc.record({
      title: fc.string({ maxLength: 400 }),
      outlet: fc.option(fc.string({ maxLength: 200 })),
      url: fc.option(fc.webUrl({ withQueryParameters: true, size: 'large' })),
    }),
    { minLength: 1, maxLength: 40 },
  );

  it('keeps every page within the limit, whatever the citations are, and shows every marker’s source beside it', () => {
    fc.assert(
      fc.property(
        citations,
        fc.array(text, { maxLength: 20 }),
        fc.integer({ min: 1200, max: 2000 }),
        (list, texts, limit) => {
          const known = list.map((overrides, index) => citation(index + 1, overrides));
          const blocks = texts.map((value) => ({ text: value, markers: known.map(({ marker: number }) => number) }));
          const pages = layOutPages(blocks, (markers) => sourceLines(known, markers, 'fr'), {
            limit,
            sourcesTitle: 'Sources',
            footer: '-# As of today',
          });
          expect(pages.length).toBeGreaterThan(0);
          for (const page of pages) expect(page.length).toBeLessThanOrEqual(limit);
          const all = pages.join('\n');
          for (const { marker: number } of known) {
            if (blocks.some((block) => block.text.includes(`[${number}]`))) expect(all).toContain(`[${number}]`);
          }
        },
      ),
    );
  });

  it('gives no page that is empty, which Discord would refuse', () => {
    expect(layOutPages([], () => [], { limit: 600, sourcesTitle: '' })).toEqual(['…']);
  });
});

describe('untrusted text', () => {
  it('never mentions, never formats, never makes a link of its own', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('*', '_', '<', '@', '1', '[', ']', '(', ')', '`', '|', '~', 'a', ' ') }),
        (value) => {
          const escaped = escapeMarkdown(value);
          expect(escaped).not.toMatch(/(?<!\\)<[@#:/a-z]/i);
          expect(escaped).not.toMatch(/(?<!\\)(?:\\\\)*[*_~`|]/);
          expect(escaped).not.toContain('](');
          expect(escaped).not.toMatch(/@(?:everyone|here)/);
        },
      ),
    );
  });

  it('in a link stays one link, with its address unharmed', () => {
    expect(maskedLink('A [b] (c)', 'https://example.org/a_(b)?x=*y*')).toBe(
      '[A (b) (c)](<https://example.org/a_%28b%29?x=*y*>)',
    );
    expect(maskedLink('Title', 'javascript:alert(1)')).toBe('Title');
    expect(maskedLink('Title', null)).toBe('Title');
    expect(escapeMarkdown('see https://example.org/a_b_c and *this*')).toBe(
      'see https://example.org/a_b_c and \\*this\\*',
    );
  });
});
