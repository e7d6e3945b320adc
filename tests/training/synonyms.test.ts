import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const repository = path.resolve(import.meta.dirname, '../..');
const python = pythonWith('numpy');

/** Prints, for each word, the distinct texts that 200 draws put in its place. */
const script = `
import json, sys
import numpy as np
from training.ragged import Ragged
from training.synonyms import build_synonyms, substitute
from training.thesaurus import build_thesaurus, draw_pairs

groups, chance = json.load(sys.stdin)
words = list(dict.fromkeys(word for group in groups for member in group for word in member.split())) + ["unheard", "accusations"]
ids = {word: index for index, word in enumerate(words)}
thesaurus = build_thesaurus([[[ids[word] for word in member.split()] for member in group] for group in groups])
synonyms = build_synonyms(thesaurus, words)
random = np.random.default_rng(1)
found = {word: set() for word in words}
for _ in range(200):
    drawn = substitute(Ragged.of([[index] for index in range(len(words))]), synonyms, chance, random)
    for index, word in enumerate(words):
        found[word].add(" ".join(words[value] for value in drawn.values[drawn.starts[index]:drawn.starts[index + 1]]))
left, right = draw_pairs(thesaurus, 1000, random)
print(json.dumps({"found": {word: sorted(texts) for word, texts in found.items()}, "left": left.tolist(), "right": right.tolist()}))
`;

import { pythonWith } from './python.ts';

function draws(groups: string[][], chance: number) {
  const run = spawnSync(python!, ['-c', script], {
    cwd: repository,
    input: JSON.stringify([groups, chance]),
    encoding: 'utf8',
  });
  expect(run.stderr).toBe('');
  return JSON.parse(run.stdout) as { found: Record<string, string[]>; left: number[]; right: number[] };
}

const groups = [
  ['accusation', 'blame', 'mise en cause'],
  ['coup', 'blow'],
  ['coup', 'putsch'],
  ['coup', 'gulp'],
  ['coup', 'stroke'],
];

describe.skipIf(!python)('synonyms in the training', () => {
  test('a word gives way to any member of its group, set phrases included', () => {
    expect(draws(groups, 1).found.blame).toEqual(['accusation', 'blame', 'mise en cause']);
  });

  test('an inflection that the thesaurus does not hold has the synonyms of its word', () => {
    expect(draws(groups, 1).found.accusations).toEqual(['accusation', 'blame', 'mise en cause']);
  });

  test('a word of many meanings and an unknown word stay', () => {
    expect(draws(groups, 1).found).toMatchObject({ coup: ['coup'], unheard: ['unheard'] });
  });

  test('without a chance nothing changes', () => {
    for (const [word, texts] of Object.entries(draws(groups, 0).found)) expect(texts).toEqual([word]);
  });

  test('a pair is two different members of one group, each group once', () => {
    const { left, right } = draws(groups, 1);
    const groupOf = groups.flatMap((group, number) => group.map(() => number));
    expect(left.map((member) => groupOf[member])).toEqual(right.map((member) => groupOf[member]));
    expect(left.every((member, row) => member !== right[row])).toBe(true);
    expect(new Set(left.map((member) => groupOf[member])).size).toBe(groups.length);
  });
});
