// Compares an exported model, run as the bot runs it, with reference vectors of the trained table.
//   node training/check-export.mjs <model folder> <reference.jsonl>
// Each reference line is {"text","ids","vector"}. Fails when pieces differ or a cosine is below 0.999.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { env, pipeline } from '@xenova/transformers';

const LOWEST_COSINE = 0.999;

const [modelFolder, referenceFile] = process.argv.slice(2);
if (!modelFolder || !referenceFile) {
  console.error('Expected: node training/check-export.mjs <model folder> <reference.jsonl>');
  process.exit(2);
}
const resolved = path.resolve(modelFolder);
env.localModelPath = path.dirname(resolved);
env.allowRemoteModels = false;

const embed = await pipeline('feature-extraction', path.basename(resolved), { quantized: true });
const references = readFileSync(referenceFile, 'utf8').trim().split('\n').map((line) => JSON.parse(line));

let lowest = 1;
let differing = 0;
for (const { text, ids, vector } of references) {
  const found = Array.from(embed.tokenizer(text).input_ids.data, Number);
  if (found.join() !== ids.join()) {
    differing += 1;
    console.error(`pieces differ for ${JSON.stringify(text)}: trained [${ids}], exported [${found}]`);
  }
  const { data } = await embed(text, { pooling: 'cls' });
  const isEmpty = vector.every((value) => value === 0);
  const cosine = isEmpty ? Number(data.every((value) => value === 0)) : vector.reduce((sum, value, index) => sum + value * data[index], 0);
  if (!(cosine >= lowest)) lowest = cosine;
}
console.log(JSON.stringify({ texts: references.length, lowestCosine: lowest, textsWithOtherPieces: differing }));
process.exit(lowest >= LOWEST_COSINE && differing === 0 ? 0 : 1);
