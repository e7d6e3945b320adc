import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SentenceEncoder } from '../../src/reading/sentence-encoder.ts';
import { pythonWith } from './python.ts';
import { writeSmallExamples } from './small-affair.ts';
import { sentencePairs, writeSmallCorpus } from './small-corpus.ts';

const repository = path.resolve(import.meta.dirname, '../..');
const run = promisify(execFile);
const python = pythonWith('numpy, onnx, torch');
const title = python
  ? 'teaching an encoder of sentences'
  : 'teaching an encoder of sentences (skipped: no python3 here has numpy, onnx and torch; see training/README.md)';

/**
 * A model of two layers with numbers drawn at random, written as the package holds it; torch's own layers say what the encoder should make of a text.
 * argv: the folder to write, words that are pieces
 */
const script = `
import json, sys
from pathlib import Path
import numpy as np, torch
from torch import nn
from training.sentences.model import begin
from training.sentences.pretrained import TOKENIZER, WEIGHTS, WORDS, greatest, read_numbers

folder, pieces = Path(sys.argv[1]), ["[CLS]", "[SEP]", *sys.argv[2:]]
torch.manual_seed(1)
layers = [nn.TransformerEncoderLayer(384, 12, 1536, dropout=0.0, activation="gelu", batch_first=True).eval() for _ in range(2)]
numbers = {WORDS: torch.randn(len(pieces), 384) * 0.05, "embeddings.position_embeddings.weight": torch.randn(512, 384) * 0.05,
           "embeddings.token_type_embeddings.weight": torch.randn(2, 384) * 0.05,
           "embeddings.LayerNorm.weight": torch.ones(384), "embeddings.LayerNorm.bias": torch.zeros(384)}
for at, layer in enumerate(layers):
    own = f"encoder.layer.{at}"
    for kind, joined in (("weight", layer.self_attn.in_proj_weight), ("bias", layer.self_attn.in_proj_bias)):
        numbers |= {f"{own}.attention.self.{part}.{kind}": each for part, each in zip(("query", "key", "value"), joined.chunk(3))}
    for name, part in (("attention.output.dense", layer.self_attn.out_proj), ("attention.output.LayerNorm", layer.norm1), ("output.LayerNorm", layer.norm2),
                       ("intermediate.dense", layer.linear1), ("output.dense", layer.linear2)):
        numbers |= {f"{own}.{name}.weight": part.weight, f"{own}.{name}.bias": part.bias}
content, header = b"", {"__metadata__": {"format": "pt"}}
for name, tensor in numbers.items():
    written = tensor.detach().numpy().astype(np.float16)
    header[name] = {"dtype": "F16", "shape": list(written.shape), "data_offsets": [len(content), len(content) + written.nbytes]}
    content += written.tobytes()
head = json.dumps(header).encode()
(folder / WEIGHTS).write_bytes(len(head).to_bytes(8, "little") + head + content)
(folder / TOKENIZER).write_text(json.dumps({"model": {"vocab": {piece: row for row, piece in enumerate(pieces)}}}))

known = read_numbers(folder)
rows = torch.tensor([0, 3, 4, 2, 1])
x = nn.functional.layer_norm(torch.from_numpy(known[WORDS])[rows] + torch.from_numpy(known["embeddings.position_embeddings.weight"][:5]
    + known["embeddings.token_type_embeddings.weight"][0]), (384,))[None]
with torch.no_grad():
    for layer in layers:
        x = layer(x)
    wanted = nn.functional.normalize(x.mean(1))
    words = torch.from_numpy(known[WORDS][[3, 4, 2]] / greatest(known[WORDS]))
    found = begin(known, (0, 1), [0, 1])(words, torch.tensor([[1, 3, 4, 5, 2, 0, 0]]))
print(float((wanted * found).sum()))
`;

describe.skipIf(!python)(title, () => {
  let folder = '';
  const at = (...parts: string[]) => path.join(folder, ...parts);
  const english = [
    ...new Set(sentencePairs().flatMap(({ english }) => english.toLowerCase().replace('.', '').split(' '))),
  ];
  let sameAsTorch = 0;
  let taught: SentenceEncoder;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'bellerophon-sentences-'));
    for (const part of ['model', 'data']) await mkdir(at(part));
    await writeSmallCorpus(at('data'));
    const vectors = Object.fromEntries(
      english.map((word, row) => [word, Array.from({ length: 100 }, (_, place) => Math.sin(row * 7 + place))]),
    );
    await writeFile(at('glove.json'), JSON.stringify({ words: english, vectors }));
    const made = await run(python!, ['-c', script, at('model'), ...english, ...'abcdefghijklmnopqrstuvwxyz'], {
      cwd: repository,
    });
    sameAsTorch = Number(made.stdout);
    const from = ['--pretrained', at('model'), '--data', at('data'), '--out', at('model')];
    const examples = await writeSmallExamples(folder);
    await run(python!, ['-m', 'training.sentences.pieces', ...from, '--glove', at('glove.json')], { cwd: repository });
    const options = ['--examples', examples, '--work', at('work'), '--minutes', '0.03'];
    await run(python!, ['-m', 'training.sentences.train', ...from, ...options], { cwd: repository });
    taught = new SentenceEncoder(at('model', 'encoder.onnx'));
  }, 180_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('begins with what the pretrained layers make of a text', () => {
    expect(sameAsTorch).toBeGreaterThan(0.999);
  });

  test('gives a graph that sentences are encoded with', async () => {
    const [text] = await taught.encode([['le', 'pont']]);
    expect(text!.vector).toHaveLength(384);
    expect(Math.hypot(...text!.vector)).toBeCloseTo(1, 3);
    expect(text!.contexts).toHaveLength(2 * 384);
  });
});
