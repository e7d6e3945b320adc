import { editDistance } from '../text/edit-distance.ts';
import type { Clusters } from './clusters.ts';
import type { Contexts } from './context.ts';
import type { Form } from './forms.ts';
import { organisationWords } from './lexicon.ts';
import { regionOf } from './regions.ts';
import { countBits, letterBits, looseKey, phoneticKey } from './spelling.ts';

function groupBy<T>(items: Iterable<T>, keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

interface FullName {
  readonly form: Form;
  readonly given: string;
  readonly surname: string;
  readonly sound: string;
  readonly bits: number;
}

/** Below this much common ground two names with one or two letters' difference stay two. */
const contextForOneEdit = 0.3;
const contextForTwoEdits = 0.45;
/** A lone surname has no given name to vouch for it. */
const contextForLoneSurname = 0.55;

/** Whether a form can be a person's name: no country, acronym, number or word of an organisation in it. */
export function mayBePerson(form: Form, ordinary: ReadonlyMap<string, number>): boolean {
  if (regionOf(form.key) !== undefined) return false;
  if (form.words.some((word) => organisationWords.has(word) || /\d|&/.test(word))) return false;
  if (/^(?:le|la|les|l|the) /.test(form.key)) return false;
  if (form.words.length > 1 && ordinary.has(form.words[0]!) && form.titled === 0) return false;
  return ![...form.surfaces.keys()].every((surface) => /^\p{Lu}{2,}$/u.test(surface));
}

function sameName(left: FullName, right: FullName, contexts: Contexts): boolean {
  const sameSound = left.sound === right.sound;
  const limit = Math.min(left.surname.length, right.surname.length) >= 5 ? 2 : 1;
  if (!sameSound && countBits(left.bits ^ right.bits) > 2 * limit) return false;
  const edits = editDistance(left.surname, right.surname, limit);
  if (!sameSound && edits > limit) return false;
  if (contexts.contrasted(left.form, right.form)) return false;
  if (sameSound) return true;
  if (Math.min(left.surname.length, right.surname.length) < 4) return false;
  const needed = edits === 1 ? contextForOneEdit : contextForTwoEdits;
  return contexts.similarity(left.form, right.form) >= needed;
}

/** Joins spellings of full names: one given name by sound, surnames alike, and the same surroundings. */
export function mergeFullNames(people: readonly Form[], clusters: Clusters, contexts: Contexts): void {
  const names = people.map((form): FullName => {
    const surname = form.words.slice(1).join('');
    return {
      form,
      given: phoneticKey(form.words[0]!),
      surname,
      sound: phoneticKey(surname),
      bits: letterBits(surname),
    };
  });
  for (const group of groupBy(names, (name) => name.given).values()) {
    for (const [index, left] of group.entries()) {
      for (const right of group.slice(index + 1)) {
        if (clusters.same(left.form.key, right.form.key)) continue;
        if (sameName(left, right, contexts) || sameWithoutMiddle(left.form, right.form)) {
          clusters.union(left.form.key, right.form.key);
        }
      }
    }
  }
  mergeInitials(people, clusters);
}

/** "Anna G. Eshoo" and "Anna Eshoo". */
function sameWithoutMiddle(left: Form, right: Form): boolean {
  const [short, long] = left.words.length < right.words.length ? [left, right] : [right, left];
  if (short.words.length !== 2 || long.words.length !== 3 || long.words[1]!.length > 1) return false;
  return short.words[0] === long.words[0] && short.words[1] === long.words[2];
}

/** "E. Macron" is the only Macron whose given name starts with E. */
function mergeInitials(people: readonly Form[], clusters: Clusters): void {
  const bySurname = groupBy(people, (form) => form.words.slice(1).join(' '));
  for (const form of people) {
    if (form.words[0]!.length > 1) continue;
    const matches = (bySurname.get(form.words.slice(1).join(' ')) ?? []).filter(
      (other) => other.words[0]!.length > 1 && other.words[0]![0] === form.words[0],
    );
    if (new Set(matches.map((other) => clusters.find(other.key))).size === 1) {
      clusters.union(matches[0]!.key, form.key);
    }
  }
}

/** Ends of a full name that may stand alone for it: `ben barak` and `barak` for `ram ben barak`. */
export function surnamesOf(form: Form): string[] {
  return form.words.slice(1).map((_, index) => form.words.slice(index + 1).join(' '));
}

/** Joins surnames that stand alone to the one person who bears them. */
export function linkSurnames(
  people: readonly Form[],
  forms: ReadonlyMap<string, Form>,
  clusters: Clusters,
  isPerson: (form: Form) => boolean,
): void {
  const bearers = new Map<string, Form[]>();
  for (const form of people) {
    for (const surname of surnamesOf(form)) bearers.set(surname, [...(bearers.get(surname) ?? []), form]);
  }
  for (const [surname, full] of bearers) {
    const alone = forms.get(surname);
    if (alone === undefined || regionOf(surname) !== undefined) continue;
    // "Franck Paris" is not Paris.
    if (alone.placed >= 2 && alone.placed >= 0.2 * alone.count) continue;
    if (full.includes(alone)) continue;
    const persons = [...groupBy(full, (form) => clusters.find(form.key)).values()].filter((group) =>
      [...group, alone].some(isPerson),
    );
    const shared = (group: readonly Form[]): number =>
      group.reduce((sum, form) => sum + [...form.articles].filter((article) => alone.articles.has(article)).length, 0);
    const ranked = persons.map((group) => ({ group, shared: shared(group) })).sort((a, b) => b.shared - a.shared);
    const [best, second] = ranked;
    if (best === undefined) continue;
    // Two people of one surname: the bare surname belongs to one only when the file hardly means the other.
    if (second !== undefined && best.shared < 4 * Math.max(1, second.shared)) continue;
    clusters.union(best.group[0]!.key, surname);
  }
}

/** Joins misspelt lone surnames ("Khulata", "Pon") to a person of the same article, or of the same surroundings. */
export function linkMisspeltSurnames(
  people: readonly Form[],
  orphans: readonly Form[],
  clusters: Clusters,
  contexts: Contexts,
  isPerson: (form: Form) => boolean,
): void {
  const surnames = people.filter(isPerson).map((form) => {
    const surname = form.words.at(-1)!;
    return { form, surname, sound: phoneticKey(surname), loose: looseKey(surname), bits: letterBits(surname) };
  });
  for (const orphan of orphans) {
    const word = orphan.key;
    const sound = phoneticKey(word);
    const loose = looseKey(word);
    const bits = letterBits(word);
    const found = new Set<string>();
    for (const candidate of surnames) {
      if (countBits(bits ^ candidate.bits) > 6) continue;
      const near =
        candidate.sound === sound ||
        (Math.min(word.length, candidate.surname.length) >= 5 && editDistance(word, candidate.surname, 1) === 1);
      const together = [...orphan.articles].some((article) => candidate.form.articles.has(article));
      const garbled = together && loose.length >= 3 && candidate.loose === loose && orphan.articles.size === 1;
      if (!near && !garbled) continue;
      if (contexts.contrasted(orphan, candidate.form)) continue;
      const needed = together ? (candidate.sound === sound || garbled ? 0 : contextForOneEdit) : contextForLoneSurname;
      if (contexts.similarity(orphan, candidate.form) < needed) continue;
      found.add(clusters.find(candidate.form.key));
    }
    if (found.size === 1) clusters.union([...found][0]!, word);
  }
}
