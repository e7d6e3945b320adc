import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyPressFile, type PressFile } from './press-file.ts';

let file: PressFile;
beforeAll(() => {
  file = copyPressFile([
    '2021-10-21-axios-israel-france-secret-talks',
    '2021-10-23-rfi-rencontre-franco-israelienne-pegasus',
  ]);
});
afterAll(() => file.remove());

describe('build-index', () => {
  test('builds once, then only what has changed', async () => {
    const first = await file.run('build-index');
    expect(first.stdout).toMatch(/^Articles: 2 · passages: \d+ · names: \d+\nArticles read: 2, removed: 0/);
    const second = await file.run('build-index');
    expect(second.stdout).toContain('Articles read: 0, removed: 0 · passages embedded: 0');
    const forced = await file.run('build-index', ['--force']);
    expect(forced.stdout).toContain('Articles read: 2');
    expect([first, second, forced].map(({ exitCode }) => exitCode)).toEqual([0, 0, 0]);
  });

  test('lists the names with their spellings and shows what is kept of each article', async () => {
    const names = await file.run('build-index', ['--names']);
    expect(names.stdout).toMatch(/^Eyal Hulata \(person, named in 2 articles\)/m);
    const report = await file.run('build-index', ['--report']);
    expect(report.stdout).toMatch(
      /^2021-10-23-rfi[^ ]+\.md paragraphs kept: \d+, pieces removed: \d+\n {4}Scandale Pegasus/m,
    );
    expect(report.stdout).toContain("  + D'après ce portail, Walla News");
  });

  test('names each file that cannot be used, uses the others, and says so by exit code 3', async () => {
    writeFileSync(join(file.corpusDir, 'broken.md'), '---\ntitle: [unclosed\n---\nText.');
    writeFileSync(join(file.corpusDir, 'empty.txt'), '');
    writeFileSync(join(file.corpusDir, 'binary.txt'), Buffer.from([0, 1, 2, 255, 254, 0, 0, 7]));
    const { stdout, stderr, exitCode } = await file.run('build-index');
    expect(stdout).toContain('Articles: 2');
    for (const name of ['broken.md', 'empty.txt', 'binary.txt'])
      expect(stderr).toMatch(new RegExp(`^${name}: .+`, 'm'));
    expect(exitCode).toBe(3);
  });

  test('says what is wrong with a folder that is missing or holds nothing', async () => {
    const missing = await file.run('build-index', [], { environment: { CORPUS_DIR: join(file.corpusDir, 'none') } });
    const empty = join(file.dataDir, 'no-articles');
    mkdirSync(empty, { recursive: true });
    const nothing = await file.run('build-index', [], { environment: { CORPUS_DIR: empty, LANG: 'fr_FR.UTF-8' } });
    expect(missing.stderr).toMatch(/^Error: .*CORPUS_DIR/);
    expect(nothing.stderr).toMatch(/^Erreur\u00a0: /m);
    expect([missing.exitCode, nothing.exitCode]).toEqual([4, 4]);
  });
});
