import { stems, words } from './terms.ts';
import { actionGroups } from './thesaurus-actions.ts';
import { institutionGroups } from './thesaurus-institutions.ts';
import { placeGroups } from './thesaurus-places.ts';
import { qualityGroups } from './thesaurus-qualities.ts';

/**
 * General vocabulary of the press, French and English, one group of near-synonyms a line: what a reader may call one and
 * the same thing. It knows nothing of any affair. Words are compared by stem; a word may stand in several groups.
 */
class Thesaurus {
  readonly #groupsOfStem = new Map<string, number[]>();
  readonly #wordsOfGroup: string[][] = [];

  constructor(lines: readonly string[]) {
    for (const [group, line] of lines.entries()) {
      const members = words(line).map(({ word }) => word);
      this.#wordsOfGroup.push(members);
      for (const stem of new Set(members.flatMap(stems))) {
        const groups = this.#groupsOfStem.get(stem);
        if (groups) groups.push(group);
        else this.#groupsOfStem.set(stem, [group]);
      }
    }
  }

  /** Words that stand in a group with one of the stems, in order. */
  related(wordStems: readonly string[]): string[] {
    const groups = new Set(wordStems.flatMap((stem) => this.#groupsOfStem.get(stem) ?? []));
    return [...new Set([...groups].flatMap((group) => this.#wordsOfGroup[group] ?? []))];
  }
}

const lines = (groups: string): string[] => groups.trim().split('\n');
const places = new Thesaurus(lines(placeGroups));
const general = new Thesaurus([placeGroups, institutionGroups, actionGroups, qualityGroups].flatMap(lines));

/** Stems of the near-synonyms of a word, in both languages, given the word's stems; its own stems included. */
export function synonymStems(wordStems: readonly string[]): ReadonlySet<string> {
  return new Set(general.related(wordStems).flatMap(stems));
}

/** Stems of what else a place is called: its inhabitants, its capital. */
export function placeStems(wordStems: readonly string[]): ReadonlySet<string> {
  return new Set(places.related(wordStems).flatMap(stems));
}

/** The near-synonyms of a word as they are written, in both languages, given the word's stems; itself left out. */
export function synonyms(wordStems: readonly string[]): readonly string[] {
  const own = new Set(wordStems);
  return general.related(wordStems).filter((word) => !stems(word).some((stem) => own.has(stem)));
}
