import { AIMessageChunk, type BaseMessage } from '@langchain/core/messages';
import { IterableReadableStream } from '@langchain/core/utils/stream';
import type { ChatModel, Streaming } from '../../../src/answering/generative/chat-model.ts';

/** A model in this process that says what it is told to; keeps the prompts it got. */
export function scriptedModel(...outputs: readonly string[]): ChatModel & { readonly prompts: string[] } {
  const prompts: string[] = [];
  const left = [...outputs];
  const plain: Streaming = {
    stream: async (messages) => {
      prompts.push((messages as BaseMessage[]).map(({ text }) => text).join('\n'));
      const output = left.length > 1 ? (left.shift() ?? '') : (left[0] ?? '');
      return IterableReadableStream.fromAsyncGenerator(pieces(output));
    },
  };
  return { name: 'test:scripted', plain, prompts };
}

async function* pieces(output: string): AsyncGenerator<AIMessageChunk> {
  for (const content of output.match(/[\s\S]{1,40}/g) ?? []) yield new AIMessageChunk({ content });
}

export interface Said {
  readonly text: string;
  readonly passages: readonly number[];
  readonly quotes: readonly string[];
}

/** An answer in the format that the prompt asks for. */
export function said(sentences: readonly Said[], flags: { divergent?: boolean; unknown?: boolean } = {}): string {
  return JSON.stringify({ sentences, divergent: false, unknown: false, ...flags });
}

export const chatSettings = {
  CHAT_MODEL: 'test:scripted',
  ANSWER_TIMEOUT: 10_000,
  CHAT_CONCURRENCY: 2,
  CHAT_REWRITE_FOLLOW_UPS: false,
  DATA_DIR: '.data',
} as const;
