import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeXml, textWidth, wrapText } from '../../src/overviews/picture-text.ts';
import { renderTimelinePicture, timelineSvg } from '../../src/overviews/timeline-picture.ts';
import type { Timeline, TimelineEvent } from '../../src/types.ts';

const event = (date: string, text: string, outlets: readonly string[] = ['Le Courrier']): TimelineEvent => ({
  date,
  text,
  markers: [1],
  sources: { independent: outlets.length, outlets },
});
const timeline = (...events: TimelineEvent[]): Timeline => ({ events, citations: [] });

describe('the picture of a timeline', () => {
  it('is a PNG as wide as a phone, the same on every run', async () => {
    const shown = timeline(event('2024-03-04', 'La maire a fermé le pont.', ['Le Courrier', 'Radio Sourde']));
    const { png, svg } = await renderTimelinePicture(shown, 'fr');
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(png.readUInt32BE(16)).toBe(1080);
    expect(svg).toContain('4 mars 2024');
    expect(svg).toContain('2 sources indépendantes : Le Courrier, Radio Sourde');
    expect((await renderTimelinePicture(shown, 'fr')).png.equals(png)).toBe(true);
  });

  it('draws letters, not empty boxes', async () => {
    const [some, other] = await Promise.all(
      ['La maire a fermé le pont.', 'Le tunnel fut ouvert hier.'].map((text) =>
        renderTimelinePicture(timeline(event('2024', text)), 'fr'),
      ),
    );
    expect(some?.png.equals(other!.png)).toBe(false);
  });

  it('speaks English too, and says when there is nothing to show', async () => {
    expect(timelineSvg(timeline(event('2024-03', 'x')), 'en')).toContain('March 2024');
    expect(timelineSvg(timeline(), 'en')).toContain('No dated event');
    await expect(renderTimelinePicture(timeline(), 'fr')).resolves.toBeDefined();
  });

  it('shows the events that most sources tell when there are too many, from first to last', () => {
    const many = Array.from({ length: 60 }, (_, index) =>
      event(
        `20${10 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
        `Event number ${index}.`,
        index % 3 === 1 ? ['A', 'B'] : ['A'],
      ),
    );
    const svg = timelineSvg(timeline(...many), 'en');
    expect(svg).toContain('20 of 60 events');
    expect(svg).toContain('Event number 1.');
    expect(svg).toContain('Event number 58.');
  });

  it('chooses the most newsworthy events wherever they stand, and heads them by their own period', () => {
    const dull = Array.from({ length: 30 }, (_, index) => event(String(1990 + index), 'Il pleut.'));
    const news = Array.from({ length: 20 }, (_, index) =>
      event(
        `2024-03-${String(index + 1).padStart(2, '0')}`,
        `La maire de Valbrune a annoncé sa décision numéro ${index}.`,
      ),
    );
    const svg = timelineSvg(timeline(...dull, ...news), 'fr');
    for (let index = 0; index < 20; index += 1) expect(svg).toContain(`numéro ${index}.`);
    expect(svg).toContain('1er mars 2024 – 20 mars 2024');
  });

  it('survives whatever the articles hold', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.string({ maxLength: 20 }),
        async (text, outlet) => {
          const { png } = await renderTimelinePicture(timeline(event('2024', `${text} <b>&amp;</b>`, [outlet])), 'fr');
          expect(png.length).toBeGreaterThan(1000);
        },
      ),
      { numRuns: 8 },
    );
  });
});

describe('text in a picture', () => {
  it('leaves no character that XML forbids', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = escapeXml(text);
        expect(escaped).not.toMatch(/[<>"']/);
        expect([...escaped].filter((character) => character < ' ' && !'\t\n\r'.includes(character))).toEqual([]);
        expect(escaped.replace(/&(?:amp|lt|gt|quot|apos);/g, '')).not.toContain('&');
      }),
    );
  });

  it('keeps lines within their room and loses no word that fits', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-zé,]{1,40}$/), { maxLength: 30 }),
        fc.integer({ min: 4, max: 30 }),
        (list, room) => {
          const lines = wrapText(list.join(' '), room, 1000);
          for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(room);
          expect(lines.join('').replaceAll(' ', '')).toBe(list.join(''));
          expect(wrapText(list.join(' '), room, 2).length).toBeLessThanOrEqual(2);
        },
      ),
    );
  });
});
