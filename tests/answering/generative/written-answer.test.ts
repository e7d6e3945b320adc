import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainSentence } from '../../../src/answering/generative/check-answer.ts';
import { DraftStream } from '../../../src/answering/generative/draft-stream.ts';
import { readWrittenAnswer } from '../../../src/answering/generative/written-answer.ts';
import { said } from './scripted-model.ts';

const sentence = { text: 'The dam "held", he said.', passages: [1, 2], quotes: ['The dam held'] };
const answer = said([sentence, { ...sentence, text: 'Second.' }]);

describe('what a model wrote', () => {
  test.each([
    ['as asked', answer],
    ['in a code fence', `\`\`\`json\n${answer}\n\`\`\``],
    ['among other words', `Sure! ${answer} Anything else?`],
    ['with line breaks', JSON.stringify(JSON.parse(answer), null, 2)],
  ])('%s is read', (_, output) => {
    expect(readWrittenAnswer(output).sentences).toEqual([sentence, { ...sentence, text: 'Second.' }]);
  });

  test('cut off in the middle yields its complete sentences', () => {
    const cut = answer.slice(0, answer.indexOf('Second') + 3);
    expect(readWrittenAnswer(cut).sentences).toEqual([sentence]);
  });

  test('with numbers as words and single values is understood', () => {
    const output = '{"sentences":[{"text":"A.","passages":"[3]","quotes":"b"}]}';
    expect(readWrittenAnswer(output).sentences).toEqual([{ text: 'A.', passages: [3], quotes: ['b'] }]);
  });

  test('as prose with markers is read sentence by sentence', () => {
    const output = 'The dam held [1]. He said “it is safe”. [2][3] Nothing else is known.';
    expect(readWrittenAnswer(output).sentences).toEqual([
      { text: 'The dam held.', passages: [1], quotes: [] },
      { text: 'He said “it is safe”.', passages: [2, 3], quotes: ['it is safe'] },
    ]);
  });

  test('says whether it found nothing and whether the sources differ', () => {
    expect(readWrittenAnswer(said([], { unknown: true }))).toMatchObject({ unknown: true, divergent: false });
    expect(readWrittenAnswer(said([sentence], { divergent: true }))).toMatchObject({ unknown: false, divergent: true });
  });

  test('whatever it is, is read without an error', () => {
    const pieces = fc.array(fc.oneof(fc.string(), fc.constantFrom('{', '}', '[1]', '"text":', answer, '```', '\\')));
    fc.assert(fc.property(pieces, (parts) => Array.isArray(readWrittenAnswer(parts.join('')).sentences)));
  });
});

describe('a sentence to be shown', () => {
  test.each([
    ['The dam held [1][2].', 'The dam held.'],
    ['**The dam** held 【3】.', 'The dam held.'],
    ['- The [dam](https://x.example/) held [1, 2].', 'The dam held.'],
    ['The dam\u200b held\n\nat https://x.example/a.', 'The dam held at'],
  ])('%j is shown as %j', (written, shown) => {
    expect(plainSentence(written)).toBe(shown);
  });
});

describe('a draft that streams', () => {
  const streamed = (pieces: readonly string[]) => {
    let shown = '';
    const stream = new DraftStream((piece) => {
      shown += piece;
    });
    for (const piece of pieces) stream.push(piece);
    return shown;
  };

  test('shows the sentences’ texts and nothing of the format, however it is cut', () => {
    const written = said([
      { ...sentence, text: 'Le barrage « tient » — "enfin",\n\u00e9crit-on \ud83c\udf0a.' },
      sentence,
    ]);
    const whole = `${'Le barrage « tient » — "enfin",\n\u00e9crit-on \ud83c\udf0a.'} ${sentence.text}`;
    fc.assert(
      fc.property(fc.array(fc.nat({ max: written.length }), { maxLength: 12 }), (cuts) => {
        const places = [0, ...cuts.sort((a, b) => a - b), written.length];
        const pieces = places.slice(1).map((end, index) => written.slice(places[index], end));
        expect(streamed(pieces)).toBe(whole);
      }),
    );
  });

  test('shows prose as it is', () => {
    expect(streamed(['The dam', ' held [1].'])).toBe('The dam held [1].');
  });
});
