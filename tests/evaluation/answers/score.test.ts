import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lengthLimit, scoreAnswer } from '../../../src/evaluation/answers/score.ts';
import { abstention, answer, article, cite, dossier, emptyAnswer, question } from './small-file.ts';

const bridge = article('bridge', 'Le Quotidien', [
  ['L’ingénieure « Nadia Ferrand » a fermé le pont.', 'Le maire a parlé de 14 fissures.'],
]);
const river = article('river', 'The Valley Post', [['The mayor counted nineteen cracks in the bridge.']]);
const { articles } = dossier(bridge, river);
const ferrand = 'L’ingénieure « Nadia Ferrand » a fermé le pont.';
const fourteen = 'Le maire a parlé de 14 fissures.';
const nineteen = 'The mayor counted nineteen cracks in the bridge.';

describe('scoring an answer', () => {
  it('passes an answer that shows the fact and quotes it from a listed article', () => {
    const asked = question({ facts: [['Ferrand', 'Férand']], articles: ['bridge'] });
    expect(scoreAnswer(asked, answer([`${ferrand} [1]`], [cite(1, bridge, ferrand)]), articles)).toEqual({
      passed: true,
      failed: [],
      missingFacts: [],
    });
  });

  it('compares facts without accents, case, kinds of quotation mark and kinds of space', () => {
    const asked = question({ facts: [['l\'INGENIEURE "nadia  ferrand" a ferme']], articles: ['bridge'] });
    const given = answer([`${ferrand.replaceAll(' ', '\u202f')} [1]`], [cite(1, bridge, ferrand)]);
    expect(scoreAnswer(asked, given, articles).passed).toBe(true);
  });

  it('finds a fact across a marker that stands in its middle', () => {
    const asked = question({ facts: [['14 fissures']], articles: ['bridge'] });
    const given = answer(['Le maire a parlé de 14 [1] fissures.'], [cite(1, bridge, fourteen)]);
    expect(scoreAnswer(asked, given, articles).passed).toBe(true);
  });

  it('tells a fact that only the answer holds from one that only a quote holds', () => {
    const asked = question({ facts: [['Ferrand'], ['14']], articles: ['bridge'] });
    const onlyAnswer = answer([`Ferrand, 14 [1]`], [cite(1, bridge, ferrand)]);
    expect(scoreAnswer(asked, onlyAnswer, articles)).toMatchObject({
      failed: ['fact-in-quote'],
      missingFacts: [['14']],
    });
    const onlyQuote = answer(['Ferrand [1] [2]'], [cite(1, bridge, ferrand), cite(2, bridge, fourteen)]);
    expect(scoreAnswer(asked, onlyQuote, articles)).toMatchObject({
      failed: ['fact-in-answer'],
      missingFacts: [['14']],
    });
  });

  it('fails an answer that cites none of the listed articles', () => {
    const asked = question({ facts: [['nineteen']], articles: ['bridge'] });
    expect(scoreAnswer(asked, answer([`${nineteen} [1]`], [cite(1, river, nineteen)]), articles).failed).toEqual([
      'article-cited',
    ]);
  });

  it('wants the versions of a divergence from two articles', () => {
    const asked = question({ divergence: true, facts: [['14'], ['nineteen']], articles: ['bridge', 'river'] });
    const both = answer([`${fourteen} [1]`, `${nineteen} [2]`], [cite(1, bridge, fourteen), cite(2, river, nineteen)]);
    expect(scoreAnswer(asked, both, articles).passed).toBe(true);
    const one = answer([`${fourteen} [1]`], [cite(1, bridge, fourteen)]);
    expect(scoreAnswer(asked, one, articles).failed).toContain('divergence-shown');

    const same = question({ divergence: true, facts: [['14'], ['Ferrand']], articles: ['bridge', 'river'] });
    const oneArticle = answer(
      [`${fourteen} [1]`, `${ferrand} [2]`],
      [cite(1, bridge, fourteen), cite(2, bridge, ferrand)],
    );
    expect(scoreAnswer(same, oneArticle, articles).failed).toEqual(['divergence-shown']);
  });

  it('wants an abstention where the file does not tell, with or without quotes', () => {
    expect(scoreAnswer(question({}), abstention).passed).toBe(true);
    const pointer = answer([`Le dossier ne le dit pas. ${fourteen} [1]`], [cite(1, bridge, fourteen)]);
    expect(scoreAnswer(question({}), { ...pointer, status: 'abstained' }, articles).passed).toBe(true);
    expect(scoreAnswer(question({}), pointer, articles).failed).toEqual(['status']);
  });

  it('finds forbidden words in the answer and in the quotes', () => {
    const asked = question({ forbidden: ['nineteen'] });
    const spoken = { ...abstention, answer: 'Nineteen is not in the file.' };
    expect(scoreAnswer(asked, spoken).failed).toEqual(['forbidden']);
    const quoted = { ...answer(['Rien. [1]'], [cite(1, river, nineteen)]), status: 'abstained' as const };
    expect(scoreAnswer(asked, quoted, articles).failed).toEqual(['forbidden']);
  });

  it('fails an answer that is too long', () => {
    const padded = { ...abstention, answer: 'a'.repeat(lengthLimit) };
    expect(scoreAnswer(question({}), padded).passed).toBe(true);
    expect(scoreAnswer(question({}), { ...padded, answer: `${padded.answer}a` }).failed).toEqual(['length']);
  });

  it('fails a marker without citation, a citation without marker and a marker given twice', () => {
    const asked = question({ facts: [['14']], articles: ['bridge'] });
    const one = cite(1, bridge, fourteen);
    for (const given of [
      answer([`${fourteen} [1] [2]`], [one]),
      answer([`${fourteen} [1]`], [one, cite(2, bridge, ferrand)]),
      answer([`${fourteen} [1]`], [one, cite(1, bridge, ferrand)]),
    ])
      expect(scoreAnswer(asked, given, articles).failed).toEqual(['markers']);
  });

  it('fails a quote that is no exact slice of its article', () => {
    const asked = question({ facts: [['14']], articles: ['bridge'] });
    const exact = cite(1, bridge, fourteen);
    for (const inexact of [
      { ...exact, quote: exact.quote.toLowerCase() },
      { ...exact, start: exact.start + 1 },
      { ...exact, articleId: 'elsewhere' },
    ])
      expect(scoreAnswer(asked, answer([`${fourteen} [1]`], [inexact]), articles).failed).toContain('quotes');
  });
});

