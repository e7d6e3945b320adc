import { describe, expect, test } from 'vitest';
import { readTimelineFilter } from '../../../src/surfaces/repl/timeline-filter.ts';

describe('the filters of the timeline', () => {
  test('are read in both languages, in any order, beside the name', () => {
    expect(readTimelineFilter('Eyal Hulata from:2021-09 to:"1 October 2021" outlet:"Le Monde"', 'en')).toEqual({
      kind: 'filter',
      filter: { name: 'Eyal Hulata', from: '2021-09', to: '2021-10-01', outlet: 'Le Monde' },
    });
    expect(readTimelineFilter('média:Axios de:2021 à:"1er octobre 2021" "Emmanuel Bonne"', 'fr')).toEqual({
      kind: 'filter',
      filter: { name: 'Emmanuel Bonne', from: '2021', to: '2021-10-01', outlet: 'Axios' },
    });
    expect(readTimelineFilter('', 'fr')).toEqual({ kind: 'filter', filter: {} });
  });

  test('that are unknown or hold no date are told', () => {
    expect(readTimelineFilter('colour:red', 'en')).toEqual({ kind: 'unknown-filter', word: 'colour:red' });
    expect(readTimelineFilter('from:someday', 'en')).toEqual({ kind: 'unreadable-date', text: 'someday' });
  });
});
