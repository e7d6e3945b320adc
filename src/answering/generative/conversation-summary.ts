import type { NameIndex, Turn } from '../../types.ts';
import { estimateTokens } from './token-budget.ts';

/**
 * What was asked before, newest kept first, within a budget of tokens: each earlier question with the names its answer
 * was about. Answers are not repeated: an earlier draft must not become a source.
 */
export function summariseConversation(turns: readonly Turn[], names: NameIndex, tokens: number): string {
  const lines: string[] = [];
  let left = tokens;
  for (const turn of [...turns].reverse()) {
    const about = turn.nameIds
      .slice(0, 4)
      .flatMap((id) => names.get(id)?.canonical ?? [])
      .join(', ');
    const line = `– ${turn.question.replace(/\s+/g, ' ').slice(0, 300)}${about ? ` (${about})` : ''}`;
    left -= estimateTokens(line);
    if (left < 0) break;
    lines.unshift(line);
  }
  return lines.join('\n');
}
