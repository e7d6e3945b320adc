import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/text/fold.ts';
import { stems } from '../../src/text/terms.ts';
import { synonyms } from '../../src/text/thesaurus.ts';

const folder = new URL('../../src/text/thesaurus/', import.meta.url);
const groups = readdirSync(folder).flatMap((file) =>
  readFileSync(new URL(file, folder), 'utf8')
    .replace(/\n$/, '')
    .split('\n')
    .map((line, index) => ({ place: `${file}:${index + 1}`, line, members: line.split(/\s*,\s*/) })),
);
const placesWhere = (faulty: (group: (typeof groups)[number]) => boolean) =>
  groups.filter(faulty).map(({ place, line }) => `${place} ${line}`);

describe('the lines of the thesaurus', () => {
  it('hold at least two members', () => expect(placesWhere(({ members }) => members.length < 2)).toEqual([]));
  it('hold no empty member', () =>
    expect(placesWhere(({ members }) => members.some((member) => !member.trim()))).toEqual([]));
  it('hold no member twice', () =>
    expect(placesWhere(({ members }) => new Set(members).size < members.length)).toEqual([]));
  it('hold letters, digits, spaces, hyphens, apostrophes and commas only', () =>
    expect(placesWhere(({ line }) => !/^[a-z0-9 ,'-]+$/.test(fold(line)))).toEqual([]));

  it('make each word a synonym of the other words of its line', () => {
    const singleWords = groups
      .map(({ members }) => members.map(fold).filter((member) => /^[a-z0-9]+$/.test(member)))
      .filter((members) => members.length > 1);
    const pairs = fc
      .constantFrom(...singleWords)
      .chain((members) => fc.tuple(fc.constantFrom(...members), fc.constantFrom(...members)));
    fc.assert(
      fc.property(pairs, ([word, other]) => {
        const sameWord = stems(other).some((stem) => stems(word).includes(stem));
        expect(synonyms([word]).includes(other)).toBe(!sameWord);
      }),
    );
  });
});
