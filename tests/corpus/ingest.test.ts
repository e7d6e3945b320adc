import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { articleFileName, formatArticle } from '../../src/corpus/article-file.ts';
import { ingest } from '../../src/corpus/ingest.ts';
import { UsageError } from '../../src/errors.ts';
import { article } from './reading.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const fixtures = fileURLToPath(new URL('fixtures', import.meta.url));

let folder: string;
let into: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ingest-'));
  into = path.join(folder, 'corpus');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function run(...flags: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const command = [path.join(root, 'node_modules/tsx/dist/cli.mjs'), path.join(root, 'scripts/ingest.ts'), ...flags];
  return new Promise((resolve) => {
    const env = { ...process.env, NO_COLOR: '1', CORPUS_DIR: into };
    execFile(process.execPath, command, { cwd: root, env }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

describe('formatArticle', () => {
  it('writes a file from which the same article is read', () => {
    const paragraph = fc.oneof(
      fc.constantFrom(
        'Le port vaut 2 * 3 * 4 et *ceci* compte, dit le rapport du préfet.',
        '# Pas un titre, mais une ligne du texte de cet article.',
        'Voir [le rapport](https://a.org) et <b>les notes</b> de la capitainerie.',
        '> Une ligne citée, dit le capitaine du port de Brenne mardi.',
        '--- Trois tirets ouvrent cette ligne du texte, dit le préfet.',
        'Intouchables',
        'Un chemin C:\\\\port\\_a_ reste tel quel dans le texte de cet article.',
      ),
      fc
        .array(fc.constantFrom('port', 'M. Gantz', '«\u00a0Oui.\u00a0»', '*', '_', '50\u202f000', '~~', '[1]', '#3'), {
          minLength: 8,
          maxLength: 20,
        })
        .map((words) => `Le ${words.join(' ')} fin.`),
    );
    const text = fc.array(paragraph, { minLength: 1, maxLength: 6 }).map((list) => list.join('\n\n'));
    const label = fc.option(fc.constantFrom('Le Phare', 'null', '2022', 'a: b', "l'« œuvre »", '#x', '"q"'), {
      nil: null,
    });
    fc.assert(
      fc.property(
        text,
        label,
        label,
        fc.constantFrom('2022-03-09', '2022-03', '2022', null),
        (body, outlet, author, published) => {
          const written = {
            title: outlet ?? 'T',
            outlet,
            author,
            published,
            url: null,
            language: 'fr' as const,
            text: body,
          };
          expect(article(formatArticle(written), 'a.md')).toMatchObject(written);
        },
      ),
    );
  });
});

describe('articleFileName', () => {
  it.each([
    [
      { title: 'Réunion « discrète » à l’Élysée', outlet: 'RFI', published: '2021-10-23' },
      '2021-10-23-rfi-reunion-discrete-a-l-elysee.md',
    ],
    [{ title: 'Pegasus', outlet: null, published: null }, 'pegasus.md'],
    [{ title: '…', outlet: null, published: null }, 'article.md'],
    [{ title: '../../etc/passwd', outlet: null, published: null }, 'etc-passwd.md'],
  ])('names %j', (data, expected) => {
    expect(articleFileName(data)).toBe(expected);
  });

  it('cuts a long title at a word', () => {
    const name = articleFileName({ title: 'pourparlers '.repeat(20), outlet: 'RFI', published: '2021-10' });
    expect(name).toMatch(/^2021-10-rfi(-pourparlers)+\.md$/);
    expect(name.length).toBeLessThan(100);
  });
});

describe('ingest', () => {
  it('cleans raw files into articles that read like them', async () => {
    const outcomes = await ingest([fixtures], { into, data: {}, force: false });
    expect(outcomes.length).toBeGreaterThan(5);
    for (const outcome of outcomes) {
      if (outcome.status !== 'written') throw new Error(`Expected a written file, got ${outcome.status}`);
      const written = article(await readFile(outcome.target));
      const { id: _id, file: _file, sha256: _sha256, ...data } = outcome.article;
      expect(article(await readFile(outcome.target), 'a.md')).toMatchObject(data);
      expect(written.text).not.toBe('');
    }
    expect((await readdir(into)).every((name) => name.endsWith('.md'))).toBe(true);
  });

  it('never replaces other content without force', async () => {
    const source = path.join(fixtures, 'agency-wrapped.txt');
    const options = { into, data: { title: 'T', published: '2022-03-09' }, force: false };
    const [first] = await ingest([source], options);
    expect(first?.status).toBe('written');
    expect((await ingest([source], options))[0]?.status).toBe('unchanged');
    const target = path.join(into, (await readdir(into))[0]!);
    await writeFile(target, 'edited by hand');
    expect((await ingest([source], options))[0]?.status).toBe('exists');
    expect(await readFile(target, 'utf8')).toBe('edited by hand');
    expect((await ingest([source], { ...options, force: true }))[0]?.status).toBe('written');
    expect(await readFile(target, 'utf8')).toContain('title: T');
    expect(await readdir(into)).toHaveLength(1);
  });

  it('refuses data that cannot be right', async () => {
    const refused = (data: object, sources = [fixtures]) =>
      expect(ingest(sources, { into, data, force: false })).rejects.toBeInstanceOf(UsageError);
    await refused({ title: 'One title for many files' });
    await refused({ published: '23/10/2021' });
    await refused({ url: 'rfi.fr' }, [path.join(fixtures, 'page.html')]);
    await refused({}, [path.join(folder, 'nowhere.txt')]);
  });
});

describe('npm run ingest', () => {
  it('says what it wrote, kept and removed, and ends with 0', async () => {
    const { code, stdout } = await run(path.join(fixtures, 'french-blog-copy.txt'), '--outlet', 'Le Blog');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^written .*2022-03-le-blog-le-port-de-brenne-/);
    expect(stdout).toContain('kept 4 paragraphs');
    expect(stdout).toContain('- author-blurb: "Tea lover.');
    expect((await readdir(into))[0]).toMatch(/^2022-03-le-blog-/);
  });

  it('ends with 3 when some files are unusable, with 4 when all are, with 2 on wrong use', async () => {
    await mkdir(path.join(folder, 'raw'));
    await writeFile(path.join(folder, 'raw/empty.txt'), '');
    expect(await run(path.join(folder, 'raw'))).toMatchObject({
      code: 4,
      stdout: expect.stringMatching(/unusable +empty\.txt: .*empty/),
    });
    expect((await run(path.join(folder, 'raw'), path.join(fixtures, 'english-site.txt'))).code).toBe(3);
    expect(await run(path.join(folder, 'nowhere'))).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/does not exist/),
    });
    expect((await run()).code).toBe(2);
  });
});
