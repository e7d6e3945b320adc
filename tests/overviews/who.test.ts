import { beforeAll, describe, expect, it } from 'vitest';
import type { CheckParts } from '../../src/overviews/check.ts';
import { rolesAround } from '../../src/overviews/roles.ts';
import { createWho } from '../../src/overviews/who.ts';
import type { Language } from '../../src/types.ts';
import { misquoted, otherAffair } from './other-affair.ts';

describe('roles around a name', () => {
  it.each<[string, string, Language, string[]]>([
    [
      'Eyal Hulata, conseiller national à la sécurité d’Israël, y avait été dépêché.',
      'Eyal Hulata',
      'fr',
      ['conseiller national à la sécurité d’Israël'],
    ],
    [
      'Reçu par le ministre israélien de la Défense Benny Gantz, il se tait.',
      'Benny Gantz',
      'fr',
      ['ministre israélien de la Défense'],
    ],
    [
      'le ministre marocain de l’Intérieur, Abdelouafi Laftit, porte plainte',
      'Abdelouafi Laftit',
      'fr',
      ['ministre marocain de l’Intérieur'],
    ],
    [
      'Israeli national security adviser Eyal Hulata went to Paris.',
      'Eyal Hulata',
      'en',
      ['Israeli national security adviser'],
    ],
    [
      'He met Emmanuel Bonne, the French president’s top adviser, over claims.',
      'Emmanuel Bonne',
      'en',
      ['French president’s top adviser'],
    ],
    ['The head of NSO, Shalev Hulio, says so.', 'Shalev Hulio', 'en', ['head of NSO']],
    ['Bennett avait envoyé à Paris Benny Gantz.', 'Benny Gantz', 'fr', []],
    ['Macron, qui juge les faits graves, se tait.', 'Macron', 'fr', []],
    ['Selon Le Monde, la liste comprend l’ancien Premier ministre.', 'Le Monde', 'fr', []],
  ])('%s', (sentence, name, language, expected) => {
    const start = sentence.indexOf(name);
    const spans = rolesAround(sentence, { start, end: start + name.length }, language);
    expect(spans.map((span) => sentence.slice(span.start, span.end))).toEqual(expected);
  });
});

describe('who somebody is', () => {
  let parts: CheckParts;
  let who: ReturnType<typeof createWho>;
  beforeAll(async () => {
    parts = await otherAffair();
    who = createWho(parts);
  });

  it('gives roles, first and last mention, and quotes', async () => {
    const profile = await who('Hélène Vasseur', { language: 'fr' });
    expect(profile?.entry.canonical).toBe('Hélène Vasseur');
    expect(profile?.roles.map(({ text }) => text)).toContain('maire de Valbrune');
    expect(profile?.roles[0]?.date).toBe('2024-03-04');
    expect(profile?.firstMention?.published).toBe('2024-03-04');
    expect(profile?.statements.length).toBeGreaterThan(1);
    expect(misquoted(profile?.citations ?? [], parts.dossier)).toEqual([]);
    const used = [...(profile?.roles ?? []), ...(profile?.statements ?? [])].flatMap(({ markers }) => markers);
    expect(new Set(used)).toEqual(new Set(profile?.citations.map(({ marker }) => marker)));
  });

  it.each(['vasseur', 'Helen Vaseur', 'hélène vaseur', 'Vasseru'])('knows “%s”', async (spelling) => {
    expect((await who(spelling, { language: 'en' }))?.entry.canonical).toBe('Hélène Vasseur');
  });

  it('holds apart two people of one surname', async () => {
    const marc = await who('Marc Ferrand', { language: 'fr' });
    const nadia = await who('Nadia Ferrand', { language: 'fr' });
    expect(marc?.roles.map(({ text }) => text)).toEqual(['président du conseil départemental']);
    expect(nadia?.roles.map(({ text }) => text).join()).toContain('auteure du rapport');
  });

  it('knows nobody whom the file, or the file as of a day, does not name', async () => {
    expect(await who('Jules César', { language: 'fr' })).toBeNull();
    expect(await who('Simon Delcourt', { language: 'fr', asOf: '2024-03-10' })).toBeNull();
    expect(await who('', { language: 'fr' })).toBeNull();
  });
});
