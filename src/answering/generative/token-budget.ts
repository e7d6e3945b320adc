/** Tokens spent on one request at most; the smallest common context windows hold 8,192. */
export const budget = { passages: 4500, conversation: 400, answer: 1200, context: 8192 } as const;

/**
 * Tokens of a text, estimated on the safe side: French and English news make 3.2 to 4.5 characters a token with the
 * vocabularies in use.
 */
export function estimateTokens(text: string): number {
  return Math.ceil(text.length / 3.2);
}

/** The first items whose texts fit a budget together; one that is too long is skipped, the next may fit. */
export function fitting<Item>(items: readonly Item[], textOf: (item: Item) => string, tokens: number): Item[] {
  let left = tokens;
  return items.filter((item) => {
    const cost = estimateTokens(textOf(item)) + 30;
    if (cost > left) return false;
    left -= cost;
    return true;
  });
}
