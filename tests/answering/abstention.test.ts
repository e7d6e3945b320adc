import { describe, expect, it } from 'vitest';
import { abstains, abstentionSignals } from '../../src/answering/abstention.ts';
import { madeUpFile, name } from './made-up-file.ts';

const ask = madeUpFile(
  [
    {
      id: 'a',
      text: 'La maire Hélène Vasseur a fermé le viaduc mardi. Les ingénieurs ont compté quatorze fissures sur le viaduc. Le chantier coûtera deux millions d’euros.',
    },
    { id: 'b', text: 'Le conseil municipal soutient Hélène Vasseur. Les piétons passent toujours par la rive droite.' },
  ],
  [name('person', 'Hélène Vasseur', 'Vasseur'), name('person', 'Marc Tellier', 'Tellier')],
);
const signals = async (text: string) => {
  const { question, ranked } = await ask(text);
  return abstentionSignals(question, ranked);
};
const shares = ['coverage', 'focus', 'articleNames'] as const;
const flags = ['namesApart', 'hasPredicate', 'onlyNames', 'asksYesNo', 'asksWhy', 'asksWho'] as const;

describe('what speaks for the file telling', () => {
  it.each([
    'Combien de fissures les ingénieurs ont-ils comptées ?',
    'Pourquoi Hélène Vasseur a-t-elle fermé le viaduc ?',
    'Qui est Marc Tellier ?',
    'Le zorglub a-t-il mangé la lune ?',
    'Hélène Vasseur ?',
  ])('lies within its range for "%s"', async (text) => {
    const found = await signals(text);
    for (const share of shares) {
      expect(found[share], share).toBeGreaterThanOrEqual(0);
      expect(found[share], share).toBeLessThanOrEqual(1 + 1e-9);
    }
    for (const flag of flags) expect([0, 1], flag).toContain(found[flag]);
    for (const value of Object.values(found)) expect(Number.isFinite(value)).toBe(true);
    for (const sum of ['evidence', 'presumedMissing', 'missingSpecific'] as const)
      expect(found[sum], sum).toBeGreaterThanOrEqual(0);
  });

  it('notices a word that nothing covers, and covers less for it', async () => {
    const [told, untold] = [
      await signals('Qui a fermé le viaduc ?'),
      await signals('Qui a fermé le viaduc avec un hélicoptère ?'),
    ];
    expect(told.missingSpecific).toBe(0);
    for (const signal of ['missingSpecific', 'presumedMissing'] as const)
      expect(untold[signal], signal).toBeGreaterThan(told[signal]);
    expect(untold.coverage).toBeLessThan(told.coverage);
  });

  it('presumes nothing in a yes/no question', async () => {
    const found = await signals('Le viaduc a-t-il été fermé avec un hélicoptère ?');
    expect(found).toMatchObject({ presumedMissing: 0, namesApart: 0, asksYesNo: 1 });
    expect(found.missingSpecific).toBeGreaterThan(0);
  });

  it('asks of one sentence what is done and by whom', async () => {
    const told = await signals('Quand Hélène Vasseur a-t-elle fermé le viaduc ?');
    const apart = await signals('Quand Marc Tellier a-t-il fermé le viaduc ?');
    expect([told.hasPredicate, apart.hasPredicate]).toEqual([1, 1]);
    expect(told.predicateOfNames).toBeGreaterThan(apart.predicateOfNames);
  });

  it('tells a question of names alone', async () => {
    expect((await signals('Qui est Hélène Vasseur ?')).onlyNames).toBe(1);
    expect((await signals('Qui a fermé le viaduc ?')).onlyNames).toBe(0);
  });
});

describe('abstaining', () => {
  const reason = async (text: string) => {
    const { question, ranked } = await ask(text);
    return abstains(question, ranked)?.reason;
  };

  it('leaves alone what the file tells', async () => {
    expect(await reason('Combien de fissures les ingénieurs ont-ils comptées sur le viaduc ?')).toBeUndefined();
    expect(await reason('Qui est Hélène Vasseur ?')).toBeUndefined();
  });

  it('says when nothing is asked, or something else altogether', async () => {
    expect(await reason('?')).toBe('off-topic');
    expect(await reason('Comment cuire des lasagnes au saumon ?')).toBe('off-topic');
  });

  it('says when the file knows nobody of that name', async () => {
    expect(await reason('Le viaduc plaît-il à Zorglub ?')).toBe('not-in-file');
    expect(await reason('Qui est Marc Tellier ?')).toBe('not-in-file');
  });

  it('does not answer by a sentence without the value that is asked for', async () => {
    expect(await reason('Combien de fissures ?')).toBeUndefined();
    expect(await reason('Combien de piétons ?')).toBe('not-in-file');
  });

  it('says so when nothing was found', async () => {
    const { question } = await ask('Qui a fermé le viaduc ?');
    expect(abstains(question, [])).toEqual({ reason: 'not-in-file', missing: [] });
  });

  it('lists the words that nothing covers', async () => {
    const { question, ranked } = await ask('Pourquoi Hélène Vasseur a-t-elle acheté un hélicoptère ?', -5);
    const abstention = abstains(question, ranked);
    expect(abstention?.reason).toBe('false-premise');
    expect(abstention?.missing).toContain('helicoptere');
  });
});
