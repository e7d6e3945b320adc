import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type CheckParts, createCheck } from '../../src/overviews/check.ts';
import type { VerdictKind } from '../../src/types.ts';
import { misquoted, otherAffair } from './other-affair.ts';

describe('a claim held against the file', () => {
  let parts: CheckParts;
  let check: ReturnType<typeof createCheck>;
  beforeAll(async () => {
    parts = await otherAffair();
    check = createCheck(parts);
  });

  it.each<[string, VerdictKind]>([
    ['Hélène Vasseur a fermé le pont des Tanneurs', 'supported'],
    ['Simon Delcourt a démissionné', 'supported'],
    ['Simon Delcourt resigned', 'supported'],
    ['Les lignes d’autobus 4 et 7 sont détournées', 'supported'],
    ['Le rapport compte 14 fissures', 'disputed'],
    ['La dernière visite remonte à septembre 2019', 'attributed'],
    ['La réparation coûtera 6,2 millions d’euros', 'disputed'],
    ['La réparation coûtera 20 millions d’euros', 'contradicted'],
    ['Hélène Vasseur a reçu une lettre de Halden et Moor en 2022', 'contradicted'],
    ['L’entreprise des travaux a été choisie', 'contradicted'],
    ['Hélène Vasseur a démissionné', 'absent'],
    ['Le pont s’est effondré', 'absent'],
    ['Vladimir Poutine a inspecté le pont', 'absent'],
    ['Hélène Vasseur', 'absent'],
    ['', 'absent'],
  ])('%s: %s', async (claim, expected) => {
    const verdict = await check(claim, { language: 'fr' });
    expect(verdict.verdict).toBe(expected);
    expect(misquoted(verdict.citations, parts.dossier)).toEqual([]);
    const used = [...verdict.supporting, ...verdict.opposing].flatMap(({ markers }) => markers);
    expect(new Set(used)).toEqual(new Set(verdict.citations.map(({ marker }) => marker)));
  });

  it('shows quotes on the side where they stand, and none for an absent claim', async () => {
    const contradicted = await check('L’entreprise des travaux a été choisie', { language: 'fr' });
    expect(contradicted.supporting).toEqual([]);
    expect(contradicted.opposing[0]?.text).toContain("L'entreprise n'a pas été choisie.");
    const absent = await check('Le pont s’est effondré', { language: 'fr' });
    expect([...absent.supporting, ...absent.opposing, ...absent.citations]).toEqual([]);
  });

  it('answers any text with a verdict', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 60 }), async (claim) => {
        expect((await check(claim, { language: 'en' })).claim).toBe(claim);
      }),
      { numRuns: 15 },
    );
  });
});
