import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { UsageError } from '../../../src/errors.ts';
import { parseAffair } from '../../../src/evaluation/reading/affair.ts';
import { affairQuestions } from '../../../src/evaluation/reading/affair-corpus.ts';

const written = `#AFFAIR quai | la fermeture d'un quai
A | a1 | fr | Le Relais | 2019-03-12 | Le quai ferme
1 Nadia Ferrand a fermé le quai mardi.
2 Elle n'a pas dit pourquoi.

3 Douze navires attendent.
A | a2 | en | The Harbour | 2019-03 | Quay closed
1 Ferrand closed the quay on March 12, says Le Relais.
Q | fr | who | near | Qui a fermé le quai ? | a1.1="Nadia Ferrand"; a2.1="Ferrand"
Q | en | when* | synonym | When was it shut? | a1.1="mardi"; a2.1="March 12"
Q | en | why | - | Why did Ferrand resign? | NONE:false-premise near a1.2
C | fr | bad:number | a1.3 | Treize navires attendent.
C | en | ok:merged | a1.1, a1.2 | Ferrand closed the quay and gave no reason.
`;
const affair = parseAffair(written, 'quai');

describe('an affair', () => {
  test('holds its articles with the sentences by paragraph', () => {
    expect(affair.articles.map(({ id, language, published }) => [id, language, published])).toEqual([
      ['a1', 'fr', '2019-03-12'],
      ['a2', 'en', '2019-03'],
    ]);
    expect(affair.articles[0]?.paragraphs).toEqual([
      ['Nadia Ferrand a fermé le quai mardi.', "Elle n'a pas dit pourquoi."],
      ['Douze navires attendent.'],
    ]);
  });

  test('holds questions with the words that answer, or with the reason why nothing does', () => {
    const [who, when, why] = affair.questions;
    expect(who?.answers).toEqual([
      { sentence: 'a1.1', words: 'Nadia Ferrand' },
      { sentence: 'a2.1', words: 'Ferrand' },
    ]);
    expect([who?.disputed, when?.disputed, when?.kind]).toEqual([false, true, 'when']);
    expect(why?.answers).toEqual([]);
    expect(why?.none).toEqual({ type: 'false-premise', near: 'a1.2' });
  });

  test('holds claims with the sentences they cite', () => {
    expect(affair.claims.map(({ faithful, type, sentences }) => [faithful, type, sentences])).toEqual([
      [false, 'number', ['a1.3']],
      [true, 'merged', ['a1.1', 'a1.2']],
    ]);
  });

  test('is a question set of its own', () => {
    expect(affairQuestions(affair).map(({ kind, expect: expected, articles }) => [kind, expected, articles])).toEqual([
      ['who', 'answered', ['quai-a1', 'quai-a2']],
      ['contradiction', 'answered', ['quai-a1', 'quai-a2']],
      ['false-premise', 'abstained', []],
    ]);
  });

  test.each([
    ['a sentence without its number', 'A | a1 | fr | X | 2019 | Y\nune phrase'],
    ['a sentence before any article', '1 Une phrase.'],
    ['an answer without its words', 'Q | fr | who | near | Qui ? | a1.1'],
  ])('with %s is refused, with the line', (_what, text) => {
    expect(() => parseAffair(text, 'quai')).toThrow(UsageError);
    expect(() => parseAffair(text, 'quai')).toThrow(/quai, line \d/);
  });
});

const folders = ['training/reading/affairs', 'evaluation/affairs'];
const slugs = folders.map((folder) => readdirSync(folder).filter((name) => name.endsWith('.txt')));

describe('the affairs of the project', () => {
  test.each(folders)('in %s cite sentences that exist, and words that stand in them', (folder) => {
    const plain = (text: string) =>
      text
        .normalize('NFC')
        .replace(/’/g, "'")
        .replace(/[\u00a0\u202f]/g, ' ');
    const wrong: string[] = [];
    for (const name of readdirSync(folder)) {
      const { articles, questions, claims } = parseAffair(readFileSync(`${folder}/${name}`, 'utf8'), name);
      const sentences = new Map(
        articles.flatMap(({ id, paragraphs }) => paragraphs.flat().map((text, at) => [`${id}.${at + 1}`, plain(text)])),
      );
      expect(questions.length, name).toBeGreaterThan(60);
      for (const { question, answers, none } of questions) {
        for (const { sentence, words } of answers)
          if (!sentences.get(sentence)?.includes(plain(words)))
            wrong.push(`${name}: ${question} ${sentence}="${words}"`);
        if (none && !sentences.has(none.near)) wrong.push(`${name}: ${question} near ${none.near}`);
      }
      for (const { claim, sentences: cited } of claims)
        if (!cited.every((id) => sentences.has(id))) wrong.push(`${name}: ${claim} ${cited}`);
    }
    expect(wrong).toEqual([]);
  });

  test('that measure do not teach', () => {
    const [taught = [], measured = []] = slugs;
    expect(measured.length).toBeGreaterThan(0);
    expect(measured.filter((name) => taught.includes(name))).toEqual([]);
  });
});
