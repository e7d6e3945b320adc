import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { configKeys, readConfig } from '../src/config.ts';
import { UsageError } from '../src/errors.ts';

const example = readFileSync('.env.example', 'utf8');

describe('the settings', () => {
  test('have defaults for everything that is needed', () => {
    expect(readConfig({})).toMatchObject({
      CORPUS_DIR: 'corpus',
      DATA_DIR: '.data',
      ANSWER_TIMEOUT: 30_000,
      LOG_LEVEL: 'info',
    });
  });

  test('are the default where a variable is empty, as in KEY=', () => {
    const empty = Object.fromEntries(configKeys.filter((key) => !key.endsWith('_PREFIX')).map((key) => [key, '']));
    expect(readConfig(empty)).toEqual({ ...readConfig({}), LOG_QUESTIONS: false, CHAT_REWRITE_FOLLOW_UPS: false });
  });

  test.each([
    ['ANSWER_TIMEOUT', 'soon'],
    ['ANSWER_TIMEOUT', '-1'],
    ['CHAT_CONCURRENCY', '0'],
    ['BELLEROPHON_LANGUAGE', 'de'],
    ['LOG_LEVEL', 'loud'],
    ['EMBEDDING_POOLING', 'max'],
    ['LOG_QUESTIONS', 'perhaps'],
  ])('are refused when %s is "%s", by name', (key, value) => {
    expect(() => readConfig({ [key]: value })).toThrow(UsageError);
    expect(() => readConfig({ [key]: value })).toThrow(key);
  });

  test('leave other variables of the environment alone', () => {
    expect(readConfig({ PATH: '/bin' })).toEqual(readConfig({}));
  });

  test('are all in .env.example, in the same order, and nothing else is', () => {
    const keys = [...example.matchAll(/^#?\s*([A-Z][A-Z_]+)=/gm)].map(([, key]) => key);
    expect(keys).toEqual(configKeys);
  });

  test('are usable as .env.example shows them', () => {
    const lines = [...example.matchAll(/^#?\s*([A-Z][A-Z_]+)=(.*)$/gm)];
    const shown = Object.fromEntries(lines.map(([, key, value = '']) => [key, value.replace(/^"(.*)"$/, '$1')]));
    expect(() => readConfig(shown)).not.toThrow();
  });

  test('are all in the table of the README, in the same order', () => {
    const readme = readFileSync('README.md', 'utf8');
    const keys = [...readme.matchAll(/^\| `([A-Z][A-Z_]+)` \|/gm)].map(([, key]) => key);
    expect(keys).toEqual(configKeys);
  });
});
