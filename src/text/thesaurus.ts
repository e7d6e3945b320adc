import { stems, words } from './terms.ts';
import { thesaurusGroups } from './thesaurus-groups.ts';

/** stem → numbers of the groups it stands in */
const groupsOfStem = new Map<string, number[]>();
const wordsOfGroup: string[][] = [];

for (const line of thesaurusGroups.trim().split('\n')) {
  const group = wordsOfGroup.length;
  const members = words(line).map(({ word }) => word);
  wordsOfGroup.push(members);
  for (const stem of new Set(members.flatMap(stems))) {
    const groups = groupsOfStem.get(stem);
    if (groups) groups.push(group);
    else groupsOfStem.set(stem, [group]);
  }
}

/** Stems of the near-synonyms of a word, in both languages, given the word's stems; its own stems included. */
export function synonymStems(wordStems: readonly string[]): ReadonlySet<string> {
  const groups = new Set(wordStems.flatMap((stem) => groupsOfStem.get(stem) ?? []));
  return new Set([...groups].flatMap((group) => (wordsOfGroup[group] ?? []).flatMap(stems)));
}

/** The near-synonyms of a word as they are written, in both languages, given the word's stems; itself left out. */
export function synonyms(wordStems: readonly string[]): readonly string[] {
  const groups = new Set(wordStems.flatMap((stem) => groupsOfStem.get(stem) ?? []));
  const own = new Set(wordStems);
  const found = [...groups].flatMap((group) => wordsOfGroup[group] ?? []);
  return [...new Set(found)].filter((word) => !stems(word).some((stem) => own.has(stem)));
}
