import { describe, expect, test } from 'vitest';
import type { RenderContext } from '../../../src/surfaces/render/context.ts';
import {
  renderProfile,
  renderTimeline,
  renderUnknownName,
  renderVerdict,
} from '../../../src/surfaces/render/overviews.ts';
import { renderQuote, renderSources } from '../../../src/surfaces/render/sources.ts';
import { plainStyle, styleOf } from '../../../src/surfaces/style.ts';
import { createTexts } from '../../../src/surfaces/texts/texts.ts';
import { fakeBellerophon } from '../fake-bellerophon.ts';

const english: RenderContext = { ...plainStyle, language: 'en', texts: createTexts().en };
const bellerophon = fakeBellerophon();

describe('the overviews on a terminal', () => {
  test('a timeline has each event under its date, with markers and sources', async () => {
    const text = renderTimeline(await bellerophon.timeline({ language: 'en' }), english);
    expect(text).toContain('19 October 2021\n  He met Emmanuel Bonne on Tuesday. [1] (2 independent sources)');
    expect(text).toContain('[1] Axios, 21 October 2021 · Israel held secret talks with France');
  });

  test('a timeline without events says so', () => {
    expect(renderTimeline({ events: [], citations: [] }, english)).toBe('The file has no dated event that fits.');
  });

  test('a profile has spellings, roles with the day of their article, statements and mentions', async () => {
    const profile = await bellerophon.who('Hulta', { language: 'en' });
    const text = renderProfile(profile!, english);
    expect(text).toContain('Eyal Hulata (named in 1 article)');
    expect(text).toContain('Also spelt: Hulata, Hulta');
    expect(text).toContain('  • national security adviser [1] (21 October 2021)');
    expect(text).toContain('Eyal Hulata flew to Paris. [1]');
    expect(text).toMatch(/First mention:\n {2}Axios/);
  });

  test('an unknown name is told, with those that resemble it', () => {
    expect(renderUnknownName('Hulatta', ['Eyal Hulata'], english)).toBe(
      'The file names nobody called “Hulatta”.\nDid you mean: Eyal Hulata?',
    );
  });

  test('a verdict has the statements on each side', async () => {
    const text = renderVerdict(await bellerophon.check('They met', { language: 'en' }), english);
    expect(text).toMatch(/^Disputed: the sources differ\n\nFor\nHe met .*\n\nAgainst\nNSO denies everything\. \[2\]/);
  });

  test('a quote is highlighted in its passage, with and without colours', async () => {
    const { citations } = await bellerophon.ask({ question: 'met' });
    const citation = citations[0]!;
    const context = bellerophon.quoteContext(citation)!;
    expect(renderQuote(citation, context, english)).toContain(
      'Eyal Hulata flew to Paris. >>>He met Emmanuel Bonne on Tuesday.<<< NSO denies everything.',
    );
    const colourful = { ...english, ...styleOf({}, { FORCE_COLOR: '1' }) };
    expect(renderQuote(citation, context, colourful)).toContain('\u001b[7mTuesday.\u001b[27m NSO');
  });

  test('the sources are counted and listed, or said to be none', () => {
    expect(renderSources(bellerophon.sources(), undefined, english)).toMatch(/^2 articles\n• Axios, 21 October 2021/);
    expect(renderSources([], 'Figaro', english)).toBe('No article has “Figaro” in its title or outlet.');
  });
});
