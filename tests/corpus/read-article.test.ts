import { readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { article, problem, read } from './reading.ts';

const title = 'Le port suspend ses grues';
const story = 'Le ministère a reçu « un rapport » sur l’été à Brenne – il coûte 14,2 €, dit-on à l’Œuvre du port.';
const raw = `${title}\n\n${story}\n`;

describe('reading bytes', () => {
  it.each([
    ['UTF-8', Buffer.from(raw)],
    ['UTF-8 with byte order mark', Buffer.from(`\ufeff${raw}`)],
    ['decomposed accents', Buffer.from(raw.normalize('NFD'))],
    ['Windows line ends', Buffer.from(raw.replaceAll('\n', '\r\n'))],
    ['old Macintosh line ends', Buffer.from(raw.replaceAll('\n', '\r'))],
    ['Windows-1252', iconv.encode(raw, 'windows-1252')],
    ['UTF-16 LE', iconv.encode(raw, 'utf-16le', { addBOM: true })],
    ['UTF-16 BE', iconv.encode(raw, 'utf-16be', { addBOM: true })],
  ])('gives the same article from %s', (_name, bytes) => {
    expect(article(bytes)).toMatchObject({ title, text: story });
  });

  it('reads Latin-1', () => {
    const text = 'La réunion a été annulée à Genève, où le préfet était attendu.';
    expect(article(iconv.encode(text, 'latin1')).text).toBe(text);
  });

  it('keeps reading UTF-8 when a file is cut off inside a character', () => {
    const bytes = Buffer.from(`${raw}${'La réunion a été annulée à Genève. '.repeat(3)}é`);
    expect(article(bytes.subarray(0, -1)).text).toContain('La réunion a été annulée à Genève.');
  });

  it('uses the charset that a page declares', () => {
    const page = `<html><head><meta charset="iso-8859-15"><title>${title}</title></head><body><p>${story.replace(/[’–«»]/g, "'")}</p></body></html>`;
    expect(article(iconv.encode(page, 'iso-8859-15'), 'page.html').text).toContain('14,2 €, dit-on à');
  });

  it.each([
    ['an empty file', Buffer.alloc(0), /empty/],
    ['white space', Buffer.from(' \n\n\t'), /white space/],
    ['a PDF', Buffer.from('%PDF-1.7 …'), /PDF/],
    ['an archive', Buffer.from('PK\u0003\u0004…'), /zip/],
    ['binary data', Buffer.from('abc\0def'), /binary/],
    ['nothing but furniture', Buffer.from('Publicité\n\nPartager\n\nFermer\n'), /nothing is left/],
  ])('refuses %s, with the reason', (_name, bytes, reason) => {
    expect(problem(bytes)).toMatchObject({ file: 'article.txt', reason: expect.stringMatching(reason) });
  });
});

describe('front matter', () => {
  const withFields = (fields: string) => `---\n${fields}\n---\n${story}\n`;

  it('gives title, outlet, author, date, address and language; unknown fields are ignored', () => {
    const fields =
      'title: "Titre : un"\noutlet: Le Phare\nauthor: null\npublished: 2022-03-09\nurl: https://a.org/b\nlang: en\nkind: digest';
    expect(article(withFields(fields), 'a.md')).toMatchObject({
      id: 'a',
      title: 'Titre : un',
      outlet: 'Le Phare',
      author: null,
      published: '2022-03-09',
      url: 'https://a.org/b',
      language: 'en',
      text: story,
    });
  });

  it.each([
    ['2022-03-09', '2022-03-09'],
    ['"2022-03"', '2022-03'],
    ['2022-03', '2022-03'],
    ['2022', '2022'],
    ['2022-03-09T10:00:00Z', '2022-03-09'],
    ['2022-03-09 10:00:00', '2022-03-09'],
    ['null', null],
    ['""', null],
  ])('reads published: %s', (written, expected) => {
    expect(article(withFields(`title: T\npublished: ${written}`), 'a.md').published).toBe(expected);
  });

  it.each([
    ['title: [1, 2]', 'title', /quotes/],
    ['title: 1984', 'title', /quotes/],
    ['title: T\npublished: 2022-13-40', 'published', /YYYY-MM-DD/],
    ['title: T\npublished: hier', 'published', /YYYY-MM-DD/],
    ['title: T\nlang: de', 'lang', /fr or en/],
    ['title: T\noutlet: {a: 1}', 'outlet', /quotes/],
    ['title: "T', undefined, /YAML/],
    ['title: T\ntitle: U', undefined, /YAML/],
  ])('reports what is wrong in %j', (fields, field, reason) => {
    expect(problem(withFields(fields), 'a.md')).toMatchObject({
      file: 'a.md',
      ...(field ? { field } : {}),
      reason: expect.stringMatching(reason),
    });
  });

  it('reports front matter that never ends', () => {
    expect(problem(`---\ntitle: T\n\n${story}`, 'a.md').reason).toMatch(/ends the front matter/);
  });

  it('runs no code: only YAML is taken', () => {
    const code = `---js\n{ title: (globalThis.wasRun = true, 'T') }\n---\n${story}`;
    expect('article' in read(code, 'a.md')).toBe(true);
    expect(problem(`---js\ntitle: (globalThis.wasRun = true)\n---\n${story}`, 'a.md').reason).toMatch(/YAML/);
    expect(globalThis).not.toHaveProperty('wasRun');
  });

  it('takes the title from the text where the fields give none', () => {
    expect(article(`---\noutlet: Le Phare\n---\n${raw}`, 'a.md')).toMatchObject({
      title,
      outlet: 'Le Phare',
      text: story,
    });
  });

  it('leaves short lines of an edited file alone, and drops a repeated title', () => {
    const text = `---\ntitle: ${title}\n---\n# ${title}\n\nContexte\n\n${story}\n\nSuites`;
    expect(article(text, 'a.md').text).toBe(`Contexte\n\n${story}\n\nSuites`);
  });
});

describe('Markdown', () => {
  it('keeps the words and drops the signs', () => {
    const text = `# ${title}\n\n**Le port** a _fermé_ ses [portes](https://a.org/b) mardi soir, après une panne.\n\n> ${story}\n\n![Photo](a.png)\n`;
    expect(article(text, 'a.md')).toMatchObject({
      title,
      text: `Le port a fermé ses portes mardi soir, après une panne.\n\n${story}`,
    });
  });

  it('takes signs for themselves where they are escaped or mean nothing', () => {
    const text = `${story} Il vaut 2 * 3 * 4 et snake_case_name reste.\n\nVoir \\*note\\* et \\[1\\] dans le rapport du port de Brenne.`;
    expect(article(text, 'a.md').text).toBe(
      `${story} Il vaut 2 * 3 * 4 et snake_case_name reste.\n\nVoir *note* et [1] dans le rapport du port de Brenne.`,
    );
  });
});

describe('HTML', () => {
  it('reads the article of a page, its data from the markup, and leaves the rest of the page', () => {
    const found = article(readFileSync(new URL('fixtures/page.html', import.meta.url)), 'page.html');
    expect(found).toMatchObject({
      title: 'Grues de Brenne : réunion discrète à la préfecture',
      outlet: 'Le Phare',
      author: 'Anne Martin',
      published: '2022-03-10',
      url: 'https://phare.example/grues',
      language: 'fr',
    });
    expect(found.text).toBe(
      [
        'La directrice du port a rencontré le préfet mercredi soir, selon plusieurs sources «\u00a0proches du dossier\u00a0».',
        'Ils ont évoqué le logiciel de Lorex pendant deux heures.',
        'Ils se reverront en avril, a précisé la préfecture à la presse.',
        'Une crise',
        'Les quais sont fermés depuis le 8 mars 2022 et trois cargos attendent au large.',
      ].join('\n\n'),
    );
  });

  it('finds the text of a page without semantic markup', () => {
    const page = `<body class="has-sidebar"><div class="menu"><a>Accueil</a> <a>Monde</a></div><h1>${title}</h1><div><p>Publié le 9 mars 2022</p><p>${story}</p></div><div id="comments"><p>Quelle honte pour notre port, dit un lecteur fâché.</p></div></body>`;
    expect(article(page, 'a.htm')).toMatchObject({ title, published: '2022-03-09', text: story });
  });

  it('recognises a page saved under another ending', () => {
    expect(article(`<!DOCTYPE html><html><body><p>${story}</p></body></html>`, 'a.txt').text).toBe(story);
  });

  it('survives broken and deeply nested markup', () => {
    const nested = `${'<div>'.repeat(20_000)}<p>${story}</p>`;
    expect(['article', 'problem']).toContain(Object.keys(read(nested, 'a.html'))[0]);
    expect(article(`<p>${story}<p <b>${story}</i>`, 'a.html').text).toContain(story);
    expect(article(`<script type="application/ld+json">{broken</script><p>${story}</p>`, 'a.html').text).toBe(story);
  });
});
