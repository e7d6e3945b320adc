import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CheckParts } from '../../src/overviews/check.ts';
import { createTimeline } from '../../src/overviews/timeline.ts';
import { comparePartialDates, earliestDay, latestDay, toPartialDate } from '../../src/text/partial-date.ts';
import { misquoted, otherAffair } from './other-affair.ts';

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
