import type { CommandEnvironment } from '../../../src/surfaces/command-line/environment.ts';

/** What the real scripts hand over; these processes differ from them only in the Bellerophon behind. */
export function environmentOf({ argv, env, stdin, stdout, stderr }: NodeJS.Process): CommandEnvironment {
  return { argv: argv.slice(2), environment: env, stdin, stdout, stderr };
}
