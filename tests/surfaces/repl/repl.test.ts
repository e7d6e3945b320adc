import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runTypeScript } from '../run-process.ts';

const repl = (input: string, environment: Record<string, string> = {}) =>
  runTypeScript('tests/surfaces/processes/repl.ts', [], { input, environment });

describe('the REPL in a pipe', () => {
  test('answers each line, with no prompt, no colours, no greeting and no history, and succeeds', async () => {
    const DATA_DIR = join(mkdtempSync(join(tmpdir(), 'bellerophon-')), 'data');
    const { stdout, stderr, exitCode } = await repl('Whom has he met?\n/open 1\n', { DATA_DIR });
    expect(stdout).toMatch(/^He met Emmanuel Bonne on Tuesday\. \[1\].*\n\nSources\n[^›]*>>>He met/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that there is none is the point.
    expect(stdout).not.toMatch(/\u001b/);
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    expect(existsSync(DATA_DIR)).toBe(false);
  });

  test('goes on after a question that failed', async () => {
    const { stdout, stderr, exitCode } = await repl('fail\nmet?\n');
    expect(stdout).toMatch(/^He met/);
    expect(stderr).toContain('cannot read the moon');
    expect(exitCode).toBe(0);
  });

  test('stops at /quit', async () => {
    const { stdout } = await repl('/quit\nmet?\n');
    expect(stdout).toBe('');
  });
});
