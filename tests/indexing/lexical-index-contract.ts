import { expect, test } from 'vitest';
import type { LexicalEntry, LexicalIndex, LexicalSearchOptions } from '../../src/indexing/search-index.ts';

const french = (id: string, text: string, title = ''): LexicalEntry => ({
  id,
  title,
  text,
  language: 'fr',
  published: null,
  outlet: null,
});
const english = (id: string, text: string): LexicalEntry => ({ ...french(id, text), language: 'en' });

/** What every lexical index keeps to. `reopen` gives the same index as another process would find it. */
export function lexicalIndexContract(
  name: string,
  create: () => Promise<LexicalIndex>,
  reopen: (index: LexicalIndex) => Promise<LexicalIndex>,
): void {
  const check = (
    title: string,
    entries: readonly LexicalEntry[],
    run: (
      ids: (query: string, options?: Partial<LexicalSearchOptions>) => Promise<string[]>,
      index: LexicalIndex,
    ) => Promise<void>,
  ) =>
    test(`${name}: ${title}`, async () => {
      let index = await create();
      await index.upsert(entries);
      for (let round = 0; round < 2; round++) {
        await run(
          async (query, options) => (await index.search(query, { limit: 10, ...options })).map(({ id }) => id),
          index,
        );
        index = await reopen(index);
      }
    });

  check(
    'finds inflections, without regard to accents, case, ligatures or elisions',
    [french('a', 'Les négociations secrètes de l’Élysée'), french('b', 'Un nœud ferroviaire')],
    async (ids) => {
      expect(await ids('negociation')).toEqual(['a']);
      expect(await ids("l'elysee")).toEqual(['a']);
      expect(await ids('NOEUDS')).toEqual(['b']);
      expect(await ids('Qui a négocié à l’Élysée ?')).toEqual(['a']);
    },
  );
  check(
    'finds English inflections in English texts, and names across the languages',
    [english('a', 'Bennett’s advisers were negotiating'), french('b', 'Le conseiller de Bennett négociait')],
    async (ids) => {
      expect(await ids('Who was the adviser negotiating with?')).toEqual(['a']);
      expect((await ids('Bennett')).sort()).toEqual(['a', 'b']);
    },
  );
  check(
    'finds numbers however they are written',
    [
      french('a', 'une liste de 50 000 numéros'),
      english('b', 'a list of 12,500 numbers'),
      french('c', 'soit 14,2 milliards'),
    ],
    async (ids) => {
      expect(await ids('50000')).toEqual(['a']);
      expect(await ids('50.000')).toEqual(['a']);
      expect(await ids('12 500')).toEqual(['b']);
      expect(await ids('14.2')).toEqual(['c']);
    },
  );
  check(
    'mends a typing error only in words that it does not have',
    [french('a', 'Eyal Hulata à Paris'), french('b', 'Le ministre Parly'), french('c', 'Paris et Paras')],
    async (ids) => {
      expect(await ids('Hulatta')).toEqual(['a']);
      expect((await ids('Paris')).sort()).toEqual(['a', 'c']);
    },
  );
  check('finds nothing for function words, punctuation or nothing', [french('a', 'Qui que ce soit')], async (ids) => {
    for (const query of ['', '  ', '?!', 'qui est-ce que', 'what is the']) expect(await ids(query)).toEqual([]);
  });
  check(
    'ranks a passage with more of the words first, and gives scores in order',
    [
      french('one', 'Le logiciel Pegasus'),
      french('two', 'Le logiciel Pegasus du groupe NSO'),
      french('none', 'Autre chose'),
    ],
    async (ids, index) => {
      expect((await ids('logiciel Pegasus de NSO'))[0]).toBe('two');
      const scores = (await index.search('logiciel Pegasus', { limit: 10 })).map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      expect(Math.min(...scores)).toBeGreaterThan(0);
    },
  );
  check(
    'finds a passage by its title',
    [french('a', 'Il a nié.', 'Le Maroc et Pegasus'), french('b', 'Elle a nié.', 'Le Maroc')],
    async (ids) => expect(await ids('Pegasus')).toEqual(['a']),
  );
  check(
    'keeps to the limit, but scores what is asked for by id as well',
    ['a', 'b', 'c', 'd'].map((id, i) => french(id, `Pegasus ${'mot '.repeat(i * 4)}`)),
    async (ids) => {
      expect(await ids('Pegasus', { limit: 2 })).toEqual(['a', 'b']);
      expect(await ids('Pegasus', { limit: 2, include: ['d', 'unknown'] })).toEqual(['a', 'b', 'd']);
    },
  );
  check(
    'filters by day and by outlet, also what is asked for by id',
    [
      { ...french('july', 'Pegasus'), published: '2021-07-18', outlet: 'Le Monde' },
      { ...french('october', 'Pegasus'), published: '2021-10-21', outlet: 'Axios' },
      { ...french('undated', 'Pegasus'), outlet: 'Axios' },
    ],
    async (ids) => {
      expect(await ids('Pegasus', { filter: { asOf: '2021-08' } })).toEqual(['july']);
      expect((await ids('Pegasus', { filter: { outlet: 'axios' } })).sort()).toEqual(['october', 'undated']);
      expect(await ids('Pegasus', { limit: 1, include: ['undated'], filter: { asOf: '2021' } })).not.toContain(
        'undated',
      );
    },
  );

  test(`${name}: replaces an entry written again, and forgets one that is removed`, async () => {
    let index = await create();
    await index.upsert([french('a', 'Pegasus'), french('b', 'Predator')]);
    await index.upsert([french('a', 'Candiru')]);
    await index.remove(['b', 'unknown']);
    for (let round = 0; round < 2; round++) {
      expect(await index.count()).toBe(1);
      for (const query of ['Pegasus', 'Predator']) expect(await index.search(query, { limit: 5 })).toEqual([]);
      expect((await index.search('Candiru', { limit: 5 })).map(({ id }) => id)).toEqual(['a']);
      index = await reopen(index);
    }
    await index.upsert([french('b', 'Predator')]);
    expect((await index.search('Predator', { limit: 5 })).map(({ id }) => id)).toEqual(['b']);
  });
}
