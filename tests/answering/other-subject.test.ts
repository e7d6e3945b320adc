import { describe, expect, it } from 'vitest';
import { isAboutOthers, speaksOfOthers } from '../../src/answering/other-subject.ts';
import { madeUpFile, name } from './made-up-file.ts';

const ask = madeUpFile(
  [{ id: 'a', text: 'Rabat dément avoir acheté le logiciel auprès de cette société allemande.' }],
  [name('place', 'France'), name('place', 'Maroc', 'Rabat'), name('person', 'Hélène Vasseur', 'Vasseur')],
);
const speaks = async (text: string, kind: 'person' | 'place') => {
  const { question, ranked } = await ask(text);
  return speaksOfOthers(question, ranked[0]!, kind);
};

describe('a sentence about others than those asked about', () => {
  it('names another country only', async () => {
    expect(await speaks('La France a-t-elle acheté le logiciel ?', 'place')).toBe(true);
  });

  it('is not one that names the country by its capital', async () => {
    expect(await speaks('Le Maroc a-t-il acheté le logiciel ?', 'place')).toBe(false);
  });

  it('is not one that names nobody of the kind', async () => {
    expect(await speaks('Vasseur a-t-elle acheté le logiciel ?', 'person')).toBe(false);
  });

  it('is not one that a question of where or which asks for', async () => {
    expect(await speaks('Quel pays proche de la France a acheté le logiciel ?', 'place')).toBe(false);
  });

  it('decides nothing of the country asked about, and is ranked with that in view', async () => {
    const { question, ranked } = await ask('La France a-t-elle acheté le logiciel ?');
    expect(isAboutOthers(question, ranked[0]!)).toBe(true);
    expect(ranked[0]!.signals.decidesOfOthers).toBe(1);
    const elsewhere = await ask('Où la France a-t-elle acheté le logiciel ?');
    expect(elsewhere.ranked[0]!.signals.decidesOfOthers).toBe(0);
  });
});
