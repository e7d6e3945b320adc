import { randomBytes } from 'node:crypto';

/** No letters or digits that look alike: people read these out. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A short id that stands both in an error line and in the logs; 30^8 values. */
export function newReference(): string {
  return randomId(8);
}

/** An id for a stored answer; 30^14 values, so none can be guessed. */
export function newAnswerId(): string {
  return randomId(14);
}

function randomId(length: number): string {
  return [...randomBytes(length)].map((byte) => alphabet[byte % alphabet.length]).join('');
}
