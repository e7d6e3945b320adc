import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readArticles } from '../../src/corpus/read-corpus.ts';
import { scanCorpus } from '../../src/corpus/scan-corpus.ts';
import type { Answer, Article } from '../../src/types.ts';
import { copyPressFile, type PressFile } from './press-file.ts';

const question = 'Qui Eyal Hulata a-t-il rencontré ?';
let file: PressFile;
let articles: Map<string, Article>;

beforeAll(async () => {
  file = copyPressFile([
    '2021-09-25-mediapart-five-ministers-infected',
    '2021-10-21-axios-israel-france-secret-talks',
    '2021-10-22-tf1-info-discrete-rencontre-franco-israelienne',
    '2021-10-23-asharq-al-awsat-ban-hacking-french-phones',
    '2021-10-23-rfi-rencontre-franco-israelienne-pegasus',
    '2021-11-26-le-monde-france-refuse-pegasus-fin-2020',
  ]);
  const reading = await readArticles(await scanCorpus(file.corpusDir));
  articles = new Map(reading.articles.map((article) => [article.id, article]));
});
afterAll(() => file.remove());

/** Every quote is an exact slice, every marker has its citation, every citation is used. */
function expectSound({ answer, citations }: Answer): void {
  for (const { quote, articleId, start, end } of citations) {
    expect(articles.get(articleId)?.text.slice(start, end)).toBe(quote);
  }
  const markers = [...answer.matchAll(/\[(\d+)\]/g)].map(([, marker]) => Number(marker));
  expect([...new Set(markers)].sort()).toEqual(citations.map(({ marker }) => marker).sort());
}

describe('the command line on a press file', () => {
  test('answers with quotes from nothing: no index, no settings', async () => {
    const { stdout, exitCode } = await file.run('ask', [question]);
    expect(stdout).toMatch(/Emmanuel Bonne.*\[1\]/);
    expect(stdout).toMatch(/\n\nSources\n +\[1\] /);
    expect(exitCode).toBe(0);
  });

  test('prints one sound JSON object, and nothing on standard error once the index is there', async () => {
    const { stdout, stderr } = await file.run('ask', ['--json', question]);
    const answer: Answer = JSON.parse(stdout);
    expect(answer).toMatchObject({ question, language: 'fr', status: 'answered', mode: 'extractive' });
    expect(answer.citations.some(({ quote }) => quote.includes('Bonne'))).toBe(true);
    expectSound(answer);
    expect(stderr).toBe('');
  });

  test('answers JSON lines in order, a bad one among them, one conversation remembered', async () => {
    const input = [
      JSON.stringify({ id: 'a', question, conversation: 'c' }),
      'nonsense',
      JSON.stringify({ id: 'b', question: 'What is the best recipe for ratatouille?' }),
      JSON.stringify({ id: 'c', question, asOf: '2021-10-01' }),
      JSON.stringify({ id: 'd', question: 'Where did they meet?', conversation: 'c' }),
    ].join('\n');
    const { stdout, exitCode } = await file.run('ask', ['--jsonl'], { input });
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ id }) => id)).toEqual(['a', null, 'b', 'c', 'd']);
    expect(lines[1]).toMatchObject({ line: 2, error: expect.any(String) });
    expect(lines[2]).toMatchObject({ status: 'abstained', citations: [] });
    for (const { published } of lines[3].citations) expect(published <= '2021-10-01').toBe(true);
    for (const line of lines.filter(({ error }) => error === undefined)) expectSound(line);
    expect(exitCode).toBe(0);
  });

  test('talks in a pipe', async () => {
    const { stdout, exitCode } = await file.run('repl', [], { input: `${question}\n/ouvrir 1\n/sources axios\n` });
    expect(stdout).toContain('Emmanuel Bonne');
    expect(stdout).toMatch(/>>>[^<]+<<</);
    expect(stdout).toContain('1 article\n• Axios');
    expect(stdout).not.toContain('›');
    expect(exitCode).toBe(0);
  });

  test('takes up an article that is added and forgets one that is deleted', async () => {
    const added = join(file.corpusDir, 'added.txt');
    writeFileSync(
      added,
      'The bridge of Valbrune\n\nThe engineer Nadia Ferrand closed the bridge of Valbrune on Monday.\n',
    );
    const before = await file.run('ask', ['--json', 'Who closed the bridge of Valbrune?']);
    expect(JSON.parse(before.stdout).answer).toContain('Nadia Ferrand');
    rmSync(added);
    const after = await file.run('ask', ['--json', 'Who closed the bridge of Valbrune?']);
    expect(JSON.parse(after.stdout).status).toBe('abstained');
  });

  test('answers from a damaged index never: it is built anew and that is told', async () => {
    for (const name of readdirSync(file.dataDir, { recursive: true, encoding: 'utf8' })) {
      if (/vectors|hnsw/.test(name)) writeFileSync(join(file.dataDir, name), 'damaged');
    }
    const { stdout, stderr, exitCode } = await file.run('ask', [question]);
    expect(stdout).toContain('Emmanuel Bonne');
    expect(stderr).not.toBe('');
    expect(exitCode).toBe(0);
  });
});