describe('laws of the score', () => {
  const word = fc.stringMatching(/^[a-zéà]{4,9}$/);
  /** The ending keeps one fact from standing inside another. */
  const facts = fc
    .array(word, { minLength: 1, maxLength: 4 })
    .map((words) => words.map((text, index) => `${text}q${index}`));

  it('a perfect answer passes, whatever the facts', () => {
    fc.assert(
      fc.property(facts, (wanted) => {
        const source = article('source', null, [wanted.map((fact) => `On lit ${fact} ici.`)]);
        const asked = question({ facts: wanted.map((fact) => [fact]), articles: ['source'] });
        const citations = wanted.map((fact, index) => cite(index + 1, source, `On lit ${fact} ici.`));
        const perfect = answer(
          citations.map(({ quote, marker }) => `${quote} [${marker}]`),
          citations,
        );
        expect(scoreAnswer(asked, perfect, dossier(source).articles)).toEqual({
          passed: true,
          failed: [],
          missingFacts: [],
        });
      }),
    );
  });

  it('an empty answer never passes and holds no fact', () => {
    fc.assert(
      fc.property(fc.option(facts, { nil: [] }), (wanted) => {
        const asked = question({ facts: wanted.map((fact) => [fact]) });
        const score = scoreAnswer(asked, emptyAnswer);
        expect(score.passed).toBe(false);
        expect(score.missingFacts).toEqual(asked.facts);
      }),
    );
  });

  it('leaving one fact out of a perfect answer fails it', () => {
    fc.assert(
      fc.property(facts, (wanted) => {
        const source = article('source', null, [wanted.map((fact) => `On lit ${fact} ici.`)]);
        const asked = question({ facts: wanted.map((fact) => [fact]), articles: ['source'] });
        const citations = wanted.slice(1).map((fact, index) => cite(index + 1, source, `On lit ${fact} ici.`));
        const incomplete = answer(
          citations.map(({ quote, marker }) => `${quote} [${marker}]`),
          citations,
        );
        expect(scoreAnswer(asked, incomplete, dossier(source).articles).passed).toBe(false);
      }),
    );
  });
});
