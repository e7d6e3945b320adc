import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNamesFile } from '../../src/names/names-file.ts';

describe('names.yml', () => {
  it('reads names with their variants', () => {
    const text = '- canonical: Le Temps\n  kind: organisation\n  variants: [Temps, LT]\n  distinct-from: [temps]\n';
    expect(parseNamesFile(text)).toEqual({
      entries: [{ canonical: 'Le Temps', kind: 'organisation', variants: ['Temps', 'LT'], distinctFrom: ['temps'] }],
      problems: [],
    });
  });

  it('takes an empty file for no names', () => {
    expect(parseNamesFile('# nothing yet\n')).toEqual({ entries: [], problems: [] });
  });

  it('reports an entry that it cannot use and keeps the others', () => {
    const { entries, problems } = parseNamesFile('- canonical: A\n- variants: [B]\n- kind: dog\n  canonical: C\n');
    expect(entries.map(({ canonical }) => canonical)).toEqual(['A']);
    expect(problems).toHaveLength(2);
    expect(problems[0]).toContain('entry 2');
  });

  it('reports what is not YAML or not a list', () => {
    expect(parseNamesFile('- [').problems).toHaveLength(1);
    expect(parseNamesFile('canonical: A').problems).toHaveLength(1);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseNamesFile(text)));
  });
});
