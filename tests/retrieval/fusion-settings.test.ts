import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EmbeddingError } from '../../src/errors.ts';
import { defaultFusion, readFusionSettings } from '../../src/retrieval/fusion-settings.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('reads the settings kept with a model', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'fusion.json'), JSON.stringify({ ...defaultFusion, denseWeight: 0.4 }));
  expect(await readFusionSettings(folder)).toEqual({ ...defaultFusion, denseWeight: 0.4 });
});

test('a model without settings has the defaults', async () => {
  expect(await readFusionSettings(await temporaryFolder())).toEqual(defaultFusion);
  expect(await readFusionSettings(undefined)).toEqual(defaultFusion);
});

test('refuses settings that are not as they must be, and names the file', async () => {
  const folder = await temporaryFolder();
  for (const content of ['', '{}', JSON.stringify({ ...defaultFusion, denseWeight: 2 })]) {
    await writeFile(join(folder, 'fusion.json'), content);
    await expect(readFusionSettings(folder)).rejects.toThrow(EmbeddingError);
    await expect(readFusionSettings(folder)).rejects.toThrow(/fusion\.json/);
  }
});
