import { setTimeout as delay } from 'node:timers/promises';
import { type AIMessageChunk, HumanMessage, SystemMessage } from '@langchain/core/messages';
import pRetry from 'p-retry';
import { z } from 'zod';
import type { TokenUsage } from '../../types.ts';
import type { ChatModel, Streaming } from './chat-model.ts';
import { isTransient, ModelFailure, readFailure } from './model-failure.ts';
import { estimateTokens } from './token-budget.ts';
import { untilAborted } from './until-aborted.ts';

export interface Completion {
  readonly text: string;
  /** As the provider counts; estimated where it does not say. */
  readonly usage: TokenUsage;
}

export interface CompleteOptions {
  readonly signal: AbortSignal;
  /** Enforce the answer's format where the provider can. */
  readonly structured: boolean;
  /** Further tries after a passing refusal; 3 when absent. */
  readonly retries?: number | undefined;
  /** Called with the pieces as they come; never again after a retry has begun. */
  readonly onPiece?: ((piece: string) => void) | undefined;
}

/** Longest wait between two tries that is worth it; a provider that asks for more is given up. */
const longestPause = 10_000;

/**
 * One answer of the model, streamed. Tries again, with growing pauses or as Retry-After says, while the provider
 * refuses for a passing reason and nothing has come yet.
 * @throws ModelFailure; the signal's reason when it fires.
 */
export async function complete(
  model: ChatModel,
  prompt: { readonly system: string; readonly user: string },
  options: CompleteOptions,
): Promise<Completion> {
  const messages = [new SystemMessage(prompt.system), new HumanMessage(prompt.user)];
  let structured = options.structured ? model.structured : undefined;
  const attempt = async (): Promise<Completion> => {
    let begun = false;
    const onPiece = (piece: string) => {
      begun = true;
      options.onPiece?.(piece);
    };
    try {
      const answer = await stream(structured ?? model.plain, messages, options.signal, onPiece);
      return { text: answer.text, usage: answer.usage ?? estimateUsage(prompt, answer.text) };
    } catch (error) {
      options.signal.throwIfAborted();
      const failure = readFailure(error);
      // Some compatible servers know no response format: ask without it, the parser is tolerant.
      if (failure.reason === 'bad-request' && structured && !begun) {
        structured = undefined;
        return attempt();
      }
      // Once pieces have been shown a second try would repeat them; before, a broken connection is as good as none.
      if (begun && isTransient(failure)) throw new ModelFailure('cut-off', { cause: failure });
      if (!begun && failure.reason === 'cut-off') throw new ModelFailure('no-connection', { cause: failure });
      throw failure;
    }
  };
  return pRetry(attempt, {
    retries: options.retries ?? 3,
    minTimeout: 300,
    factor: 2,
    randomize: true,
    signal: options.signal,
    shouldRetry: ({ error }) =>
      error instanceof ModelFailure && isTransient(error) && (error.retryAfter ?? 0) <= longestPause,
    onFailedAttempt: async ({ error }) => {
      const pause = error instanceof ModelFailure ? (error.retryAfter ?? 0) : 0;
      if (pause > 0 && pause <= longestPause) await delay(pause, undefined, { signal: options.signal });
    },
  });
}

const reportedUsage = z.object({ input_tokens: z.number(), output_tokens: z.number() });

async function stream(
  model: Streaming,
  messages: (SystemMessage | HumanMessage)[],
  signal: AbortSignal,
  onPiece: (piece: string) => void,
): Promise<{ text: string; usage: TokenUsage | null }> {
  const chunks = await untilAborted(model.stream(messages, { signal }), signal);
  const iterator = chunks[Symbol.asyncIterator]();
  let text = '';
  let inputTokens = 0;
  let outputTokens = 0;
  try {
    for (;;) {
      const { done, value: chunk }: IteratorResult<AIMessageChunk> = await untilAborted(iterator.next(), signal);
      if (done) break;
      const piece = chunk.text + (chunk.tool_call_chunks ?? []).map(({ args }) => args ?? '').join('');
      text += piece;
      if (piece !== '') onPiece(piece);
      // Deltas add up, whether a provider reports once or in parts.
      const used = reportedUsage.safeParse(chunk.usage_metadata).data;
      inputTokens += used?.input_tokens ?? 0;
      outputTokens += used?.output_tokens ?? 0;
    }
  } finally {
    // Not awaited: a client may wait for a dead connection here.
    Promise.resolve(iterator.return?.()).catch(() => undefined);
  }
  return { text, usage: inputTokens + outputTokens > 0 ? { inputTokens, outputTokens } : null };
}

function estimateUsage(prompt: { readonly system: string; readonly user: string }, answer: string): TokenUsage {
  return { inputTokens: estimateTokens(prompt.system + prompt.user), outputTokens: estimateTokens(answer) };
}
