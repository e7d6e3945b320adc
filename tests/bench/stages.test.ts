import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runStage, stageNames } from '../../src/bench/stages.ts';

test('every stage is timed by its unit', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bellerophon-'));
  cpSync('tests/fixtures/other-affair', join(folder, 'articles'), { recursive: true });
  const input = {
    corpusDir: join(folder, 'articles'),
    dataDir: join(folder, 'data'),
    questions: ['Qui a fermé le pont des Tanneurs ?', 'Who leaked the draft?'],
  };
  const counts: Record<string, number> = {};
  for (const stage of stageNames) {
    const { unit, sample } = await runStage(stage, input);
    for (const milliseconds of sample) expect(milliseconds).toBeGreaterThanOrEqual(0);
    counts[`${stage}, ${unit}`] = sample.length;
  }
  expect(counts).toMatchObject({
    'read, article': 10,
    'split, article': 10,
    'build, run': 1,
    'load, run': 5,
    'embed-question, question': 2,
    'retrieve, question': 2,
    'answer, question': 2,
  });
});
