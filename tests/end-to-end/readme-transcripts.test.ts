import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const shown = [...readFileSync('README.md', 'utf8').matchAll(/<!-- transcript: (.+?) -->\n```text\n([\s\S]*?)\n```/g)];

test('the README shows transcripts', () => expect(shown.length).toBeGreaterThan(0));

test.each(shown.map(([, command, output]) => ({ command: command ?? '', output })))(
  'the README shows what "$command" prints',
  ({ command, output }) => {
    expect(
      execFileSync('bash', ['-c', command], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trimEnd(),
    ).toBe(output);
  },
  60_000,
);
