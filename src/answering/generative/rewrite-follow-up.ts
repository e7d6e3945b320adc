import { randomBytes } from 'node:crypto';
import type { Language, NameIndex, TokenUsage, Turn } from '../../types.ts';
import type { ChatModel } from './chat-model.ts';
import { complete } from './complete.ts';
import { summariseConversation } from './conversation-summary.ts';
import { rewriteData, rewritePrompt } from './prompt.ts';
import { budget } from './token-budget.ts';

export interface RewriteInput {
  readonly question: string;
  readonly language: Language;
  readonly turns: readonly Turn[];
  readonly names: NameIndex;
  readonly signal: AbortSignal;
}

/**
 * A follow-up as a question that stands by itself. What comes back is only searched for, never shown; anything but one
 * short line is taken for a failure and the question stays as it was.
 * @throws ModelFailure, `timeout` or `cancelled` when the signal fires.
 */
export async function rewriteFollowUp(
  model: ChatModel,
  { question, language, turns, names, signal }: RewriteInput,
): Promise<{ readonly question: string; readonly usage: TokenUsage }> {
  if (turns.length === 0) return { question, usage: { inputTokens: 0, outputTokens: 0 } };
  const boundary = randomBytes(8).toString('hex');
  const conversation = summariseConversation(turns, names, budget.conversation);
  const user = rewriteData(conversation, question, boundary);
  const { text, usage } = await complete(
    model,
    { system: rewritePrompt(language), user },
    { signal, structured: false },
  );
  const line = text.trim().replace(/^["«“]\s*|\s*["»”]$/g, '');
  const isQuestion = line !== '' && !line.includes('\n') && line.length <= question.length + 200;
  return { question: isQuestion ? line : question, usage };
}
