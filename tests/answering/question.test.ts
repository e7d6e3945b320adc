import { describe, expect, it } from 'vitest';
import { analyseQuestion } from '../../src/answering/question.ts';
import { createNameIndex } from '../../src/names/name-index.ts';
import { countWords, Vocabulary } from '../../src/text/vocabulary.ts';

const texts = [
  'La maire Hélène Vasseur a fermé le pont.',
  'Le pont présente quatorze fissures, selon le rapport.',
  'Hélène Vasseur a commandé un rapport sur les fissures.',
];
const names = createNameIndex(
  [
    {
      id: 'helene-vasseur',
      kind: 'person',
      canonical: 'Hélène Vasseur',
      variants: ['Hélène Vasseur', 'Vasseur'],
      articleIds: [],
    },
  ],
  new Set(['le', 'pont', 'rapport']),
);
const read = (text: string) => analyseQuestion(text, { names, vocabulary: new Vocabulary(countWords(texts)) });
const wordsOf = (text: string) => read(text).terms.map(({ word }) => word);

describe('reading a question', () => {
  it('keeps what it is about and leaves out how it asks', () => {
    expect(wordsOf('Peux-tu me dire combien de fissures présente le pont ?')).toEqual(
      expect.arrayContaining(['fissures', 'pont']),
    );
    expect(wordsOf('Qui a fermé le pont ?')).not.toContain('qui');
  });

  it('recognises names in any case, without accents, misspelt', () => {
    for (const text of ['Que dit Hélène Vasseur ?', 'que dit helene vasseur', 'Que dit Hélène Vaseur ?'])
      expect(read(text).names.map(({ id }) => id)).toEqual(['helene-vasseur']);
  });

  it('remembers words and names as they were typed', () => {
    const typed = read('Pourquoi VASSEUR a-t-elle démissionné de l’Académie ?').terms.map((term) => term.typed);
    expect(typed).toEqual(['VASSEUR', 'démissionné', 'Académie']);
    expect(read('Who saw Vaseur’s rapport?').terms[0]?.typed).toBe('Vaseur');
  });

  it('reads the question that stands among tags of a page', () => {
    expect(read('<script>alert("fissures")</script> <b>Qui</b> a fermé le pont ?').text).toBe('Qui  a fermé le pont ?');
    expect(wordsOf('<script src="a.js">alert(1)</script> Vasseur ?')).toEqual(['helene vasseur']);
    expect(read('Le pont a-t-il < 3 fissures ?').text).toBe('Le pont a-t-il < 3 fissures ?');
  });

  it('mends a word that the file spells otherwise', () => {
    expect(read('combien de fisures sur le pont').searched).toContain('fissures');
  });

  it('does not mend a word of general language', () => {
    expect(read('Quel pain a-t-elle acheté ?').searched).toContain('pain');
  });

  it('knows what is counted', () => {
    expect(read('Combien de fissures ?').counted?.word).toBe('fissures');
    expect(read('How many fissures are there?').counted?.word).toBe('fissures');
  });

  it('notices a name that the file does not know', () => {
    expect(read('Le pont plaît-il à Zorglub ?').unknownNames).toEqual(['zorglub']);
  });

  it('asks for yes or no where only its tag says so', () => {
    expect(read('Le pont fermé pour de bon ou pas ?').kind).toBe('yes-no');
    expect(read('Le pont présente-t-il des fissures, oui ou non ?').searched).not.toContain('non');
  });

  it('tells the two sides of an alternative', () => {
    const sides = read('Le pont présente-t-il des fissures ou un rapport ?').alternatives;
    expect(sides?.map((side) => side.map(({ word }) => word))).toEqual([['fissures'], ['rapport']]);
  });
});
