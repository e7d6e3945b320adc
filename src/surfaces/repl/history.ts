import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Lines typed in earlier sessions, kept in a file that only its owner can read (questions can be private). Each line is
 * appended as it is typed, so that two sessions at once lose nothing; the file is cut back to `limit` lines when it is opened.
 */
export interface History {
  /** Newest first, as node:readline wants them. */
  readonly lines: readonly string[];
  readonly limit: number;
  add(line: string): void;
}

/** `onProblem` is told once when the file cannot be used; the session goes on without it. */
export function openHistory(file: string, limit: number, onProblem: (reason: string) => void): History {
  let usable = true;
  const attempt = <Result>(action: () => Result, otherwise: Result): Result => {
    if (!usable) return otherwise;
    try {
      return action();
    } catch (error) {
      usable = false;
      onProblem((error as Error).message);
      return otherwise;
    }
  };
  const lines = attempt(() => {
    mkdirSync(dirname(file), { recursive: true });
    const all = readIfThere(file)
      .split('\n')
      .filter((line) => line !== '');
    if (all.length <= limit) return all;
    const latest = all.slice(-limit);
    writeFileSync(file, `${latest.join('\n')}\n`, { mode: 0o600 });
    return latest;
  }, []);
  let previous = lines.at(-1);
  return {
    lines: [...lines].reverse(),
    limit,
    add(line) {
      const oneLine = line.replace(/\s*\n\s*/g, ' ').trim();
      if (oneLine === '' || oneLine === previous) return;
      previous = oneLine;
      attempt(() => appendFileSync(file, `${oneLine}\n`, { mode: 0o600 }), undefined);
    },
  };
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
