import { spawn } from 'node:child_process';

export interface ProcessResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number | null;
}

export interface ProcessOptions {
  readonly input?: string;
  readonly environment?: Record<string, string>;
}

/** Runs a TypeScript file as the scripts of package.json do, to its end, with an environment that decides everything. */
export function runTypeScript(
  file: string,
  args: readonly string[] = [],
  { input = '', environment = {} }: ProcessOptions = {},
): Promise<ProcessResult> {
  return runProcess(process.execPath, ['--import', 'tsx/esm', file, ...args], { input, environment });
}

export function runProcess(
  command: string,
  args: readonly string[],
  { input = '', environment = {} }: ProcessOptions = {},
): Promise<ProcessResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment } });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ stdout, stderr, exitCode }));
    // A process that ends without reading its input closes the pipe; that is its right.
    child.stdin.on('error', () => undefined).end(input);
  });
}
