import { setTimeout as delay } from 'node:timers/promises';
import { type AIMessageChunk, HumanMessage, SystemMessage } from '@langchain/core/messages';
import { z } from 'zod';
import type { TokenUsage } from '../../types.ts';
import type { ChatModel, Streaming } from './chat-model.ts';
import { isTransient, ModelFailure, readFailure } from './model-failure.ts';
import { estimateTokens } from './token-budget.ts';
import { untilAborted } from './until-aborted.ts';

export interface Completion {
  readonly text: string;
  /** As the provider counts; estimated where it does not say. Failed tries before it are included. */
  readonly usage: TokenUsage;
}

export interface CompleteOptions {
  readonly signal: AbortSignal;
  /** An answer is wanted: enforce its format where the provider can, and take an empty one for a failure. */
  readonly structured: boolean;
  /** Further tries after a passing refusal; 3 when absent. */
  readonly retries?: number | undefined;
  /** When the time is over, in milliseconds since the epoch: a pause that would outlast it is not begun. */
  readonly deadline?: number | undefined;
  /** Called with the pieces as they come; never again after a retry has begun. */
  readonly onPiece?: ((piece: string) => void) | undefined;
}

interface Prompt {
  readonly system: string;
  readonly user: string;
}

/** Longest wait between two tries that is worth it; a provider that asks for more is given up. */
const longestPause = 10_000;

/**
 * One answer of the model, streamed. Tries again, after growing pauses or when Retry-After says, while the provider
 * refuses for a passing reason and nothing has been shown yet.
 * @throws ModelFailure, with what it has cost; `timeout` or `cancelled` when the signal fires.
 */
export async function complete(model: ChatModel, prompt: Prompt, options: CompleteOptions): Promise<Completion> {
  const { signal, retries = 3, deadline = Number.POSITIVE_INFINITY } = options;
  let lost = nothing;
  for (let tries = 1; ; tries += 1) {
    const heard: Heard = { sent: false, chunks: 0, text: '', ended: false, inputTokens: 0, outputTokens: 0 };
    try {
      await ask(model, prompt, options, heard);
      return { text: heard.text, usage: sum(lost, usageOf(heard, prompt)) };
    } catch (error) {
      const failure = understand(error, heard, signal);
      lost = sum(lost, usageOfFailed(heard, prompt, failure));
      const pause = Math.max(failure.retryAfter ?? 0, 300 * 2 ** (tries - 1) * (1 + Math.random()));
      const shown = options.onPiece !== undefined && heard.text !== '';
      if (tries > retries || shown || !isTransient(failure) || pause > longestPause || Date.now() + pause >= deadline) {
        const { reason, retryAfter, cause } = failure;
        throw new ModelFailure(reason, { cause, retryAfter, usage: lost === nothing ? undefined : lost });
      }
      // Where the signal ends the pause the next try says so.
      await delay(pause, undefined, { signal }).catch(() => undefined);
    }
  }
}

/** What has come of an answer so far. */
interface Heard {
  sent: boolean;
  chunks: number;
  text: string;
  /** The provider said that the answer is over. */
  ended: boolean;
  inputTokens: number;
  outputTokens: number;
}

/** Forms of the request that a server has refused while it took a simpler one. */
const refused = new WeakSet<Streaming>();

/** Asks in the richest form that the server is not known to refuse, then in simpler ones: the parser is tolerant. */
async function ask(model: ChatModel, prompt: Prompt, options: CompleteOptions, heard: Heard): Promise<void> {
  const messages = [new SystemMessage(prompt.system), new HumanMessage(prompt.user)];
  const { plain, structured, leaner } = model;
  const forms = [...(options.structured ? [structured, leaner?.structured] : []), plain, leaner?.plain].filter(
    (form) => form !== undefined,
  );
  const untried = forms.filter((form) => !refused.has(form));
  for (const [index, form] of untried.entries()) {
    try {
      await hear(form, messages, options, heard);
      break;
    } catch (error) {
      const isLast = index === untried.length - 1;
      if (isLast || heard.chunks > 0 || readFailure(error).reason !== 'bad-request') throw error;
    } finally {
      // Not before a simpler form was taken: the request itself may have been at fault.
      if (heard.chunks > 0) for (const richer of untried.slice(0, index)) refused.add(richer);
    }
  }
  if (heard.chunks === 0 && model.tellsEnd) throw new ModelFailure('garbled');
  if (!heard.ended && model.tellsEnd) throw new ModelFailure('cut-off');
  if (options.structured && heard.text.trim() === '') throw new ModelFailure('empty');
}

