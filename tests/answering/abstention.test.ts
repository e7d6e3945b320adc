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

  const untold = async (text: string) => {
    const { question, ranked } = await ask(text, -5);
    return abstains(question, ranked);
  };

  it('names what is taken for done and stands nowhere, as typed', async () => {
    expect(await untold('Pourquoi Hélène Vasseur a-t-elle démissionné ?')).toEqual({
      reason: 'false-premise',
      missing: ['démissionné'],
    });
    expect(await untold('Why did Vasseur resign?')).toEqual({ reason: 'false-premise', missing: ['resign'] });
  });

  it('does not deny what the file tells of because of another word', async () => {
    expect(await untold('Pourquoi Hélène Vasseur a-t-elle fermé l’Académie ?')).toEqual({
      reason: 'not-in-file',
      missing: ['Académie'],
    });
  });

  it('says that the file does not tell it of whom the question names, when it tells it of another', async () => {
    expect(await untold('Quand Marc Tellier a-t-il fermé le viaduc ?')).toEqual({
      reason: 'false-premise',
      missing: ['fermé'],
    });
  });

  it.each([
    'Quel jour la fermeture du viaduc par Hélène Vasseur a-t-elle eu lieu ?',
    'When did Vasseur’s closing of the viaduc take place?',
    'Pourquoi Hélène Vasseur est-elle allée au marché ?',
    'When was Vasseur supposed to resign?',
  ])('takes no light verb for what was done: "%s"', async (text) => {
    expect((await untold(text))?.reason).not.toBe('false-premise');
    expect((await untold(text))?.missing).not.toEqual(expect.arrayContaining(['lieu']));
    expect((await untold(text))?.missing).not.toEqual(expect.arrayContaining(['place']));
  });

  it('covers a word by any of the best sentences, not by the first alone', async () => {
    const abstention = await untold('Pourquoi Hélène Vasseur a-t-elle fermé la rive droite aux piétons ?');
    expect(abstention?.missing).toEqual([]);
  });

  it('does not answer for another year', async () => {
    expect(await reason('Qui a fermé le viaduc ?')).toBeUndefined();
    expect(await reason('Qui a fermé le viaduc en 2024 ?')).toBeUndefined();
    expect(await reason('Qui a fermé le viaduc en 2019 ?')).toBe('not-in-file');
  });

  it.each(['Où se sont-ils vus ?', 'Et son adjoint ?', 'Where did they meet?', 'Pourquoi ?'])(
    'asks whom or what "%s" is about when nothing was said before',
    async (text) => expect(await reason(text)).toBe('no-antecedent'),
  );

  it.each(['Le conseil soutient-il la maire ?', 'Tellier a-t-il compté ses fissures ?', 'Did the mayor close it?'])(
    'sees that "%s" says itself whom it is about',
    async (text) => expect(await reason(text)).not.toBe('no-antecedent'),
  );

  it('does not repeat an answer for a follow-up whose own words stand nowhere', async () => {
    const { question, ranked } = await ask('Qui a fermé le viaduc ?');
    const followUp = {
      ...(await ask('Et le zorglub ?')).question,
      terms: [...(await ask('Et le zorglub ?')).question.terms, ...question.terms],
    };
    const inherited = followUp.terms.map((term) => ({ ...term, inherited: term.word !== 'zorglub' }));
    const covering = ranked.map((candidate) => ({
      ...candidate,
      coverage: { ...candidate.coverage, perTerm: [0, ...candidate.coverage.perTerm] },
    }));
    expect(abstains({ ...followUp, terms: inherited }, covering)).toEqual({
      reason: 'not-in-file',
      missing: ['zorglub'],
    });
  });
});
