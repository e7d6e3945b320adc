import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { EmbeddingError } from '../errors.ts';
import type { FromChild, ToChild } from './child-messages.ts';
import type { Pooling } from './pooling.ts';

/** The child ended before it answered; the request can be tried with another. */
export class ChildGoneError extends Error {
  constructor(code: number | null, signal: NodeJS.Signals | null) {
    super(signal === null ? `it ended with code ${code}` : `it was ended by ${signal}`);
    this.name = 'ChildGoneError';
  }
}

/** A running child with its model loaded. It takes one request at a time; the caller queues. */
export class EmbeddingProcess {
  readonly dimensions: number;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, dimensions: number) {
    this.#child = child;
    this.dimensions = dimensions;
  }

  /**
   * Starts a child and loads a model in it.
   * @throws EmbeddingError when the model cannot be loaded, ChildGoneError when the child ends meanwhile
   */
  static async start(folder: string, pooling: Pooling): Promise<EmbeddingProcess> {
    const child = fork(fileURLToPath(new URL('./embedding-child.ts', import.meta.url)), [], {
      serialization: 'advanced',
      // Named rather than inherited: what started this process may have loaded TypeScript in another way, or a debugger.
      execArgv: ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    try {
      const answer = await request(child, { type: 'load', folder, pooling });
      if (answer.type !== 'loaded')
        throw new EmbeddingError(answer.type === 'failed' ? answer.message : 'Unexpected answer.');
      return new EmbeddingProcess(child, answer.dimensions);
    } catch (error) {
      child.kill();
      throw error;
    }
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  get isRunning(): boolean {
    return this.#child.connected && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** @throws EmbeddingError when inference fails, ChildGoneError when the child ends meanwhile */
  async embed(texts: readonly string[]): Promise<number[][]> {
    const answer = await request(this.#child, { type: 'embed', texts });
    if (answer.type !== 'embedded')
      throw new EmbeddingError(
        `The embedding model failed: ${answer.type === 'failed' ? answer.message : 'no vectors came'}.`,
      );
    const { values } = answer;
    return texts.map((_, i) => Array.from(values.subarray(i * this.dimensions, (i + 1) * this.dimensions)));
  }

  async close(): Promise<void> {
    if (!this.isRunning) return;
    const gone = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.disconnect();
    await gone;
  }
}

/** One message, one answer. An idle child does not keep this process alive; one at work does. */
function request(child: ChildProcess, message: ToChild): Promise<FromChild> {
  child.ref();
  child.channel?.ref();
  return new Promise<FromChild>((resolve, reject) => {
    const settle = (finish: () => void) => {
      child.off('message', onMessage).off('exit', onExit).off('error', onError);
      child.unref();
      child.channel?.unref();
      finish();
    };
    const onMessage = (answer: unknown) => settle(() => resolve(answer as FromChild));
    const onExit = (code: number | null, signal: NodeJS.Signals | null) =>
      settle(() => reject(new ChildGoneError(code, signal)));
    const onError = (error: Error) => settle(() => reject(error));
    child.on('message', onMessage).on('exit', onExit).on('error', onError);
    if (child.exitCode !== null || child.signalCode !== null) onExit(child.exitCode, child.signalCode);
    else child.send(message, (error) => error && child.kill());
  });
}
