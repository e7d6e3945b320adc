import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ProcessOptions, type ProcessResult, runProcess } from '../surfaces/run-process.ts';

/** A temporary copy of some articles of corpus/, and the project's own commands on it. */
export interface PressFile {
  readonly corpusDir: string;
  readonly dataDir: string;
  /** `npm run --silent <script> -- <args>` in the project's folder. */
  run(script: string, args?: readonly string[], options?: ProcessOptions): Promise<ProcessResult>;
  remove(): void;
}

export function copyPressFile(articles: readonly string[]): PressFile {
  const folder = mkdtempSync(join(tmpdir(), 'bellerophon-'));
  const corpusDir = join(folder, 'articles');
  const dataDir = join(folder, 'data');
  mkdirSync(corpusDir);
  for (const article of articles) copyFileSync(join('corpus', `${article}.md`), join(corpusDir, `${article}.md`));
  return {
    corpusDir,
    dataDir,
    run: (script, args = [], { input = '', environment = {} } = {}) =>
      runProcess('npm', ['run', '--silent', script, '--', ...args], {
        input,
        environment: { CORPUS_DIR: corpusDir, DATA_DIR: dataDir, LANG: 'en_GB.UTF-8', ...environment },
      }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
