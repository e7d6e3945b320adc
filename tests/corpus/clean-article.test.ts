import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { article, read } from './reading.ts';

const fixtures = new URL('fixtures/', import.meta.url);

describe('cleaning a page copied as text', () => {
  it.each([
    [
      'french-blog-copy',
      {
        title: 'Le port de Brenne suspend ses grues «intelligentes» après une panne géante',
        outlet: null,
        author: null,
        published: '2022-03',
        language: 'fr',
      },
    ],
    [
      'radio-stuck-date',
      {
        title:
          'Des négociations discrètes ont eu lieu entre le port de Brenne et son fournisseur pour sortir de la crise…',
        outlet: null,
        author: 'Lise Armand',
        published: '2022-03',
        language: 'fr',
      },
    ],
    [
      'newspaper-page',
      {
        title: 'Grues de Brenne : la directrice du port promet « toute la lumière »',
        outlet: 'Le Phare',
        author: 'Karim Ben Saïd',
        published: '2022-03-11',
        language: 'fr',
      },
    ],
    [
      'agency-wrapped',
      {
        title: 'Port of Brenne halts automatic cranes after outage',
        outlet: 'Reuters',
        author: null,
        published: '2022-03-09',
        language: 'en',
      },
    ],
    [
      'blog-theme',
      {
        title: 'Brenne : un accord secret ? Le port et Lorex tentent de tourner la page',
        outlet: 'Le Phare',
        author: null,
        published: '2022-10-23',
        language: 'fr',
      },
    ],
    [
      'english-site',
      {
        title: 'Brenne port: dockers return as cranes stay idle',
        outlet: 'The Harbour Post',
        author: 'Ann Lee',
        published: '2022-10-21',
        language: 'en',
      },
    ],
  ])('%s: keeps the article whole, nothing else, and reads its data', (name, expected) => {
    const found = article(readFileSync(new URL(`${name}.txt`, fixtures)));
    expect(found.text).toBe(readFileSync(new URL(`${name}.clean.txt`, fixtures), 'utf8').trim());
    expect(found).toMatchObject(expected);
  });

  const furniture = fc.constantFrom(
    'Publicité',
    'Advertisement',
    'Sponsored content',
    'Partager',
    'Partager sur Facebook',
    'Share on Twitter',
    'Facebook Twitter WhatsApp E-mail',
    'Suivez-nous sur Twitter',
    'Follow us',
    'Abonnez-vous',
    "S'inscrire",
    'Inscrivez-vous à notre newsletter',
    'Sign up for our newsletter',
    'READ  Une autre affaire secoue la ville voisine',
    'À lire aussi : Une autre affaire secoue la ville',
    'Lire aussi Une autre affaire secoue la ville',
    'Read more: Another case shakes the city',
    'See also: Another case',
    'Nous utilisons des cookies pour améliorer votre expérience.',
    'We use cookies to improve your experience.',
    'Tout accepter',
    '© 2021 AFP. Tous droits réservés',
    'All rights reserved',
    '3 min read',
    'Temps de lecture : 4 minutes',
    'Commentaires (12)',
    'Laisser un commentaire',
    'Votre adresse e-mail ne sera pas publiée. Les champs obligatoires sont indiqués avec *',
    'Tags: ports, cranes',
    'Crédit photo : Marc Leroy / AFP',
    '© Marc Leroy / AFP',
    'Fermer',
    'Accueil > Monde > Europe',
    'https://example.org/a/b',
    'Cet article est réservé aux abonnés.',
    'Il vous reste 75 % de cet article à lire. La suite est réservée aux abonnés.',
    'Bouton retour en haut de la page',
    '→ Lire aussi : Une autre affaire',
    '👉 Suivez-nous sur Facebook',
    'Publié le 3 mars 2022 à 10h12',
  );
  const word = fc.constantFrom(
    ...'port grue navire ministre capitaine accord rapport audit panne juge cookie abonné lecteur publicité Twitter'.split(
      ' ',
    ),
  );
  const sentence = fc
    .tuple(
      fc.constantFrom(
        'Le',
        'Selon Axios, le',
        'M. Duval voit le',
        'Publiée le 3 mars 2022, la note du',
        'The U.S.',
        '« Le',
      ),
      fc.array(word, { minLength: 8, maxLength: 16 }),
      fc.constantFrom('.', ' ?', ' !', '…', '.', '.'),
    )
    .map(([start, words, end]) => `${start} ${words.join(' ')}${start.startsWith('«') ? `\u00a0»${end}` : end}`);
  const paragraph = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((list) => list.join(' '));
  const title = 'Au port, les grues tombent en panne';

  it('never loses a sentence of an article without furniture', () => {
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 1, maxLength: 8 }),
        fc.constantFrom('\n', '\n\n', '\r\n'),
        (list, gap) => {
          expect(article([title, ...list].join(gap)).text).toBe(list.join('\n\n'));
          expect(article(list.join(gap)).text).toContain(list.slice(1).join('\n\n'));
        },
      ),
    );
  });

  it('gives back exactly the article when furniture is strewn into it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(paragraph, fc.array(furniture, { maxLength: 3 })), { minLength: 2, maxLength: 8 }),
        fc.array(furniture, { maxLength: 4 }),
        fc.constantFrom('\n', '\n\n'),
        (body, head, gap) => {
          const raw = [...head, title, ...body.flatMap(([text, after]) => [text, ...after])].join(gap);
          const found = article(raw);
          expect(found.text).toBe(body.map(([text]) => text).join('\n\n'));
          expect(found.title).toBe(title);
        },
      ),
    );
  });

  it('accounts for every piece: kept as a paragraph of the text or removed with a reason', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(paragraph, furniture), { minLength: 1, maxLength: 10 }), (pieces) => {
        const reading = read(pieces.join('\n\n'));
        if ('problem' in reading) return;
        const { article: found, record } = reading;
        const kept = record.kept.map(({ start, end }) => found.text.slice(start, end));
        expect(kept.join('\n\n')).toBe(found.text);
        expect(kept.length + record.removed.length).toBeGreaterThanOrEqual(pieces.length);
      }),
    );
  });

  it.each([
    'En cliquant sur le lien, la victime installe le logiciel sans le savoir.',
    'Les cookies permettent de suivre les internautes, rappelle la Cnil.',
    '« Nous utilisons des cookies », admet le fabricant dans sa notice.',
    'WhatsApp a averti 1 400 abonnés que leur téléphone avait été visé.',
    'Publiée le 18 juillet 2021, l’enquête cite dix-sept médias.',
    'Les commentaires du ministre ont été publiés sur Twitter et Facebook.',
    'Abonnés ou non, les lecteurs ont protesté contre la publicité.',
    'Read his lips, the minister told reporters on Friday.',
    'More than 180 journalists were targeted, the consortium said.',
    'Copyright law was broken, the court said in its ruling on Monday.',
    'Photos de ministres et numéros de téléphone circulaient déjà en juillet.',
    'Partager ces données avec un État tiers est interdit par la loi.',
    'Follow-up questions were not answered by the company on Friday.',
    'Fermer le dossier serait une faute, juge le député.',
  ])('keeps a sentence that only resembles furniture: %s', (text) => {
    const story = 'Le port a fermé ses portes mardi soir, après une panne qui a duré neuf heures.';
    expect(article([title, story, text, story].join('\n\n')).text).toBe([story, text, story].join('\n\n'));
    expect(article([title, story, text].join('\n')).text).toBe([story, text].join('\n\n'));
  });

  it('keeps a standfirst, subheadings, short answers and an end without full stop', () => {
    const story = 'Le port a fermé ses portes mardi soir, après une panne qui a duré neuf heures.';
    const parts = [
      'La direction promet un audit et présente ses excuses aux armateurs',
      story,
      'Intouchables',
      story,
      'Non.',
      '- douze grues automatiques',
      story,
      'Le port doit rouvrir lundi matin à huit heures, a dit un porte-parole',
    ];
    expect(article([title, ...parts].join('\n\n')).text).toBe(parts.join('\n\n'));
  });

  it('uses a text of one line as text and title', () => {
    const found = article('Eyal Hulata a rencontré Emmanuel Bonne à Paris.');
    expect(found.text).toBe('Eyal Hulata a rencontré Emmanuel Bonne à Paris.');
    expect(found.title).toBe('Eyal Hulata a rencontré Emmanuel Bonne à Paris');
  });

  it('takes fields that an export wrote above the text', () => {
    const story = 'Le port a fermé ses portes mardi soir, après une panne qui a duré neuf heures.';
    const found = article(`Title: Panne au port\nSource : Le Phare\nDate: 2022-03-09\n\n${story}\n`);
    expect(found).toMatchObject({ title: 'Panne au port', outlet: 'Le Phare', published: '2022-03-09', text: story });
  });
});
