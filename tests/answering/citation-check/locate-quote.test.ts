import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { locateQuote } from '../../../src/answering/citation-check/locate-quote.ts';

const passage =
  'Selon l’Élysée, « le dossier n’est pas clos » – il reste 1 000 pages… Le cœur du litige, ajoute-t-on, est ailleurs.';
const slices = (quote: string, text = passage) =>
  locateQuote(quote, text)?.map(({ start, end }) => text.slice(start, end)) ?? null;

describe('a quote', () => {
  test.each([
    ['le dossier n’est pas clos', 'le dossier n’est pas clos'],
    ["le dossier n'est pas clos", 'le dossier n’est pas clos'],
    ['"Le dossier n\'est pas clos"', 'le dossier n’est pas clos'],
    ['selon l\'elysee, "le dossier', 'Selon l’Élysée, « le dossier'],
    ['Le coeur du litige', 'Le cœur du litige'],
    ['clos" - il reste 1 000 pages', 'clos » – il reste 1 000 pages'],
  ])('%s is found as the file writes it', (quote, found) => {
    expect(slices(quote)).toEqual([found]);
  });

  test('with words left out is found in its stretches, in order', () => {
    expect(slices('Le cœur du litige […] est ailleurs')).toEqual(['Le cœur du litige', 'est ailleurs']);
    expect(slices('est ailleurs … Le cœur du litige')).toBeNull();
  });

  test.each(['le dossier est clos', 'dossiers', 'ossier n’est pas', ''])('"%s" is not found', (quote) => {
    expect(slices(quote)).toBeNull();
  });

  test('cut anywhere between words from any text is found where it stands, whatever its case and quotation marks', () => {
    const word = fc.stringMatching(/^[a-zéèçàœA-Z0-9’«»–]{1,9}$/).filter((text) => /[a-zA-Z0-9éèçàœ]/.test(text));
    fc.assert(
      fc.property(fc.array(word, { minLength: 3, maxLength: 20 }), fc.nat(), fc.nat(), (words, from, length) => {
        const text = words.join(' ');
        const first = from % words.length;
        const quote = words.slice(first, first + 1 + (length % (words.length - first))).join(' ');
        const spans = locateQuote(quote.toUpperCase().replaceAll('’', "'"), text);
        expect(spans).not.toBeNull();
        for (const { start, end } of spans ?? []) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(end).toBeGreaterThan(start);
        }
      }),
    );
  });
});
