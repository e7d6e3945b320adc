import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainSentence } from '../../../src/answering/generative/check-answer.ts';
import { DraftStream } from '../../../src/answering/generative/draft-stream.ts';
import { mostSentences, readWrittenAnswer } from '../../../src/answering/generative/written-answer.ts';
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

  test('as prose with several numbers in one marker cites them all', () => {
    const output = 'The dam held [1, 2]. It is safe 【3】.';
    expect(readWrittenAnswer(output).sentences).toEqual([
      { text: 'The dam held.', passages: [1, 2], quotes: [] },
      { text: 'It is safe.', passages: [3], quotes: [] },
    ]);
  });

  test('as bare sentences in JSON is read by their markers', () => {
    const output = '{"sentences":["The dam held [1, 2].","Nothing is cited here."],"divergent":true}';
    expect(readWrittenAnswer(output)).toEqual({
      sentences: [{ text: 'The dam held.', passages: [1, 2], quotes: [] }],
      divergent: true,
      unknown: false,
    });
  });

  test.each([
    ['before the answer', (thought: string) => `<think>${thought}</think>\n${answer}`],
    ['without its beginning', (thought: string) => `${thought}</think>${answer}`],
  ])('without what the model thought aloud %s', (_, around) => {
    const thought = `Perhaps ${said([{ ...sentence, text: 'A first thought.' }], { unknown: true })}?`;
    const read = readWrittenAnswer(around(thought));
    expect(read.sentences.map(({ text }) => text)).toEqual([sentence.text, 'Second.']);
    expect(read.unknown).toBe(false);
    expect(readWrittenAnswer(`<think>${thought}`).sentences).toEqual([]);
  });

  test.each([
    ['JSON', said(Array.from({ length: 3000 }, () => sentence))],
    ['prose', 'The dam held [1]. '.repeat(30_000)],
    ['one endless sentence', `{"sentences":[{"text":"${'word '.repeat(60_000)}`],
    ['brackets that never close', '[1'.repeat(100_000)],
  ])('of any length is read quickly, up to a dozen sentences: %s', (_, output) => {
    const began = performance.now();
    const { sentences } = readWrittenAnswer(output);
    expect(sentences.length).toBeLessThanOrEqual(mostSentences);
    for (const { text } of sentences) plainSentence(text);
    expect(performance.now() - began).toBeLessThan(1500);
  });

  test('with quotes without end is read up to a few of them', () => {
    const output = said([{ ...sentence, quotes: Array.from({ length: 3000 }, (_, index) => `q${index}`) }]);
    expect(readWrittenAnswer(output.replace(/"q\d{3,}",/g, '')).sentences[0]?.quotes.length).toBeLessThan(10);
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

  test.each([
    '[**17**]',
    '[[1]17]',
    '[`17`]',
    '[\u200b17]',
    '[17\u3164]',
    '［17］',
    '[１７]',
    '【17】',
    '[^17]',
    '[#1–7]',
    '[source 17]',
    '[17](https://x.example/)',
    '[<b>17</b>]',
    '[*[_17_]*]',
  ])('holds no marker %j', (marker) => {
    expect(plainSentence(`The papers ${marker} agree.`)).toBe('The papers agree.');
  });

  test.each(['The minister [of works] left in 2029.', 'It cost (some) 12 million.', 'He said: "[…] never".'])(
    'keeps brackets that are no marker: %j',
    (text) => {
      expect(plainSentence(text)).toBe(text);
    },
  );

  test('holds no figures in brackets, whatever was written', () => {
    const piece = fc.oneof(
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }) },
      {
        weight: 5,
        arbitrary: fc.constantFrom(
          ...'[]()［］【】〔*_`~<>b/17３٣²,–.^! \u200b\u2060\u3164\u00ad\ufe0f'.split(''),
          '](',
          '**',
          '[1]',
        ),
      },
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const shown = plainSentence(pieces.join(''));
        expect(shown.normalize('NFKC').replace(/[\s*_`~\p{Cf}\p{M}]/gu, '')).not.toMatch(/[[【〔]\p{N}+[\]】〕]/u);
        expect(plainSentence(shown)).toBe(shown);
      }),
      { numRuns: 3000 },
    );
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

  test('shows the sentences of prose that cite something, without their markers', () => {
    const written = 'Let me see. The dam held [1]. He said so. [2, 3] And [4] more [5]. Anything else?';
    for (const size of [1, 3, 100]) {
      expect(streamed(written.match(new RegExp(`.{1,${size}}`, 'g')) ?? [])).toContain(
        'The dam held. He said so. And more.',
      );
    }
  });

  test('shows neither what the model thinks aloud nor what it says around the answer', () => {
    const thought = 'The user asks {"sentences":[{"text":"A first thought."}]}';
    const written = `<think>${thought}</think>\nHere is the answer:\n\`\`\`json\n${answer}\n\`\`\`\nI hope it helps.`;
    for (const size of [1, 7, 1000]) {
      expect(streamed(written.match(new RegExp(`[\\s\\S]{1,${size}}`, 'g')) ?? [])).toBe(`${sentence.text} Second.`);
    }
  });

  test.each([
    ['prose', 'word '],
    ['markers', 'word [1]. '],
    ['JSON', '{"text":"word"},'],
  ])('of any length takes no time to speak of: %s', (_, unit) => {
    const began = performance.now();
    expect(streamed(Array.from({ length: 60_000 }, () => unit)).length).toBeLessThan(100_000);
    expect(performance.now() - began).toBeLessThan(1500);
  });
});
