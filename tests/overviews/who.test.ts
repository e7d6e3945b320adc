import { beforeAll, describe, expect, it } from 'vitest';
import type { CheckParts } from '../../src/overviews/check.ts';
import { endOfLeaving, rolesAround } from '../../src/overviews/roles.ts';
import { createWho } from '../../src/overviews/who.ts';
import type { Language } from '../../src/types.ts';
import { misquoted, otherAffair } from './other-affair.ts';
import { smallFile } from './small-file.ts';

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
    ['Les ministres Anne Roy (Santé, à Paris) et Paul Lemaire (Sports) se taisent.', 'Anne Roy', 'fr', ['Santé']],
    ['On y voit Anne Roy (ministre de la Santé) en mai.', 'Anne Roy', 'fr', ['ministre de la Santé']],
    ['On y voit Anne Roy (à gauche) en mai.', 'Anne Roy', 'fr', []],
    [
      'Anne Roy, ministre de la Santé et ancienne maire de Sourde, se tait.',
      'Anne Roy',
      'fr',
      ['ministre de la Santé', 'ancienne maire de Sourde'],
    ],
    ['Bennett avait envoyé à Paris Benny Gantz.', 'Benny Gantz', 'fr', []],
    ['Macron, qui juge les faits graves, se tait.', 'Macron', 'fr', []],
    ['Selon Le Monde, la liste comprend l’ancien Premier ministre.', 'Le Monde', 'fr', []],
  ])('%s', (sentence, name, language, expected) => {
    const start = sentence.indexOf(name);
    const spans = rolesAround(sentence, { start, end: start + name.length }, language);
    expect(spans.map((span) => sentence.slice(span.start, span.end))).toEqual(expected);
  });
});

describe('a role that was given up', () => {
  it.each([
    [', qui a démissionné en mai, se tait.', ', qui a démissionné en mai'],
    [', who was dismissed in May; she', ', who was dismissed in May'],
    [', qui a limogé son directeur, se tait.', null],
    [', qui n’a pas démissionné, se tait.', null],
    [', qui a quitté Valbrune, se tait.', null],
    [' a démissionné.', null],
  ])('is told by “%s”: %s', (rest, clause) => {
    const end = endOfLeaving(rest, 0);
    expect(end === null ? null : rest.slice(0, end)).toBe(clause);
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

describe('somebody in a small file', () => {
  const text = (rest: string) => `Anne Roy ${rest}`;
  const parts = smallFile(
    [
      { text: text('a quitté Valbrune sans un mot.'), published: '2024-10', outlet: 'Le Courrier' },
      { text: text('a visité le pont des Tanneurs.'), published: '2024-10-21', outlet: 'La Gazette' },
      { text: 'La visite a duré une heure.', title: 'La ministre Anne Roy au pont', published: '2024-10-12' },
      { text: text('et « Ane Roi » ne font qu’une.'), published: '2024-11-02', outlet: 'Radio Sourde' },
    ],
    [['Anne Roy', 'Ane Roi']],
  );
  const who = createWho(parts);

  it('is named in titles too, and in an article of a month after those of its days', async () => {
    const profile = await who('Anne Roy', { language: 'fr' });
    expect(profile?.entry.articleIds).toHaveLength(4);
    expect(profile?.firstMention?.published).toBe('2024-10-12');
    const order = profile?.citations.map(({ published }) => published);
    expect(order).toEqual(['2024-10-21', '2024-10', '2024-11-02']);
  });

  it('is counted and spelt, as of a day, by what had been published', async () => {
    const profile = await who('Anne Roy', { language: 'fr', asOf: '2024-10-31' });
    expect(profile?.entry.articleIds).toHaveLength(3);
    expect(profile?.entry.variants).toEqual(['Anne Roy']);
    expect(profile?.lastMention?.published).toBe('2024-10');
  });

  it('is not given a role by the day of an article that says it was given up', async () => {
    const told = 'Le dossier revient sur Anne Roy, ministre de la Santé, qui a remis sa démission le 16 juillet 2019.';
    const left = smallFile([{ text: told, published: '2024-10-21' }], [['Anne Roy']]);
    const profile = await createWho(left)('Anne Roy', { language: 'fr' });
    expect(profile?.roles).toEqual([
      { text: 'ministre de la Santé, qui a remis sa démission le 16 juillet 2019', date: null, markers: [1] },
    ]);
  });
});
