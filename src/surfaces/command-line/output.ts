import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** The reader has gone (`| head -1`): not an error, but nothing more is worth computing. */
export class OutputClosed extends Error {}

export interface Output {
  /** Writes a line and waits while the reader is slower. @throws OutputClosed */
  line(text: string): Promise<void>;
}

/** Standard output as commands use it: with back-pressure, and with a closed pipe told apart from a failure. */
export function openOutput(stream: Writable): Output {
  let failure: Error | undefined;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    failure = error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED' ? new OutputClosed() : error;
  });
  return {
    async line(text) {
      if (failure !== undefined) throw failure;
      // `once` rejects on 'error' with the stream's own error; the listener above has told which kind it is.
      if (!stream.write(`${text}\n`)) await once(stream, 'drain').catch(() => undefined);
      if (failure !== undefined) throw failure;
    },
  };
}
