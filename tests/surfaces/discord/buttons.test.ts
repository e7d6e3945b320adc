import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Stage } from './harness.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.close());

const ask = () => stage.discord.user('alice').in('#general').slash('/ask', { question: 'Whom has he met?' }).final();

describe('the buttons below an answer', () => {
  it('Quotes shows each quote in bold inside its passage, to the one who pressed', async () => {
    const quotes = await (await ask()).click('Quotes').final();
    expect(quotes.ephemeral).toBe(true);
    expect(quotes.content).toContain(
      '> Eyal Hulata flew to Paris. **He met Emmanuel Bonne on Tuesday.** NSO denies everything.',
    );
    stage.discord.expectNoViolations();
  });

  it('work after a restart', async () => {
    const answer = await ask();
    await stage.restart();
    expect((await answer.click('Quotes').final()).content).toContain('**He met Emmanuel Bonne on Tuesday.**');
    stage.discord.expectNoViolations();
  });

  it('👍 and 👎 are counted once per person; 👎 asks for the reason', async () => {
    const answer = await ask();
    expect((await answer.click('👍').final()).text).toBe('Thank you.');
    const modal = await answer.click('👎').modal();
    expect(modal.title).toBe('What was wrong?');
    expect((await modal.submit({ reason: 'It was on a Monday' }).final()).ephemeral).toBe(true);
    const report = await stage.state.report();
    expect(report.unhelpful).toMatchObject([{ question: 'Whom has he met?', reason: 'It was on a Monday' }]);
    stage.discord.expectNoViolations();
  });

  it('of an earlier version of the bot are answered honestly', async () => {
    const answer = await ask();
    const message = stage.discord.world.messages.get(answer.id)!;
    const row = message.components[0] as { components: { custom_id: string }[] };
    row.components[0]!.custom_id = 'quotes:v0:whatever';
    const notes = await answer.click('Quotes').count(2);
    expect(notes.some(({ text }) => text.includes('no longer works'))).toBe(true);
    stage.discord.expectNoViolations();
  });

  it('a second Publish publishes nothing', async () => {
    const alice = stage.discord.user('alice').in('#general');
    const answer = await alice.slash('/ask', { question: 'Whom has he met?', private: true }).final();
    const [first, second] = [answer.click('Publish'), answer.click('Publish')];
    const texts = [(await first.final()).text, (await second.final()).text];
    expect(texts.filter((text) => text.includes('already been published'))).toHaveLength(1);
    expect(stage.discord.botMessages().filter(({ visibleTo }) => visibleTo === undefined)).toHaveLength(1);
    await stage.bot.close();
    stage.discord.expectNoViolations();
  });
});
