import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { en } from '../../../src/surfaces/texts/en.ts';
import { fr } from '../../../src/surfaces/texts/fr.ts';
import { createTexts } from '../../../src/surfaces/texts/texts.ts';

const keys = Object.keys(en) as (keyof typeof en)[];
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

describe('the interface texts', () => {
  test('have the same keys in French and English', () => {
    expect(Object.keys(fr)).toEqual(keys);
  });

  test.each(keys)('%s has the same values filled in, in both languages', (key) => {
    expect([...new Set(placeholders(fr[key]))]).toEqual([...new Set(placeholders(en[key]))]);
  });

  test.each(keys)('%s follows French typography', (key) => {
    expect(fr[key]).not.toMatch(/ [;!?»]|[«] |(?<!https?|\{)[\p{L}”] :/u);
    expect(fr[key]).not.toMatch(/\p{L}'\p{L}/u);
    expect(en[key]).not.toMatch(/ [;:!?]/);
  });

  test('are all used', () => {
    const sources = filesUnder('src/surfaces').filter((file) => !/texts\/(?:fr|en)\.ts$/.test(file));
    const code = sources.map((file) => readFileSync(file, 'utf8')).join('\n');
    // A key may be put together: texts(`check.${verdict}`).
    const composed = [...code.matchAll(/`([a-z.]+\.)\$\{/g)].map(([, prefix]) => prefix ?? '');
    const unused = keys.filter((key) => {
      const name = key.replace(/_(?:one|other)$/, '');
      return !code.includes(`'${name}'`) && !composed.some((prefix) => name.startsWith(prefix));
    });
    expect(unused).toEqual([]);
  });

  test('take values as they are, even when these look like placeholders', () => {
    const { fr: texts } = createTexts();
    expect(texts('who.unknown', { name: '{{name}} $t(help.title) <b>' })).toContain('{{name}} $t(help.title) <b>');
  });

  test('choose the plural of the language', () => {
    const texts = createTexts();
    expect(texts.fr('who.articles', { count: 0 })).toBe('cité dans 0 article');
    expect(texts.en('who.articles', { count: 0 })).toBe('named in 0 articles');
    expect(texts.fr('answer.sources', { count: 3, outlets: '' })).toBe('3 sources indépendantes');
  });
});

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file));
}
