import type { Article, NameEntry } from '../types.ts';
import { declaredAliases } from './acronyms.ts';
import { Clusters } from './clusters.ts';
import { type Contexts, createContexts } from './context.ts';
import { articlesByOutlet, toEntry } from './entries.ts';
import { collectForms, type Form, readChunks } from './forms.ts';
import { createGazetteer } from './gazetteer.ts';
import { linkMisspeltSurnames, linkSurnames, mayBePerson, mergeFullNames, surnamesOf } from './merge-persons.ts';
import {
  applyNamesFile,
  mergeDeclared,
  mergeRegions,
  mergeTranslatedAcronyms,
  mergeWritings,
} from './merge-writings.ts';
import type { NamesFile } from './names-file.ts';
import { countOrdinaryWords } from './vocabulary.ts';

/**
 * Finds the persons, organisations and places of a press file with all their spellings. Corpus-neutral:
 * what it knows beforehand are titles, particles and the countries' names of the Unicode data.
 *
 * Two spellings become one name when they fold or sound alike, when the text says so ("X (RSF)"), or when they differ
 * by a letter or two AND stand in the same surroundings. A wrong union is worse than a missed one: `namesFile`
 * (corpus/names.yml) adds what no algorithm can know and forbids what it gets wrong.
 *
 * @returns entries by number of articles, most first; ids are unique.
 */
export function buildNames(articles: readonly Article[], namesFile: NamesFile): NameEntry[] {
  const ordinary = countOrdinaryWords(articles.map((article) => article.text));
  const declared = articles.flatMap((article) => declaredAliases(article.text));
  const settled = namesFile.flatMap((entry) => [entry.canonical, ...entry.variants]);
  const gazetteer = createGazetteer(articles, [...declared.map(({ name }) => name), ...settled]);
  const forms = collectForms(articles, readChunks(articles, gazetteer), ordinary);
  const outlets = articlesByOutlet(articles);
  const contexts = createContexts(articles, ordinary);
  const clusters = new Clusters(forms.keys());

  applyNamesFile(namesFile, forms, clusters);
  mergeRegions(forms, clusters);
  mergeDeclared(declared, clusters);
  const people = [...forms.values()].filter(
    (form) => form.words.length > 1 && !outlets.has(form.key) && mayBePerson(form, ordinary),
  );
  mergeFullNames(people, clusters, contexts);
  const persons = personsAmong(people, forms, contexts);
  const isPerson = (form: Form): boolean => clusters.members(form.key).some((key) => persons.has(forms.get(key)!));
  linkSurnames(people, forms, clusters, isPerson);
  mergeWritings(forms, clusters);
  mergeTranslatedAcronyms(forms, clusters, contexts);
  const orphans = [...forms.values()].filter(
    (form) =>
      form.words.length === 1 &&
      form.key.length >= 3 &&
      form.articles.size <= 2 &&
      clusters.members(form.key).length === 1 &&
      !outlets.has(form.key) &&
      mayBePerson(form, ordinary),
  );
  linkMisspeltSurnames(people, orphans, clusters, contexts, isPerson);

  const entries: NameEntry[] = [];
  for (const keys of clusters.groups()) {
    const members = keys.map((key) => forms.get(key)!);
    const owner = clusters.owner(keys[0]!);
    const entry = toEntry({ forms: members, owner, isPerson: isPerson(members[0]!), ordinary }, articles, outlets);
    if (entry !== null) entries.push(entry);
  }
  entries.sort((a, b) => b.articleIds.length - a.articleIds.length || (a.id < b.id ? -1 : 1));
  return withUniqueIds(entries);
}

/** A full name is a person's when a role stands beside it or beside its bare surname. */
function personsAmong(people: readonly Form[], forms: ReadonlyMap<string, Form>, contexts: Contexts): Set<Form> {
  const persons = new Set<Form>();
  for (const form of people) {
    const alone = surnamesOf(form).map((surname) => forms.get(surname));
    if (contexts.hasRole(form) || alone.some((bare) => bare !== undefined && bare.titled > 0)) persons.add(form);
  }
  return persons;
}

function withUniqueIds(entries: readonly NameEntry[]): NameEntry[] {
  const counts = new Map<string, number>();
  return entries.map((entry) => {
    const count = (counts.get(entry.id) ?? 0) + 1;
    counts.set(entry.id, count);
    return count === 1 ? entry : { ...entry, id: `${entry.id}-${count}` };
  });
}
