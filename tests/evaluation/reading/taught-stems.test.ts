import { describe, expect, test } from 'vitest';
import { parseAffair } from '../../../src/evaluation/reading/affair.ts';
import { taughtStems } from '../../../src/evaluation/reading/taught-stems.ts';

const affair = parseAffair(
  [
    'A | a1 | fr | Le Relais | 2019-03-12 | Le port',
    '1 Ferrand démissionne ; la grue est vendue.',
    '2 Elle avait démissionné une fois.',
    'A | a2 | en | Harbour Gazette | 2019-03-13 | The port',
    '1 She resigned and the crane was sold.',
    'Q | fr | when | near | Quand Ferrand a-t-elle démissionné ? | a1.1="démissionne"',
  ].join('\n'),
  'port',
);

describe('the stems that the reader learns something about', () => {
  test('count the inflections of a word in articles and questions together', () => {
    expect(taughtStems([affair], 3)).toEqual(['demission']);
  });

  test('are words of both languages, but no names and no function words', () => {
    const stems = taughtStems([affair], 1);
    expect(stems).toEqual(expect.arrayContaining(['demission', 'resign', 'crane', 'gru']));
    for (const word of ['ferrand', 'elle', 'the', 'est']) expect(stems).not.toContain(word);
  });

  test('are the same in whatever order the affairs come', () => {
    const other = { ...affair, articles: affair.articles.slice(1), questions: [] };
    expect(taughtStems([affair, other], 1)).toEqual(taughtStems([other, affair], 1));
  });
});
