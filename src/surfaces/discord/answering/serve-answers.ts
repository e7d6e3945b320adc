import { BellerophonError } from '../../../errors.ts';
import type { AskRequest, Bellerophon, ConversationStore } from '../../../types.ts';
import type { ServiceMethod } from './answering-service.ts';
import { GatheredPieces } from './gathered-pieces.ts';
import { type FromAnswerer, PendingCalls, settle, type ToAnswerer } from './protocol.ts';

/** The answering process: what of `node:process` it uses. */
export type AnswererProcess = Pick<NodeJS.Process, 'on' | 'send' | 'exit'>;

/** Milliseconds between two drafts of an answer. */
const draftInterval = 400;

/** Where the options with the signal stand among a method's parameters. */
const signalAt: Partial<Record<ServiceMethod, number>> = { ask: 0, timeline: 0, who: 1, check: 1 };

/**
 * Answers the calls of the bot's process until that one is gone. Signals are left to it: they reach the whole group,
 * and the answers under way are still wanted while the bot drains.
 */
export async function serveAnswers(
  host: AnswererProcess,
  open: (conversations: ConversationStore, onNotice: (message: string) => void) => Promise<Bellerophon>,
): Promise<void> {
  const send = (message: FromAnswerer): void => void host.send?.(message);
  const stored = new PendingCalls();
  const controllers = new Map<number, AbortController>();
  let bellerophon: Bellerophon | undefined;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) host.on(signal, () => {});
  host.on('disconnect', () => host.exit());

  const call = async (
    method: ServiceMethod,
    parameters: readonly unknown[],
    live: Pick<AskRequest, 'signal' | 'onDraft'>,
  ): Promise<unknown> => {
    if (bellerophon === undefined) throw new Error('Expected calls only after the index is open');
    const place = signalAt[method];
    const filled = parameters.map((parameter, index) =>
      index === place ? { ...(parameter as object), ...live } : parameter,
    );
    return (bellerophon[method] as (...values: unknown[]) => unknown)(...filled);
  };

  host.on('message', (message: ToAnswerer) => {
    if (message.type === 'store-settled') stored.settle(message);
    else if (message.type === 'abort') controllers.get(message.id)?.abort();
    else {
      const { id, method, parameters, drafts } = message;
      const controller = new AbortController();
      const { signal } = controller;
      controllers.set(id, controller);
      const pieces = new GatheredPieces((text) => send({ type: 'draft', id, text }), draftInterval);
      signal.addEventListener('abort', () => pieces.stop());
      const onDraft = drafts ? (piece: string) => pieces.add(piece) : undefined;
      void settle('settled', id, () => call(method, parameters, { signal, onDraft })).then((settled) => {
        controllers.delete(id);
        pieces.stop();
        send(settled);
      });
    }
  });

  const ask = (method: keyof ConversationStore, ...parameters: unknown[]): Promise<unknown> =>
    stored.begin((id) => send({ type: 'store', id, method, parameters }));
  const conversations: ConversationStore = {
    turns: async (conversation) =>
      (await ask('turns', conversation)) as Awaited<ReturnType<ConversationStore['turns']>>,
    append: async (conversation, turn) => void (await ask('append', conversation, turn)),
    forget: async (conversation) => void (await ask('forget', conversation)),
  };
  try {
    bellerophon = await open(conversations, (message) => send({ type: 'notice', message }));
    send({ type: 'ready' });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    send({ type: 'failed', message, exitCode: error instanceof BellerophonError ? error.exitCode : undefined });
  }
}
