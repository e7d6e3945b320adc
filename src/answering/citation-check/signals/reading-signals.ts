import { mostCopied } from '../near-copy.ts';
import type { SignalReader } from './signal.ts';

/** Log-odds beyond which the reader is as sure as it can be of anything. */
const surest = 6;

/**
 * What the reader holds against the sentence, read beside what it quotes: it sees how the words go together. For a near
 * copy it may not speak, only against it: a word left out or turned hides from it among so many that are the same.
 */
export const readingSignals: SignalReader = ({ claim, sources, bearsOut }) => {
  const doubt = Math.max(-surest, Math.min(surest, -bearsOut));
  const copied = mostCopied(claim.content, sources);
  const signal = (name: string, value: number) => ({ name, value, kind: 'coverage', detail: '' }) as const;
  return [signal('unread', doubt * (1 - copied)), signal('unreadInCopy', Math.max(0, doubt) * copied)];
};
