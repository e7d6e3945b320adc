import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../src/answering/ranking.ts';
import { versionOdds, versionSignals } from '../../src/answering/version-odds.ts';
import { asAlike, madeUpFile } from './made-up-file.ts';
import { howMany, moreCracks, whether } from './viaduct.ts';

async function pair(asked: string, texts: readonly string[], answers?: number) {
  const { question, statements } = await madeUpFile(texts.map((text, at) => ({ id: `abc`[at]!, text })))(
    asked,
    answers,
  );
  const [best, other] = statements.map(({ lead }) => lead) as [Candidate, Candidate];
  return { question, best, other };
}

describe('the odds that a sentence tells another version', () => {
  it('rise with what both have in common and with what the reader makes of it', async () => {
    const { question, best, other } = await pair(howMany, moreCracks, 1);
    const odds = versionOdds(question, best, other, asAlike());
    expect(odds).toBeGreaterThan(versionOdds(question, best, other, 0));
    const doubted = { ...other, reading: { ...other.reading!, answers: -5 } };
    expect(odds).toBeGreaterThan(versionOdds(question, best, doubted, asAlike()));
  });

  it('are even lower where the best was read and the other one was too unlikely to be', async () => {
    const { question, best, other } = await pair(howMany, moreCracks, 1);
    const { reads, unread } = versionSignals(question, best, { ...other, reading: undefined }, asAlike());
    expect(reads).toBeLessThan(-5);
    expect(unread).toBe(1);
  });

  it('know what differs, by what is asked for', async () => {
    const numbers = await pair(howMany, moreCracks);
    expect(versionSignals(numbers.question, numbers.best, numbers.other, 0)).toMatchObject({
      otherNumber: 1,
      otherDate: 0,
      otherName: 0,
      otherStance: 0,
      unread: 0,
    });
    const stances = await pair(whether, [
      'La mairie a acheté le terrain du viaduc.',
      'La mairie nie avoir acheté le terrain du viaduc.',
    ]);
    expect(versionSignals(stances.question, stances.best, stances.other, 0)).toMatchObject({
      otherNumber: 0,
      otherStance: 1,
    });
  });
});
