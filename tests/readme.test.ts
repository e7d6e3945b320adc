import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ExitCode } from '../src/errors.ts';

const readme = readFileSync('README.md', 'utf8');
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));

test('every command of the README is a script of package.json', () => {
  const named = [...readme.matchAll(/npm run (?:--silent )?([a-z-]+)/g)].map(([, name]) => name ?? '');
  expect(named.length).toBeGreaterThan(10);
  expect([...new Set(named)].filter((name) => !(name in scripts))).toEqual([]);
});

test('every file the README links to is there', () => {
  const targets = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map(([, target]) => target ?? '');
  expect(targets.filter((target) => !existsSync(target))).toEqual([]);
});

test('the README lists every exit code', () => {
  const listed = [...readme.matchAll(/^\| (\d) \|/gm)].map(([, code]) => Number(code));
  expect(listed).toEqual(Object.values(ExitCode));
});
