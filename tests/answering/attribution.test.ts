import { describe, expect, it } from 'vitest';
import { attributionLead, originOf, quotedOutlet } from '../../src/answering/attribution.ts';
import type { Evidence } from '../../src/answering/evidence.ts';
import { createNameIndex } from '../../src/names/name-index.ts';
import { sentenceSpans } from '../../src/text/sentences.ts';
import type { Article, Dossier, Language, Passage } from '../../src/types.ts';
import { name } from './made-up-file.ts';

/** The sentence of a text that begins with the given words, in a file with an article of the Agence Méridienne. */
function sentenceOf(text: string, begins: string, language: Language = 'fr') {
  const made = (id: string, outlet: string, told: string) =>
    ({ id, outlet, title: 'Le pont', published: '2024-03-05', language, text: told }) as Article;
  const article = made('b', 'Radio Rive', text);
  const articles = [made('a', 'Agence Méridienne', 'Le pont est fermé.'), article];
  const known = [
    name('organisation', 'Agence Méridienne'),
    name('organisation', 'Varnes'),
    name('organisation', 'Tanneurs SA'),
    name('person', 'Ada Lorne'),
  ];
  const dossier = {
    articles: new Map(articles.map((one) => [one.id, one])),
    passages: new Map(),
    copies: new Map(),
    names: createNameIndex(known, new Set(text.match(/\b\p{Ll}+/gu))),
  } as Dossier;
  const sentences = sentenceSpans(text, language);
  const span = sentences.find(({ start }) => text.startsWith(begins, start))!;
  const passage = { articleId: 'b', sentences } as unknown as Passage;
  const evidence = { article, passage, span, text: text.slice(span.start, span.end) } as Evidence;
  return { evidence, dossier };
}

function quoted(text: string, begins: string, language: Language = 'fr') {
  const { evidence, dossier } = sentenceOf(text, begins, language);
  return quotedOutlet(evidence, dossier);
}

const lead = (text: string, begins: string, language: Language = 'fr') =>
  attributionLead(sentenceOf(text, begins, language).evidence, language);

describe('the outlet that a sentence goes back to', () => {
  it('is the one it names as its source, by its article or because the text calls it an outlet', () => {
    expect(quoted('Selon l’Agence Méridienne, le pont est fermé.', 'Selon')).toBe('Agence Méridienne');
    expect(quoted('Selon le média régional Varnes, le pont est fermé.', 'Selon')).toBe('Varnes');
    expect(quoted('According to the news site Varnes, the bridge is closed.', 'According', 'en')).toBe('Varnes');
  });

  it('is the one introduced as the source before a colon', () => {
    expect(quoted('Sa première source est le média régional Varnes : le pont serait fermé.', 'Sa')).toBe('Varnes');
    expect(quoted('Une lettre a été remise à l’Agence Méridienne : le pont ferme.', 'Une')).toBeUndefined();
  });

  it('is no company and no person', () => {
    expect(quoted('Selon Tanneurs SA, le pont est fermé.', 'Selon')).toBeUndefined();
    expect(quoted('Selon Ada Lorne, le pont est fermé.', 'Selon')).toBeUndefined();
    expect(quoted('The site Tanneurs SA runs is closed. Tanneurs SA says so.', 'Tanneurs', 'en')).toBeUndefined();
  });

  it('is the one that “this paper” points to, also across paragraphs, where only one was named', () => {
    const before = 'La nouvelle a été publiée par le site Varnes.';
    expect(quoted(`${before}\n\nD’après ce portail, le pont est fermé.`, 'D’après')).toBe('Varnes');
    expect(
      quoted('L’Agence Méridienne dément le site Varnes. Selon ce journal, le pont ferme.', 'Selon'),
    ).toBeUndefined();
    expect(quoted('Selon ce portail, Varnes, le pont est fermé.', 'Selon')).toBe('Varnes');
  });

  it('is that of the sentence before, where reported speech goes on in the same paragraph', () => {
    const before = 'Selon l’Agence Méridienne, le pont est fermé.';
    expect(quoted(`${before} La mairie aurait été prévenue.`, 'La mairie')).toBe('Agence Méridienne');
    expect(quoted(`${before} La mairie a été prévenue.`, 'La mairie')).toBeUndefined();
    expect(quoted(`${before}\n\nLa mairie aurait été prévenue.`, 'La mairie')).toBeUndefined();
    expect(quoted(`${before} Selon Ada Lorne, le pont serait sûr.`, 'Selon Ada')).toBeUndefined();
  });

  it('stands for the independent source behind the sentence', () => {
    const { evidence, dossier } = sentenceOf('Selon le média régional Varnes, le pont est fermé.', 'Selon');
    expect(originOf(evidence, dossier)).toBe('varnes');
  });
});

describe('the lead-in of a quote', () => {
  const before = 'Le pont est fermé depuis lundi.';

  it.each([
    'La mairie l’a confirmé à la presse.',
    'Une troisième vise la mairie.',
    'Ce résumé est celui de la mairie.',
    'D’autres ponts sont concernés.',
  ])('says whose “%s” is, whose antecedent stands in the sentence before', (sentence) => {
    expect(lead(`${before} ${sentence}`, sentence)).toBe('Selon Radio Rive (5 mars 2024) : ');
  });

  it.each(['The mayor confirmed it on Monday.', 'A second closure followed.', 'This summary is the mayor’s.'])(
    'says whose “%s” is, in English too',
    (sentence) => {
      expect(lead(`The bridge is closed. ${sentence}`, sentence, 'en')).toBe(
        'According to Radio Rive (5 March 2024): ',
      );
    },
  );

  it.each(['Ce lundi, le pont a fermé.', 'Le pont a fermé.', 'This week the bridge closed.'])(
    'is needless before “%s”, which stands by itself',
    (sentence) => {
      expect(lead(`${before} ${sentence}`, sentence, sentence.startsWith('This') ? 'en' : 'fr')).toBe('');
    },
  );

  it('does not double the sentence’s own “according to”', () => {
    expect(lead('Selon ce magazine, le pont ferme.', 'Selon')).toBe('Radio Rive (5 mars 2024) : ');
  });
});
