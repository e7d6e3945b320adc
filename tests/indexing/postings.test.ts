import fc from 'fast-check';
import { expect, test } from 'vitest';
import { IndexError } from '../../src/errors.ts';
import { Postings, type TermCounts } from '../../src/indexing/postings.ts';

const counts = fc
  .record({ title: fc.integer({ min: 0, max: 2 }), text: fc.integer({ min: 0, max: 3 }) })
  .filter(({ title, text }) => title + text > 0);
const entry = fc
  .dictionary(fc.constantFrom('a', 'b', 'c', 'd'), counts)
  .map((terms): TermCounts => new Map(Object.entries(terms)));
const entries = fc.array(entry, { maxLength: 6 });

/** What the arrays say, entry by entry. */
function heldBy(postings: Postings): { terms: Record<string, unknown>; lengths: readonly number[] }[] {
  const { starts, titleLengths, textLengths, inTitle, inText } = postings;
  const held = Array.from(titleLengths, (title, number) => ({
    terms: {} as Record<string, unknown>,
    lengths: [title, textLengths[number]!],
  }));
  for (const [number, term] of postings.terms.entries())
    for (let at = starts[number]!; at < starts[number + 1]!; at += 1)
      held[postings.entries[at]!]!.terms[term] = { title: inTitle[at], text: inText[at] };
  return held;
}

function expected(all: readonly TermCounts[]): ReturnType<typeof heldBy> {
  return all.map((terms) => ({
    terms: Object.fromEntries(terms),
    lengths: (['title', 'text'] as const).map(
      (field) => [...terms.values()].filter((count) => count[field] > 0).length,
    ),
  }));
}

test('entries that are added and removed leave what building from the rest gives', () => {
  fc.assert(
    fc.property(entries, entries, fc.func(fc.boolean()), (first, second, keeps) => {
      const updated = Postings.empty()
        .updated(() => true, first)
        .updated(keeps, second);
      const rest = [...first.filter((_, number) => keeps(number)), ...second];
      expect(heldBy(updated)).toEqual(expected(rest));
      expect([...updated.terms].sort()).toEqual([...new Set(rest.flatMap((terms) => [...terms.keys()]))].sort());
    }),
  );
});

test('what is written is read back; bytes that are too few are refused', () => {
  fc.assert(
    fc.property(entries, (all) => {
      const postings = Postings.empty().updated(() => true, all);
      const { terms, size } = postings;
      expect(heldBy(Postings.parse(terms, size, postings.bytes()))).toEqual(expected(all));
      expect(() => Postings.parse(terms, size, postings.bytes().slice(1))).toThrow(IndexError);
    }),
  );
});
