import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { writeTinyModel } from '../embedding/tiny-model.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function evaluate(args: readonly string[], environment: Record<string, string> = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { env: { ...process.env, LANG: 'C', ...environment } };
    execFile(process.execPath, ['--import', loader, 'scripts/evaluate.ts', ...args], options, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
  });
}

async function smallSet(): Promise<{ folder: string; args: string[] }> {
  const folder = await temporaryFolder();
  const passages = ['Le chat dort sur le pont.', 'Un chien mange en ville.', 'The accord between France and Israel.'];
  const questions = ['Où dort le chat ?', 'Que fait le chien en ville ?', 'Which accord has France with Israel?'];
  const [passagesFile, queriesFile] = [join(folder, 'p.jsonl'), join(folder, 'q.jsonl')];
  await writeFile(passagesFile, passages.map((text, i) => JSON.stringify({ id: `p${i}`, text })).join('\n'));
  const lines = questions.map((question, i) => JSON.stringify({ id: `q${i}`, question, passage: `p${i}` }));
  await writeFile(queriesFile, lines.join('\n'));
  return { folder, args: ['--passages', passagesFile, '--queries', queriesFile] };
}

test('evaluate prints the contract’s object with --json, and a table without', async () => {
  const { args } = await smallSet();
  const figures = { r1: expect.any(Number), r5: 1, r10: 1, mrr10: expect.any(Number) };
  const { stdout } = await evaluate([...args, '--json']);
  expect(JSON.parse(stdout)).toEqual({
    model: 'bellerophon-static-fr-en',
    bm25: { r1: 1, r5: 1, r10: 1, mrr10: 1 },
    dense: figures,
    hybrid: { r1: 1, r5: 1, r10: 1, mrr10: 1 },
    passages: 3,
    queries: 3,
    ms: { index: expect.any(Number), bm25: expect.any(Number), dense: expect.any(Number), hybrid: expect.any(Number) },
  });
  expect(stdout.trim().split('\n')).toHaveLength(1);
  expect((await evaluate(args)).stdout).toMatch(/3 questions, 3 passages, model bellerophon-static-fr-en/);
});

test('evaluate measures the model that the settings name, in its own process', async () => {
  const { folder, args } = await smallSet();
  const model = join(folder, 'tiny');
  await writeTinyModel(model, { pooled: false });
  const { code, stdout } = await evaluate([...args, '--json'], { EMBEDDING_MODEL: model });
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ model, queries: 3 });
});

test('evaluate names the file and line that it cannot read, on standard error, with the exit code for usage', async () => {
  const { folder, args } = await smallSet();
  await writeFile(join(folder, 'q.jsonl'), '{"id":"q","question":"?","passage":"p0"}\nnonsense');
  const { code, stdout, stderr } = await evaluate(args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/q\.jsonl, line 2: expected one JSON object/);
  expect(stderr).not.toMatch(/\n\s+at /);
});
