import type { Exchange, MessageView } from '../../simulated-discord/exchange.ts';
import type { SimulatedDiscord } from '../../simulated-discord/simulated-discord.ts';

export interface BurstResult {
  /** Milliseconds to the acknowledgement, one per slash command. */
  readonly acknowledged: readonly number[];
  readonly replies: readonly MessageView[];
}

/** `questions` questions from `people` people, spread over `spread` milliseconds; every fifth by direct message. */
export async function burst(
  discord: SimulatedDiscord,
  {
    questions,
    people,
    spread,
    ask,
  }: { questions: number; people: number; spread: number; ask: (index: number) => string },
): Promise<BurstResult> {
  const crowd = Array.from({ length: people }, (_, index) => discord.user(`person${index}`));
  const exchanges: Exchange[] = [];
  for (let index = 0; index < questions; index += 1) {
    const person = crowd[index % people]!;
    // Each round everybody asks once, so who writes directly changes from round to round.
    const direct = (index + Math.floor(index / people)) % 5 === 0;
    exchanges.push(direct ? person.dm(ask(index)) : person.in('#general').slash('/ask', { question: ask(index) }));
    await new Promise((resolve) => setTimeout(resolve, spread / questions));
  }
  const replies = await Promise.all(exchanges.map((exchange) => exchange.final({ within: 60_000 })));
  const slash = exchanges.filter(({ interaction }) => interaction !== undefined);
  return { acknowledged: await Promise.all(slash.map((exchange) => exchange.acknowledged())), replies };
}
