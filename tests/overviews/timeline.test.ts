import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CheckParts } from '../../src/overviews/check.ts';
import { createTimeline } from '../../src/overviews/timeline.ts';
import { comparePartialDates, earliestDay, latestDay, toPartialDate } from '../../src/text/partial-date.ts';
import { misquoted, otherAffair } from './other-affair.ts';
import { smallFile } from './small-file.ts';

describe('the timeline', () => {
  let parts: CheckParts;
  let timeline: ReturnType<typeof createTimeline>;
  beforeAll(async () => {
    parts = await otherAffair();
    timeline = createTimeline(parts);
  });

  it('tells events in order, each an exact quote', async () => {
    const { events, citations } = await timeline({ language: 'fr' });
    expect(events.length).toBeGreaterThan(6);
    expect([...events].sort((a, b) => comparePartialDates(a.date, b.date))).toEqual(events);
    expect(misquoted(citations, parts.dossier)).toEqual([]);
    for (const event of events)
      expect(event.text).toBe(citations.find(({ marker }) => marker === event.markers[0])?.quote);
    const used = new Set(events.flatMap(({ markers }) => markers));
    expect([...used].sort((a, b) => a - b)).toEqual(citations.map(({ marker }) => marker));
  });

  it('dates events by what the sentence tells, not by the article', async () => {
    const { events } = await timeline({ language: 'fr' });
    expect(events.find(({ text }) => text.includes('a fermé lundi matin'))?.date).toBe('2024-03-04');
    expect(events.find(({ text }) => text.includes('resigned on 15 April'))?.date).toBe('2024-04-15');
    expect(events.find(({ text }) => text.includes('voté le 9 avril'))?.date).toBe('2024-04-09');
  });

  it('tells what several articles tell once, and counts a copied agency text as one source', async () => {
    const { events } = await timeline({ language: 'fr' });
    const inquiries = events.filter(({ text }) => text.includes('a ordonné mardi une enquête'));
    expect(inquiries).toHaveLength(1);
    expect(inquiries[0]?.markers.length).toBeGreaterThan(1);
    expect(inquiries[0]?.sources.independent).toBe(1);
  });

  it('can be limited to a name in any spelling', async () => {
    const exact = await timeline({ language: 'fr', name: 'Hélène Vasseur' });
    expect(exact.events.length).toBeGreaterThan(0);
    expect(await timeline({ language: 'fr', name: 'helen vaseur' })).toEqual(exact);
    expect((await timeline({ language: 'fr', name: 'Jules César' })).events).toEqual([]);
  });

  it('can be limited to an outlet and to what had been published by a day', async () => {
    const outlet = await timeline({ language: 'en', outlet: 'The Channel Herald' });
    expect(outlet.events.length).toBeGreaterThan(0);
    expect(new Set(outlet.citations.map((citation) => citation.outlet))).toEqual(new Set(['The Channel Herald']));
    const early = await timeline({ language: 'en', asOf: '2024-03-05' });
    expect(early.citations.length).toBeGreaterThan(0);
    for (const { published } of early.citations) expect(latestDay(published ?? '9999') <= '2024-03-05').toBe(true);
  });

  it('keeps to a period', async () => {
    const month = fc.tuple(fc.integer({ min: 2019, max: 2025 }), fc.integer({ min: 1, max: 12 }));
    await fc.assert(
      fc.asyncProperty(month, month, async ([fromYear, fromMonth], [toYear, toMonth]) => {
        const [from, to] = [toPartialDate(fromYear, fromMonth)!, toPartialDate(toYear, toMonth)!];
        const { events } = await timeline({ language: 'fr', from, to });
        for (const { date } of events) {
          expect(latestDay(date) >= earliestDay(from)).toBe(true);
          expect(earliestDay(date) <= latestDay(to)).toBe(true);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('stops when it is told to', async () => {
    await expect(timeline({ language: 'fr', signal: AbortSignal.abort() })).rejects.toThrow();
  });
});

describe('the dates of a timeline', () => {
  const told = async (texts: readonly string[], filter: object = {}) => {
    const articles = texts.map((text) => ({ text, published: '2024-12-20', outlet: 'Le Courrier' }));
    return (await createTimeline(smallFile(articles))({ language: 'fr', ...filter })).events;
  };

  it('put the end of a month after its days, and a season into its months', async () => {
    const events = await told([
      'Fin juillet 2024, le conseil municipal de Valbrune a adopté le budget du nouveau pont.',
      'Le 18 juillet 2024, la préfecture de Valbrune a publié le rapport des experts.',
      'À l’été 2024, la région a annoncé une aide pour les commerçants de Valbrune.',
      'En mars 2024, la maire de Valbrune a fermé le pont des Tanneurs.',
    ]);
    expect(events.map(({ text }) => text.split(',')[0])).toEqual([
      'En mars 2024',
      'À l’été 2024',
      'Le 18 juillet 2024',
      'Fin juillet 2024',
    ]);
  });

  it('are none where two dates only bound a stretch of time', async () => {
    expect(
      await told([
        'La région a versé neuf aides aux communes de Valbrune et de Sourde entre 2018 et 2021.',
        'La région a versé neuf aides aux communes de Valbrune et de Sourde de 2018 à 2021.',
      ]),
    ).toEqual([]);
  });

  it('of a whole year pass only a filter that holds the whole year', async () => {
    const texts = ['La région a annoncé en 2023 une aide pour les commerçants de Valbrune et de Sourde.'];
    expect(await told(texts, { from: '2023-07' })).toEqual([]);
    expect(await told(texts, { from: '2023-02', to: '2023-11' })).toEqual([]);
    expect(await told(texts, { from: '2023', to: '2023' })).toHaveLength(1);
    expect(await told(texts, { from: '2022-05', to: '2024-02' })).toHaveLength(1);
  });
});

describe('an event that leans on the sentence before', () => {
  const first = 'Le 25 mars 2024, le tribunal de Valbrune a rejeté la plainte de la région.';
  const second = 'La cour d’appel de Sourde le confirme le 12 avril 2024.';
  const events = async (text: string) =>
    (await createTimeline(smallFile([{ text, published: '2024-12-20' }]))({ language: 'fr' })).events;

  it('is told with it, though that one has a date of its own', async () => {
    expect((await events(`${first} ${second}`)).find(({ date }) => date === '2024-04-12')?.text).toBe(
      `${first} ${second}`,
    );
  });

  it('is left out where nothing before explains it', async () => {
    expect((await events(`${first}\n\n${second}`)).map(({ date }) => date)).toEqual(['2024-03-25']);
    expect(await events(second)).toEqual([]);
  });
});

describe('the timeline of a name', () => {
  const parts = smallFile(
    [
      { text: 'Le 3 mars 2024, la mairie a ordonné le gel d’une bonne partie des travaux.', published: '2024-03-04' },
      { text: 'Le 5 mars 2024, le ministre Luc Bonne a annoncé la reprise des travaux.', published: '2024-03-06' },
      { text: 'Le 8 mars 2024, la mairie a confirmé à M. Bonne la fin des travaux.', published: '2024-03-09' },
    ],
    [['Luc Bonne', 'Bonne']],
    ['bonne'],
  );

  it.each(['Luc Bonne', 'Bonne', 'bonne'])(
    'is the same for “%s”, and does not take a word for the name',
    async (name) => {
      const { events } = await createTimeline(parts)({ language: 'fr', name });
      expect(events.map(({ date }) => date)).toEqual(['2024-03-05', '2024-03-08']);
    },
  );
});
