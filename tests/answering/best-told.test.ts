import { describe, expect, it } from 'vitest';
import { bestTold } from '../../src/answering/best-told.ts';
import type { Candidate } from '../../src/answering/ranking.ts';
import type { Language } from '../../src/types.ts';
import { madeUpFile, name } from './made-up-file.ts';

const ask = madeUpFile(
  [
    { id: 'misspelt', text: 'Hélène Vasseur a rencontré « Marc Telier » au port mardi matin.' },
    { id: 'french', text: 'La maire Hélène Vasseur a rencontré mardi Marc Tellier au port.' },
    { id: 'english', language: 'en', text: 'Mayor Hélène Vasseur met Marc Tellier at the port on Tuesday.' },
    { id: 'without', text: 'La maire Hélène Vasseur a rencontré quelqu’un au port mardi.' },
  ],
  [name('person', 'Hélène Vasseur', 'Vasseur'), name('person', 'Marc Tellier', 'Tellier', 'Marc Telier')],
);

async function ledBy(language: Language, first: string, others: readonly string[], behind = 0.5): Promise<string> {
  const { ranked, dossier } = await ask('Qui Hélène Vasseur a-t-elle rencontré au port ?');
  const told = (id: string, score: number): Candidate => ({
    ...ranked.find(({ article }) => article.id === id)!,
    score,
  });
  const statement = { lead: told(first, 3), support: others.map((id) => told(id, 3 - behind)) };
  const { lead, support } = bestTold(statement, dossier.names, language);
  const kept = [first, ...others].filter((id) => id !== 'without');
  expect(new Set([lead, ...support].map(({ article }) => article.id))).toEqual(new Set(kept));
  return lead.article.id;
}

describe('the sentence that leads a statement', () => {
  it('is one that spells names in the main way', async () => {
    expect(await ledBy('fr', 'misspelt', ['english', 'french'])).toBe('french');
    expect(await ledBy('fr', 'misspelt', ['english'])).toBe('english');
  });

  it("is one in the reader's language", async () => {
    expect(await ledBy('en', 'french', ['english'])).toBe('english');
    expect(await ledBy('fr', 'english', ['french'])).toBe('french');
  });

  it('stays the first where the others lack what is asked for, and then do not count as sources, or tell it less well', async () => {
    expect(await ledBy('fr', 'english', ['without'])).toBe('english');
    expect(await ledBy('fr', 'misspelt', ['french'], 4)).toBe('misspelt');
  });
});
