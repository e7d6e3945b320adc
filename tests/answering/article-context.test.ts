import { describe, expect, it } from 'vitest';
import { madeUpFile, name } from './made-up-file.ts';

const filler = 'Les habitants regardent passer les bateaux sur la rivière voisine. '.repeat(20);
const ask = madeUpFile(
  [
    {
      id: 'near',
      text: 'La maire Hélène Vasseur a visité le vieux viaduc hier. Elle y a trouvé quatorze fissures profondes. Les habitants attendent encore des réponses claires.',
    },
    {
      id: 'far',
      text: `La maire Hélène Vasseur a visité le vieux viaduc hier. ${filler}Quatorze fissures profondes inquiètent les ingénieurs du canton.`,
    },
    { id: 'titled', title: 'Hélène Vasseur parle', text: 'Quatorze fissures profondes inquiètent les ingénieurs.' },
    { id: 'other', text: 'Le marché couvert ouvre dimanche devant la gare centrale.' },
  ],
  [name('person', 'Hélène Vasseur', 'Vasseur')],
);
const asked = 'Combien de fissures Hélène Vasseur a-t-elle vues sur le viaduc ?';
const found = ask(asked);
const contextOf = async (article: string, words: string) =>
  (await found).ranked.find((candidate) => candidate.article.id === article && candidate.text.includes(words))!.context;

describe('what the article says for a sentence', () => {
  it('counts what the sentence before names, less than if it stood in the sentence itself', async () => {
    const { window } = await contextOf('near', 'quatorze fissures');
    expect(window).toBeGreaterThan((await contextOf('titled', 'Quatorze')).window);
    expect(window).toBeLessThan(1);
  });

  it('counts nothing that stands far away around the sentence, but all of it for the article', async () => {
    const [near, far] = [await contextOf('near', 'quatorze fissures'), await contextOf('far', 'Quatorze fissures')];
    expect(far.window).toBeLessThan(near.window);
    expect(far.article).toBeCloseTo(near.article);
  });

  it('finds the names in the text or in the title', async () => {
    expect((await contextOf('far', 'Quatorze')).names).toBe(1);
    expect((await contextOf('titled', 'Quatorze')).names).toBe(1);
    expect((await contextOf('other', 'marché')).names).toBe(0);
  });

  it('is the same for all sentences of one article but for the window and the opening', async () => {
    const [first, last] = [await contextOf('near', 'La maire'), await contextOf('near', 'réponses')];
    expect({ ...last, window: first.window, opens: first.opens }).toEqual(first);
    expect([first.opens, last.opens]).toEqual([true, false]);
  });

  it('gives shares only, the window never above the article', async () => {
    for (const { context } of (await found).ranked) {
      const { window, article, names, bestSentence } = context;
      for (const share of [window, article, names, bestSentence]) {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1 + 1e-9);
      }
      expect(window).toBeLessThanOrEqual(article + 1e-9);
    }
  });

  it('takes the names for found where the question has none', async () => {
    const { ranked } = await ask('Combien de fissures ?');
    expect(ranked.map(({ context }) => context.names)).toEqual(ranked.map(() => 1));
  });

  it('gives 0 where nothing is asked', async () => {
    const { ranked } = await ask('?');
    expect(ranked.every(({ context }) => context.window === 0 && context.article === 0)).toBe(true);
  });
});
