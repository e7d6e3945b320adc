import { placeStems } from '../text/thesaurus.ts';
import type { Article, NameEntry, NameKind } from '../types.ts';
import type { Owner } from './clusters.ts';
import type { Form } from './forms.ts';
import { outletNames } from './gazetteer.ts';
import { organisationWords } from './lexicon.ts';
import { regionOf } from './regions.ts';
import { nameKey } from './spelling.ts';

/** What one set of spellings is judged by. */
export interface Members {
  readonly forms: readonly Form[];
  readonly owner: Owner | undefined;
  readonly isPerson: boolean;
  /** Words that the file writes small. */
  readonly ordinary: ReadonlyMap<string, number>;
}

/** Outlet's key → indexes of its articles: they document the outlet though they may not name it. */
export function articlesByOutlet(articles: readonly Article[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [index, article] of articles.entries()) {
    for (const name of outletNames(article.outlet))
      found.set(nameKey(name), [...(found.get(nameKey(name)) ?? []), index]);
  }
  return found;
}

function kindOf({ forms, owner, isPerson, ordinary }: Members, outlets: ReadonlyMap<string, unknown>): NameKind {
  if (owner?.entry.kind !== undefined) return owner.entry.kind;
  if (forms.some((form) => regionOf(form.key) !== undefined)) return 'place';
  if (isPerson) return 'person';
  if (forms.some((form) => outlets.has(form.key))) return 'organisation';
  if (forms.some((form) => form.words.some((word) => organisationWords.has(word)))) return 'organisation';
  const surfaces = forms.flatMap((form) => [...form.surfaces.keys()]);
  if (surfaces.some((surface) => /^\p{Lu}{2,6}$/u.test(surface))) return 'organisation';
  const count = forms.reduce((sum, form) => sum + form.count, 0);
  const placed = forms.reduce((sum, form) => sum + form.placed, 0);
  if (placed >= 1 && placed >= 0.4 * count) return 'place';
  // A capital, which a file may only name as one names a government: "Rabat denies".
  if (forms.some(({ words }) => words.length === 1 && placeStems(words).size > 0)) return 'place';
  return forms.some((form) => looksLikePerson(form, ordinary)) && !forms.some((form) => form.determined > 0)
    ? 'person'
    : 'other';
}

/** Two or three words written like a person's name. Only a guess: it names the kind and unites nothing. */
function looksLikePerson(form: Form, ordinary: ReadonlyMap<string, number>): boolean {
  if (ordinary.has(form.words[0]!)) return false;
  if (form.words.length < 2 || form.words.length > 4 || form.known) return false;
  if (form.words.some((word) => regionOf(word) !== undefined)) return false;
  const pattern =
    /^(?!(?:L[ea]s?|The|El) )\p{Lu}\p{Ll}+(?:[-'’]\p{L}+)*(?: (?:\p{Lu}\.|d[eu]|l[ea]|\p{Lu}[\p{L}'’-]+))+$/u;
  return [...form.surfaces.keys()].every((surface) => pattern.test(surface));
}

/** Most used writing first; a person's full name before a bare surname, a name with its article before one without. */
function orderSurfaces(forms: readonly Form[], kind: NameKind): string[] {
  const rank = (form: Form): number => (kind === 'person' && form.words.length < 2 ? 1 : 0);
  const hasArticle = (form: Form): boolean =>
    /^(?:le|la|les|l|the) /.test(form.key) && forms.some((other) => form.key.endsWith(` ${other.key}`));
  return forms
    .flatMap((form) =>
      [...form.surfaces].map(([surface, users]) => ({
        surface,
        rank: rank(form),
        article: hasArticle(form) ? 0 : 1,
        uses: users.size,
      })),
    )
    .sort((a, b) => a.rank - b.rank || a.article - b.article || b.uses - a.uses || b.surface.length - a.surface.length)
    .map(({ surface }) => surface);
}

/** Writings that differ by more than capitals, in order. */
function distinct(surfaces: readonly string[]): string[] {
  const seen = new Set<string>();
  return surfaces.filter((surface) => {
    const small = surface.toLowerCase().replace(/’/g, "'");
    if (seen.has(small)) return false;
    seen.add(small);
    return true;
  });
}

/** Null for a set that no article uses and nobody has settled. */
export function toEntry(
  members: Members,
  articles: readonly Article[],
  outlets: ReadonlyMap<string, readonly number[]>,
): NameEntry | null {
  const kind = kindOf(members, outlets);
  const { forms, owner } = members;
  const used = new Set<number>();
  for (const form of forms) {
    for (const article of form.articles) used.add(article);
    for (const article of outlets.get(form.key) ?? []) used.add(article);
  }
  const settled = owner === undefined ? [] : [owner.entry.canonical, ...owner.entry.variants];
  const region = forms.map((form) => regionOf(form.key)).find((found) => found !== undefined);
  const surfaces = orderSurfaces(forms, kind);
  const variants = distinct([...settled.slice(0, 1), ...surfaces, ...settled, ...(region?.names ?? [])]);
  const canonical = variants[0];
  if (canonical === undefined) return null;
  return {
    id: nameKey(canonical).replaceAll(' ', '-'),
    kind,
    canonical,
    variants,
    articleIds: [...used].sort((a, b) => a - b).map((index) => articles[index]!.id),
  };
}
