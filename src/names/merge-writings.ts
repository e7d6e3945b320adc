import type { DeclaredAlias } from './acronyms.ts';
import type { Clusters } from './clusters.ts';
import type { Contexts } from './context.ts';
import { emptyForm, type Form } from './forms.ts';
import type { NamesFile } from './names-file.ts';
import { regionOf } from './regions.ts';
import { nameKey } from './spelling.ts';

/** Words after which a company's short name is still the company: "NSO Group" and "NSO". */
const corporateForms = new Set(
  'group groupe inc ltd llc corp corporation company international technologies technology holdings plc gmbh ag sa news'.split(
    ' ',
  ),
);

/** Unites what names.yml unites, before anything else is judged. Its names exist even when no article has them. */
export function applyNamesFile(namesFile: NamesFile, forms: Map<string, Form>, clusters: Clusters): void {
  for (const entry of namesFile) {
    const keys = [entry.canonical, ...entry.variants].map(nameKey).filter((key) => key !== '');
    const [first, ...rest] = keys;
    if (first === undefined) continue;
    for (const key of keys) {
      if (!forms.has(key)) forms.set(key, emptyForm(key, true));
      clusters.add(key);
    }
    clusters.own(first, { entry, banned: new Set(entry.distinctFrom.map(nameKey)) });
    for (const key of rest) clusters.union(first, key);
  }
}

/** Unites what the articles themselves declare: "Reporters sans frontières (RSF)". */
export function mergeDeclared(declared: readonly DeclaredAlias[], clusters: Clusters): void {
  for (const { name, alias } of declared) {
    const [left, right] = [nameKey(name), nameKey(alias)];
    if (clusters.has(left) && clusters.has(right)) clusters.union(left, right);
  }
}

/** Unites the French and English names of one country. */
export function mergeRegions(forms: ReadonlyMap<string, Form>, clusters: Clusters): void {
  const firstOfRegion = new Map<string, string>();
  for (const key of forms.keys()) {
    const code = regionOf(key)?.code;
    if (code === undefined) continue;
    const first = firstOfRegion.get(code);
    if (first === undefined) firstOfRegion.set(code, key);
    else clusters.union(first, key);
  }
}

/** Unites ways of writing one name: "France Info" and "Franceinfo", "Le Monde" and "(du) Monde", "NSO" and "NSO Group". */
export function mergeWritings(forms: ReadonlyMap<string, Form>, clusters: Clusters): void {
  const compact = new Map<string, string>();
  for (const key of forms.keys()) {
    const letters = key.replaceAll(' ', '');
    const twin = compact.get(letters);
    if (letters.length >= 6 && twin !== undefined) clusters.union(twin, key);
    else compact.set(letters, key);
  }
  for (const form of forms.values()) {
    const bare = /^(?:le|la|les|l|the) (.+)$/.exec(form.key)?.[1];
    if (bare !== undefined && isFree(bare, forms, clusters)) clusters.union(form.key, bare);
    const [head, ...tail] = form.words;
    if (tail.length > 0 && tail.every((word) => corporateForms.has(word)) && isFree(head!, forms, clusters)) {
      // "Jerusalem Post" is not Jerusalem: a word that stands after "in" or "à" is a place.
      if (forms.get(head!)!.placed === 0 || form.words.at(-1) !== 'news') clusters.union(form.key, head!);
    }
    const last = form.words.at(-1)!;
    if (form.words.length === 2 && corporateForms.has(head!) && isFree(last, forms, clusters)) {
      clusters.union(form.key, last);
    }
  }
}

/** Below this much common ground two acronyms of the same letters stay two. */
const contextForAcronyms = 0.35;

/** Unites acronyms that a translation has turned round: OTAN and NATO, FMI and IMF, ONS for NSO. */
export function mergeTranslatedAcronyms(
  forms: ReadonlyMap<string, Form>,
  clusters: Clusters,
  contexts: Contexts,
): void {
  const byLetters = new Map<string, Form[]>();
  for (const form of forms.values()) {
    if (form.words.length > 1 || form.key.length < 3 || regionOf(form.key) !== undefined) continue;
    if (![...form.surfaces.keys()].some((surface) => /^\p{Lu}{3,6}$/u.test(surface))) continue;
    const letters = [...form.key].sort().join('');
    byLetters.set(letters, [...(byLetters.get(letters) ?? []), form]);
  }
  for (const group of byLetters.values()) {
    for (const [index, left] of group.entries()) {
      for (const right of group.slice(index + 1)) {
        if (contexts.contrasted(left, right) || contexts.similarity(left, right) < contextForAcronyms) continue;
        clusters.union(left.key, right.key);
      }
    }
  }
}

/** A form of its own: no country, and nobody's surname. */
function isFree(key: string, forms: ReadonlyMap<string, Form>, clusters: Clusters): boolean {
  if (!forms.has(key) || regionOf(key) !== undefined) return false;
  return !clusters.members(key).some((member) => member.endsWith(` ${key}`) && !/^(?:le|la|les|l|the) /.test(member));
}
