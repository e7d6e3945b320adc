import { describe, expect, it } from 'vitest';
import { lookUpOutlet, unknownOutletText } from '../../src/surfaces/known-outlet.ts';
import { createTexts } from '../../src/surfaces/texts/texts.ts';

const outlets = [
  'La Gazette',
  'La Gazette (édition du soir)',
  'Le Courrier de Valbrune',
  'Radio Rive (via un portail)',
];
const lookUp = (typed: string) => lookUpOutlet(typed, outlets);

describe('an outlet as a person types it', () => {
  it('is found whatever its case and accents, and by its main name', () => {
    expect(lookUp('la gazette')).toEqual({ kind: 'known', outlet: 'La Gazette' });
    expect(lookUp('LA GAZETTE (edition du soir)')).toEqual({ kind: 'known', outlet: 'La Gazette (édition du soir)' });
    expect(lookUp('Radio Rive')).toEqual({ kind: 'known', outlet: 'Radio Rive (via un portail)' });
  });

  it('is told to be unknown, with those that may be meant', () => {
    expect(lookUp('Courrier')).toMatchObject({ kind: 'unknown', meant: ['Le Courrier de Valbrune'] });
    expect(lookUp('Radio Rivr')).toMatchObject({ kind: 'unknown', meant: ['Radio Rive (via un portail)'] });
    expect(lookUp('Nimporte')).toMatchObject({ kind: 'unknown', meant: [] });
    expect(lookUp(' ')).toMatchObject({ kind: 'unknown' });
  });

  it('is named in the message, in both languages', () => {
    const texts = createTexts();
    const unknown = { kind: 'unknown', typed: 'Gazete', meant: ['La Gazette'] } as const;
    expect(unknownOutletText(unknown, texts.fr)).toMatch(/Gazete.*Vouliez-vous dire.*La Gazette/);
    expect(unknownOutletText(unknown, texts.en)).toMatch(/Gazete.*Did you mean: La Gazette\?/);
  });
});
