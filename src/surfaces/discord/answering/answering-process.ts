import { type ChildProcess, fork } from 'node:child_process';
import { BellerophonError, ExitCode } from '../../../errors.ts';
import type { AskRequest, ConversationStore } from '../../../types.ts';
import type { AnsweringService, ServiceMethod } from './answering-service.ts';
import { type FromAnswerer, PendingCalls, settle, type ToAnswerer } from './protocol.ts';

export interface AnsweringProcessOptions {
  /** The script that calls `serveAnswers`. */
  readonly entry: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly conversations: ConversationStore;
  readonly onNotice: (message: string) => void;
  /** It has ended by itself; the next call begins a new one. */
  readonly onCrash: (description: string) => void;
}

/**
 * Searching holds the processor for tens of milliseconds a question, the first one for more. In a process of its own it
 * holds up neither acknowledgements nor heartbeats, both start at the same time, and if a native library brings it down
 * the bot answers with an honest line and begins a new one.
 * @throws the error of the other process when the index cannot be opened, with its exit code.
 */
export async function startAnsweringProcess(options: AnsweringProcessOptions): Promise<AnsweringService> {
  const answerer = new AnsweringProcess(options);
  await answerer.ready();
  const call =
    (method: ServiceMethod) =>
    (...parameters: unknown[]) =>
      answerer.call(method, parameters);
  const service = {
    ask: call('ask'),
    timeline: call('timeline'),
    who: call('who'),
    check: call('check'),
    sources: call('sources'),
    outlets: call('outlets'),
    suggestNames: call('suggestNames'),
    quoteContext: call('quoteContext'),
    exampleQuestion: call('exampleQuestion'),
    close: () => answerer.close(),
  };
  return service as AnsweringService;
}

class AnsweringProcess {
  readonly #options: AnsweringProcessOptions;
  readonly #calls = new PendingCalls();
  /** Who is shown the drafts of a call under way. */
  readonly #drafts = new Map<number, (text: string) => void>();
  #child: Promise<ChildProcess>;
  #closed = false;

  constructor(options: AnsweringProcessOptions) {
    this.#options = options;
    this.#child = this.#begin();
    this.#child.catch(() => {});
  }

  async ready(): Promise<void> {
    await this.#child;
  }

  async call(method: ServiceMethod, parameters: readonly unknown[]): Promise<unknown> {
    const { signal, onDraft, plain } = sendable(parameters);
    const child = await this.#child.catch(() => {
      this.#child = this.#begin();
      return this.#child;
    });
    signal?.throwIfAborted();
    const send = (message: ToAnswerer): void => void child.send(message);
    let abort = (): void => {};
    let forget = (): void => {};
    const outcome = this.#calls.begin((id) => {
      forget = () => void this.#drafts.delete(id);
      abort = () => {
        forget();
        send({ type: 'abort', id });
      };
      signal?.addEventListener('abort', abort, { once: true });
      if (onDraft) this.#drafts.set(id, onDraft);
      send({ type: 'call', id, method, parameters: plain, drafts: onDraft !== undefined });
    });
    return outcome.finally(() => {
      forget();
      signal?.removeEventListener('abort', abort);
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    const child = await this.#child.catch(() => undefined);
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    // It ends when the channel does; a native call that never returns would not notice.
    child.disconnect();
    const timer = setTimeout(() => child.kill('SIGKILL'), 2_000);
    await gone;
    clearTimeout(timer);
  }

  #begin(): Promise<ChildProcess> {
    const { entry, environment, conversations, onNotice, onCrash } = this.#options;
    const child = fork(entry, {
      serialization: 'advanced',
      env: { ...environment },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    let opened = false;
    return new Promise((resolve, reject) => {
      child.on('message', (message: FromAnswerer) => {
        switch (message.type) {
          case 'ready':
            opened = true;
            return resolve(child);
          case 'failed':
            reject(new BellerophonError(message.message, (message.exitCode ?? ExitCode.unexpected) as ExitCode));
            return child.disconnect();
          case 'notice':
            return onNotice(message.message);
          case 'draft':
            return this.#drafts.get(message.id)?.(message.text);
          case 'settled':
            return this.#calls.settle(message);
          case 'store': {
            const { id, method, parameters } = message;
            const work = conversations[method].bind(conversations) as (...values: unknown[]) => Promise<unknown>;
            void settle('store-settled', id, () => work(...parameters)).then((settled) => {
              if (child.connected) child.send(settled);
            });
          }
        }
      });
      child.on('error', reject);
      child.once('exit', (code, signal) => {
        const description = `The answering process has ended (${signal ?? `exit code ${code}`}).`;
        const error = new Error(description);
        reject(error);
        if (opened) this.#calls.failAll(error);
        if (!opened || this.#closed) return;
        onCrash(description);
        this.#child = this.#begin();
        this.#child.catch(() => {});
      });
    });
  }
}

type Live = Pick<AskRequest, 'signal' | 'onDraft'>;

/** Signals and functions cannot be sent: they stay here, and messages stand for what they do. */
function sendable(parameters: readonly unknown[]): Live & { readonly plain: unknown[] } {
  let live: Live = {};
  const plain = parameters.map((parameter) => {
    if (typeof parameter !== 'object' || parameter === null) return parameter;
    if (!('signal' in parameter) && !('onDraft' in parameter)) return parameter;
    const { signal, onDraft, ...rest } = parameter as Live;
    live = { signal, onDraft };
    return rest;
  });
  return { ...live, plain };
}
