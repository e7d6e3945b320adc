import { afterEach, expect, it } from 'vitest';
import { burst } from './burst.ts';
import { Stage } from './harness.ts';

let stage: Stage;
afterEach(() => stage.close());

it('in a burst of 300 questions from 60 people each one is answered or politely refused, and none twice', async () => {
  stage = await Stage.open({ settings: { burst: 3, refill: 60_000 } });
  const { replies, acknowledged } = await burst(stage.discord, {
    questions: 300,
    people: 60,
    spread: 3_000,
    ask: (index) => `Whom has he met, number ${index}?`,
  });
  expect(replies).toHaveLength(300);
  expect(acknowledged.length).toBeGreaterThan(200);
  for (const { text } of replies)
    expect(text).toMatch(/Emmanuel Bonne|quick|previous question|Too many|vite|précédente|Trop/);
  expect(replies.filter(({ text }) => text.includes('Emmanuel Bonne')).length).toBeGreaterThanOrEqual(60);
  await stage.stop();
  expect(stage.discord.botMessages()).toHaveLength(300);
  stage.discord.expectNoViolations();
});
