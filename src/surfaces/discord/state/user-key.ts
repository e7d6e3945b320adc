import { createHmac, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Turns a Discord user id into the key under which the user's data is kept. */
export type UserKey = (userId: string) => string;

/**
 * Keys are salted hashes, so that the database alone does not tell who asked what. The salt lives in a file of its own,
 * readable by its owner only, and is made on first use: losing it makes `/forget-me` blind, leaking it with the
 * database makes the ids guessable.
 */
export function userKeyFromFile(saltFile: string): UserKey {
  const salt = readSalt(saltFile);
  return (userId) => createHmac('sha256', salt).update(userId).digest('base64url').slice(0, 22);
}

function readSalt(file: string): Buffer {
  mkdirSync(dirname(file), { recursive: true });
  try {
    // `wx` fails when another process has made it in the meantime: then that one counts.
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url');
}
