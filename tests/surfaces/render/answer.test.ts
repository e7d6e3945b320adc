import { describe, expect, test } from 'vitest';
import { renderAnswer } from '../../../src/surfaces/render/answer.ts';
import type { RenderContext } from '../../../src/surfaces/render/context.ts';
import { plainStyle, styleOf } from '../../../src/surfaces/style.ts';
import { createTexts } from '../../../src/surfaces/texts/texts.ts';
import type { Answer, Citation } from '../../../src/types.ts';

const catalogues = createTexts();
const english: RenderContext = { ...plainStyle, language: 'en', texts: catalogues.en };
const french: RenderContext = { ...plainStyle, language: 'fr', texts: catalogues.fr };

const citation: Citation = {
  marker: 1,
  articleId: 'a',
  title: 'Secret talks',
  outlet: 'Axios',
  published: '2021-10-01',
  url: 'https://example.com/a',
  quote: 'They met in Paris.',
  start: 0,
  end: 18,
};
const answer: Answer = {
  question: 'Where?',
  language: 'en',
  status: 'answered',
  answer: 'They met in Paris. [1]',
  citations: [citation],
  mode: 'extractive',
  timings: { totalMs: 1 },
  parts: [
    { kind: 'statement', text: 'They met in Paris. [1]', markers: [1], sources: { independent: 3, outlets: [] } },
  ],
  divergent: false,
};

describe('an answer on a terminal', () => {
  test('has its statements with their number of sources, then the numbered citations', () => {
    expect(renderAnswer(answer, english)).toBe(
      [
        'They met in Paris. [1] (3 independent sources)',
        '',
        'Sources',
        '  [1] Axios, 1 October 2021 · Secret talks',
        '      https://example.com/a',
      ].join('\n'),
    );
  });

  test('has its labels and dates in the language asked for', () => {
    const single = { ...answer.parts[0]!, sources: { independent: 1, outlets: ['Axios'] } };
    const text = renderAnswer({ ...answer, parts: [single] }, french);
    expect(text).toContain('(une seule source\u00a0: Axios)');
    expect(text).toContain('Axios, 1er octobre 2021');
  });

  test('tells the number of sources once when the statement itself ends with it', () => {
    const told = { ...answer.parts[0]!, text: 'They met in Paris. [1] (3 independent sources)' };
    expect(renderAnswer({ ...answer, parts: [told] }, english)).toMatch(
      /^They met in Paris\. \[1\] \(3 independent sources\)\n/,
    );
  });

  test('repeats a quote under its citation only where the text above does not hold it', () => {
    const rephrased = { ...answer.parts[0]!, text: 'The meeting took place in the French capital. [1]' };
    const text = renderAnswer({ ...answer, answer: rephrased.text, parts: [rephrased], mode: 'generative' }, english);
    expect(text).toContain('      “They met in Paris.”');
    expect(text).toContain('every sentence checked');
    expect(renderAnswer(answer, english)).not.toContain('“They met in Paris.”');
  });

  test('is not called written by a model where the file does not say', () => {
    const notice = { kind: 'notice' as const, text: 'The file does not say.', markers: [] };
    const abstained = { ...answer, status: 'abstained' as const, answer: notice.text, parts: [notice], citations: [] };
    expect(renderAnswer({ ...abstained, mode: 'generative' }, english)).toBe('The file does not say.');
  });

  test('lists the versions of a divergence under their heading', () => {
    const text = renderAnswer(
      {
        ...answer,
        divergent: true,
        parts: [
          { kind: 'heading', text: 'Versions differ.', markers: [] },
          { kind: 'version', text: 'Two, says Axios. [1]', markers: [1] },
          { kind: 'version', text: 'Five, says another.', markers: [] },
        ],
      },
      english,
    );
    expect(text).toContain('Versions differ.\n  • Two, says Axios. [1]\n  • Five, says another.');
  });

  test('says as of which day it is, unless the answer itself does', () => {
    expect(renderAnswer({ ...answer, asOf: '2021-10-01' }, french)).toMatch(/^Au 1er octobre 2021/);
    const told = { ...answer, asOf: '2021-10-01', answer: 'État au 1er octobre 2021. They met in Paris. [1]' };
    expect(renderAnswer(told, french)).not.toContain('seulement ce qui était publié');
  });

  test('offers the nearest article when the file does not tell', () => {
    const { quote: _, marker: __, start: ___, end: ____, ...nearest } = citation;
    const text = renderAnswer(
      {
        ...answer,
        status: 'abstained',
        answer: 'The file does not say.',
        parts: [{ kind: 'notice', text: 'The file does not say.', markers: [] }],
        citations: [],
        nearest: { ...nearest, outlet: null, published: null, url: null },
      },
      english,
    );
    expect(text).toBe('The file does not say.\nNearest article:\n  unnamed outlet, undated · Secret talks');
  });

  test('passes no escape sequence through, from any field', () => {
    const evil = '\u001b[31mx\u001b]0;t\u0007\u009b2J';
    const text = renderAnswer(
      {
        ...answer,
        parts: [{ kind: 'statement', text: evil, markers: [1], sources: { independent: 1, outlets: [evil] } }],
        citations: [
          { ...citation, title: evil, outlet: evil, url: `https://e.example/${evil}`, quote: evil, published: evil },
        ],
      },
      english,
    );
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that there is none is the point.
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });

  test('colours markers that have a citation and no others', () => {
    const colourful = { ...english, ...styleOf({}, { FORCE_COLOR: '1' }) };
    const text = renderAnswer(
      { ...answer, parts: [{ kind: 'statement', text: 'A [1] b [7]', markers: [1] }] },
      colourful,
    );
    expect(text).toContain('\u001b[36m[1]\u001b[39m b [7]');
  });

  test('is wrapped at the width of the terminal', () => {
    const text = renderAnswer(answer, { ...english, width: 30 });
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(30);
  });
});