const reportedUsage = z.object({ input_tokens: z.number(), output_tokens: z.number() });

async function hear(
  model: Streaming,
  messages: (SystemMessage | HumanMessage)[],
  { signal, onPiece }: CompleteOptions,
  heard: Heard,
): Promise<void> {
  signal.throwIfAborted();
  heard.sent = true;
  const chunks = await untilAborted(model.stream(messages, { signal }), signal);
  const iterator = chunks[Symbol.asyncIterator]();
  try {
    for (;;) {
      const { done, value: chunk }: IteratorResult<AIMessageChunk> = await untilAborted(iterator.next(), signal);
      if (done) break;
      heard.chunks += 1;
      heard.ended ||= saysEnd(chunk);
      // Deltas add up, whether a provider reports once or in parts.
      const used = reportedUsage.safeParse(chunk.usage_metadata).data;
      heard.inputTokens += used?.input_tokens ?? 0;
      heard.outputTokens += used?.output_tokens ?? 0;
      const piece = chunk.text + (chunk.tool_call_chunks ?? []).map(({ args }) => args ?? '').join('');
      heard.text += piece;
      if (piece !== '') onPiece?.(piece);
    }
  } finally {
    // Not awaited: a client may wait for a dead connection here.
    Promise.resolve(iterator.return?.()).catch(() => undefined);
  }
}

/** Providers say under four names why an answer ends. */
function saysEnd({ response_metadata, additional_kwargs }: AIMessageChunk): boolean {
  const said: Readonly<Record<string, unknown>> = { ...response_metadata, ...additional_kwargs };
  return ['finish_reason', 'finishReason', 'stop_reason', 'done_reason'].some((name) => Boolean(said[name]));
}

function understand(error: unknown, heard: Heard, signal: AbortSignal): ModelFailure {
  if (signal.aborted) {
    const isTimeout = (signal.reason as { name?: unknown } | undefined)?.name === 'TimeoutError';
    return new ModelFailure(isTimeout ? 'timeout' : 'cancelled', { cause: signal.reason });
  }
  const failure = readFailure(error, 'provider-error');
  // Before anything came a broken connection is as good as none; after, none is a broken one.
  if (heard.chunks === 0 && failure.reason === 'cut-off') return new ModelFailure('no-connection', { cause: failure });
  if (heard.chunks > 0 && failure.reason === 'no-connection') return new ModelFailure('cut-off', { cause: failure });
  return failure;
}

const nothing: TokenUsage = { inputTokens: 0, outputTokens: 0 };

function usageOf({ inputTokens, outputTokens, text }: Heard, prompt: Prompt): TokenUsage {
  if (inputTokens + outputTokens > 0) return { inputTokens, outputTokens };
  return { inputTokens: estimateTokens(prompt.system + prompt.user), outputTokens: estimateTokens(text) };
}

/** A provider charges for what it served, and may for what nobody waited for; never for a refusal. */
function usageOfFailed(heard: Heard, prompt: Prompt, { reason }: ModelFailure): TokenUsage {
  const mayBeServed = heard.chunks > 0 || (heard.sent && (reason === 'timeout' || reason === 'cancelled'));
  if (!mayBeServed) return nothing;
  // What a provider reports at the beginning of an answer does not count what came after.
  return {
    inputTokens: heard.inputTokens || estimateTokens(prompt.system + prompt.user),
    outputTokens: Math.max(heard.outputTokens, estimateTokens(heard.text)),
  };
}

function sum(one: TokenUsage, other: TokenUsage): TokenUsage {
  if (other === nothing) return one;
  return {
    inputTokens: one.inputTokens + other.inputTokens,
    outputTokens: one.outputTokens + other.outputTokens,
  };
}
