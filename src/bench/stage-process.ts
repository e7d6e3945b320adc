import { runStage, type StageInput, type StageName, type StageResult } from './stages.ts';

/** What a stage's process is sent, and what it sends back. */
export interface StageOrder {
  readonly stage: StageName;
  readonly input: StageInput;
}
export type StageReply = (StageResult & { readonly peakMiB: number }) | { readonly error: string };

process.once('message', async (order: StageOrder) => {
  const reply: StageReply = await runStage(order.stage, order.input).then(
    (result) => ({ ...result, peakMiB: process.resourceUsage().maxRSS / 1024 }),
    (error: Error) => ({ error: error.message }),
  );
  process.send?.(reply, () => process.disconnect());
});
