import { loadEnvFile } from 'node:process';
import type { CommandEnvironment } from '../src/surfaces/command-line/environment.ts';

/** This process as commands see it. Variables of a .env file in the working folder count where none are set. */
export function readEnvironment(): CommandEnvironment {
  try {
    loadEnvFile();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const { argv, env, stdin, stdout, stderr } = process;
  return { argv: argv.slice(2), environment: env, stdin, stdout, stderr };
}
