import { mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openHistory } from '../../../src/surfaces/repl/history.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'bellerophon-'));
const noProblem = (reason: string) => expect.fail(reason);

describe('the history', () => {
  test('has the lines of earlier sessions, newest first', () => {
    const file = join(folder(), 'data', 'history');
    const first = openHistory(file, 10, noProblem);
    for (const line of ['one', 'two', 'two', '  ', 'three']) first.add(line);
    expect(openHistory(file, 10, noProblem).lines).toEqual(['three', 'two', 'one']);
  });

  test('can be read by its owner only', () => {
    const file = join(folder(), 'history');
    openHistory(file, 10, noProblem).add('private');
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('is cut back to its limit when it is opened', () => {
    const file = join(folder(), 'history');
    writeFileSync(file, Array.from({ length: 25 }, (_, at) => `line ${at}\n`).join(''));
    expect(openHistory(file, 10, noProblem).lines[0]).toBe('line 24');
    expect(readFileSync(file, 'utf8').trimEnd().split('\n')).toHaveLength(10);
  });

  test('loses nothing when two sessions write at once', () => {
    const file = join(folder(), 'history');
    const [one, two] = [openHistory(file, 10, noProblem), openHistory(file, 10, noProblem)];
    one.add('a');
    two.add('b');
    one.add('c');
    expect(openHistory(file, 10, noProblem).lines).toEqual(['c', 'b', 'a']);
  });

  test('that cannot be kept is told once, and the session goes on', () => {
    const file = join(folder(), 'history');
    mkdirSync(file);
    const reasons: string[] = [];
    const history = openHistory(file, 10, (reason) => reasons.push(reason));
    history.add('a');
    history.add('b');
    expect(history.lines).toEqual([]);
    expect(reasons).toHaveLength(1);
  });
});
