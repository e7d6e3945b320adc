import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentenceSpans } from '../../src/text/sentences.ts';
import type { Language } from '../../src/types.ts';

function sentences(text: string, language: Language = 'fr'): string[] {
  return sentenceSpans(text, language).map(({ start, end }) => text.slice(start, end));
}

describe('sentenceSpans', () => {
  const cases: [name: string, text: string, expected: string[], language?: Language][] = [
    ['parts plain sentences', 'Il arrive. Elle part ! Et après ?', ['Il arrive.', 'Elle part !', 'Et après ?']],
    [
      'keeps French titles with their name',
      'M. Le Drian a vu MM. Gantz et Lapid. Mme. Parly et Me. Baratelli aussi.',
      ['M. Le Drian a vu MM. Gantz et Lapid.', 'Mme. Parly et Me. Baratelli aussi.'],
    ],
    [
      'keeps English titles and initials with their name',
      'Dr. No met Mr. J. F. Brown and Gen. Smith. They left.',
      ['Dr. No met Mr. J. F. Brown and Gen. Smith.', 'They left.'],
      'en',
    ],
    [
      'knows U.S. before a name and at the end of a sentence',
      'The U.S. President came to the U.N. headquarters. He left the U.S. The visit was short.',
      ['The U.S. President came to the U.N. headquarters.', 'He left the U.S.', 'The visit was short.'],
      'en',
    ],
    [
      'keeps p. ex., etc. and references with what follows',
      "Des États, p. ex. la France, l'Inde, etc. ont réagi à l'art. 12 et au n° 5, cf. Amnesty. Fin.",
      ["Des États, p. ex. la France, l'Inde, etc. ont réagi à l'art. 12 et au n° 5, cf. Amnesty.", 'Fin.'],
    ],
    ['ends a sentence at etc. before a capital', 'Des élus, etc. Le reste suit.', ['Des élus, etc.', 'Le reste suit.']],
    [
      'tells "No." from "No. 5"',
      'He said no. The answer was No. She lives at No. 5 Park Lane.',
      ['He said no.', 'The answer was No.', 'She lives at No. 5 Park Lane.'],
      'en',
    ],
    [
      'keeps decimal numbers',
      'NSO doit 14.2 millions. Le taux est de 3,5 %.',
      ['NSO doit 14.2 millions.', 'Le taux est de 3,5 %.'],
    ],
    [
      'starts a sentence at a figure',
      'La liste est longue. 50 000 numéros y figurent.',
      ['La liste est longue.', '50 000 numéros y figurent.'],
    ],
    ['keeps an abbreviated month in its date', 'Le 3 oct. 2021 il vint.', ['Le 3 oct. 2021 il vint.']],
    [
      'keeps a short quotation whole, with its speaker',
      '« Nous n’avons rien fait. Nous le prouverons », dit-il. Puis il partit.',
      ['« Nous n’avons rien fait. Nous le prouverons », dit-il.', 'Puis il partit.'],
    ],
    [
      'keeps the speaker after a question',
      '« Qui ? » demande-t-il. « Moi ! »',
      ['« Qui ? » demande-t-il.', '« Moi ! »'],
    ],
    [
      'puts closing quotation marks with their sentence',
      '« C’est faux.\u00a0» Il le répète. "No. Never." She left. “Yes.” He stayed.',
      ['« C’est faux.\u00a0»', 'Il le répète.', '"No. Never."', 'She left.', '“Yes.”', 'He stayed.'],
    ],
    [
      'cuts a long quotation between its sentences',
      `« ${'Nous avons vérifié chaque licence avec soin. '.repeat(9)}Rien ne manque. »`,
      [
        '« Nous avons vérifié chaque licence avec soin.',
        ...Array(8).fill('Nous avons vérifié chaque licence avec soin.'),
        'Rien ne manque. »',
      ],
    ],
    [
      'ends at an ellipsis before a new sentence only',
      'Il hésite… Puis il part… enfin.',
      ['Il hésite…', 'Puis il part… enfin.'],
    ],
    ['keeps a list number with its text', '1. Premier point. Suite.', ['1. Premier point.', 'Suite.']],
    [
      'ends every sentence at a line break',
      'Intouchables\nLes ministres de M.\nMacron',
      ['Intouchables', 'Les ministres de M.', 'Macron'],
    ],
  ];
  it.each(cases)('%s', (_name, text, expected, language = 'fr') => {
    expect(sentences(text, language)).toEqual(expected);
  });

  it('gives trimmed, ordered spans with nothing but white space between them', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '. ',
        '… ',
        ' « ',
        ' », ',
        '" ',
        '! ',
        '\n',
        '\n\n',
        '(',
        ') ',
        ' M. ',
        ' U.S. ',
        '\u00a0',
        ', ',
        '5 ',
      ),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.lorem({ maxCount: 8 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.constantFrom<Language>('fr', 'en'), (pieces, language) => {
        const text = pieces.join('');
        let last = 0;
        for (const { start, end } of sentenceSpans(text, language)) {
          expect(text.slice(last, start).trim()).toBe('');
          expect(start).toBeLessThan(end);
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          expect(text.slice(start, end)).not.toContain('\n');
          last = end;
        }
        expect(text.slice(last).trim()).toBe('');
      }),
    );
  });

  it('bounds a text without punctuation and never cuts a character in two', () => {
    const text = `${'mot '.repeat(2000)}${'😀'.repeat(2000)}`;
    for (const sentence of sentences(text)) {
      expect(sentence.length).toBeLessThanOrEqual(1200);
      expect(sentence).not.toMatch(/^[\udc00-\udfff]/);
    }
  });
});
