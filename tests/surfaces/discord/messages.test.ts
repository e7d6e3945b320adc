import { afterEach, describe, expect, it } from 'vitest';
import type { AskRequest } from '../../../src/types.ts';
import { Stage } from './harness.ts';
import { answerOf, Gate, scriptedBellerophon } from './scripted-bellerophon.ts';

let stage: Stage;
afterEach(() => stage.close());

const echo = (requests: AskRequest[] = []) =>
  scriptedBellerophon((request) => {
    requests.push(request);
    return answerOf(request, [{ kind: 'statement', text: `You asked: ${request.question} [1]`, markers: [1] }]);
  });

describe('direct messages', () => {
  it('are questions, follow-ups included, in one conversation, with typing shown', async () => {
    const requests: AskRequest[] = [];
    stage = await Stage.open({ bellerophon: echo(requests) });
    const alice = stage.discord.user('alice');
    const answer = await alice.dm('Who went to Paris?').final();
    expect(answer.text).toContain('You asked: Who went to Paris?');
    expect(answer.buttons.map(({ label }) => label)).toEqual(['Quotes', '👍', '👎']);
    await alice.dm('And when?').final();
    expect(requests.map(({ question }) => question)).toEqual(['Who went to Paris?', 'And when?']);
    expect(new Set(requests.map(({ conversation }) => conversation)).size).toBe(1);
    expect(stage.discord.world.typing.length).toBeGreaterThan(0);
    const quotes = await answer.click('Quotes').final();
    expect(quotes.ephemeral).toBe(true);
    stage.discord.expectNoViolations();
  });

  it('split a long answer at paragraphs, never inside a citation, and keep the rest behind More', async () => {
    const sentence = 'The services of both countries have compared what they know about the affair. ';
    const parts = Array.from({ length: 60 }, (_, index) => ({
      kind: 'statement' as const,
      text: `${index}: ${sentence.repeat(2)}[${index + 1}]`,
      markers: [index + 1],
    }));
    stage = await Stage.open({ bellerophon: scriptedBellerophon((request) => answerOf(request, parts)) });
    const exchange = stage.discord.user('alice').dm('Everything?');
    const pages = await exchange.count(3);
    expect(pages.map(({ buttons }) => buttons.length > 0)).toEqual([false, false, true]);
    let last = pages[2]!;
    const contents = pages.map(({ content }) => content);
    while (last.buttons.some(({ label }) => label === 'More')) {
      last = await last.click('More').final();
      contents.push(last.content);
    }
    const all = contents.join('\n');
    for (const { text } of parts) expect(all).toContain(text);
    for (const content of contents) {
      const [body = '', sources = ''] = content.split('-# **Sources**');
      for (const [marker] of body.matchAll(/\[\d+\]/g)) expect(sources).toContain(marker);
    }
    stage.discord.expectNoViolations();
  });

  it('without text get an example', async () => {
    stage = await Stage.open({ bellerophon: echo() });
    expect((await stage.discord.user('alice').dm('').final()).text).toContain('Qui a-t-il rencontré ?');
  });
});

describe('in a guild', () => {
  it('a mention is answered in place as a reply that pings nobody, in its thread if it is in one', async () => {
    stage = await Stage.open({ bellerophon: echo() });
    stage.discord.addChannel('#thread', { threadOf: '#general' });
    await stage.restart();
    for (const place of ['#general', '#thread']) {
      const alice = stage.discord.user('alice').in(place);
      const exchange = alice.mention('What is <@1> @everyone?');
      const answer = await exchange.final();
      expect(answer.repliesTo).toBe(exchange.question?.id);
      expect(answer.pings).toEqual([]);
      expect(answer.text).toContain('You asked: What is');
    }
    stage.discord.expectNoViolations();
  });

  it('a reply goes on with the conversation of the answer, also when somebody else had begun it', async () => {
    const requests: AskRequest[] = [];
    stage = await Stage.open({ bellerophon: echo(requests) });
    const [alice, bob] = ['alice', 'bob'].map((name) => stage.discord.user(name).in('#general'));
    const answer = await alice!.mention('Who went to Paris?').final();
    await bob!.say('And when?', { repliesTo: answer }).final();
    const slash = await alice!.slash('/ask', { question: 'Who paid?' }).final();
    await bob!.say('And why?', { repliesTo: slash }).final();
    await bob!.mention('Something else?').final();
    const places = requests.map(({ conversation }) => conversation?.split('~')[0]);
    expect(places[1]).toBe(places[0]);
    expect(places[3]).toBe(places[2]);
    expect(places[4]).not.toBe(places[0]);
    expect(requests[1]?.conversation).not.toBe(requests[0]?.conversation);
    stage.discord.expectNoViolations();
  });

  it('a reply whose mention is off cannot be read, and the bot says so', async () => {
    stage = await Stage.open({ bellerophon: echo() });
    const alice = stage.discord.user('alice').in('#general');
    const answer = await alice.mention('Who went to Paris?').final();
    const hint = await alice.say('And when?', { repliesTo: answer, pingsAuthor: false }).final();
    expect(hint.text).toContain('@');
    expect(hint.text).not.toContain('You asked');
  });

  it('what is not addressed to the bot is left alone', async () => {
    const requests: AskRequest[] = [];
    stage = await Stage.open({ bellerophon: echo(requests) });
    const alice = stage.discord.user('alice').in('#general');
    alice.say('Good morning everybody');
    await alice.mention('Now you').final();
    expect(requests).toHaveLength(1);
    expect(stage.discord.botMessages()).toHaveLength(1);
  });

  it('where the bot may not write, the answer comes by direct message', async () => {
    stage = await Stage.open({ bellerophon: echo() });
    stage.discord.addChannel('#read-only', { botMaySend: false });
    const alice = stage.discord.user('alice');
    alice.in('#read-only').mention('Who went to Paris?');
    const message = await stage.discord.until(() => stage.discord.botMessages()[0], 'a direct message');
    expect(message.channelId).toBe(stage.discord.world.directChannel(alice.record.id).id);
  });

  it('deleting the question gives it up in silence', async () => {
    const gate = new Gate();
    let aborted = false;
    const bellerophon = scriptedBellerophon(async (request) => {
      request.signal?.addEventListener('abort', () => {
        aborted = true;
        gate.open();
      });
      await gate.opened;
      return answerOf(request, []);
    });
    stage = await Stage.open({ bellerophon });
    const alice = stage.discord.user('alice').in('#general');
    const exchange = alice.mention('Who went to Paris?');
    await stage.discord.until(() => stage.discord.world.typing[0], 'typing');
    alice.delete(exchange);
    await expect.poll(() => aborted).toBe(true);
    await stage.stop();
    expect(stage.discord.botMessages()).toEqual([]);
    stage.discord.expectNoViolations();
  });
});

describe('a new server', () => {
  it('is welcomed once, where the bot may write', async () => {
    stage = await Stage.open({ bellerophon: echo() });
    const guild = stage.discord.world.addGuild('Rédaction', { locale: 'fr', botIsMember: false });
    const lobby = stage.discord.addChannel('#accueil', { guild });
    stage.discord.invite(guild);
    const message = await stage.discord.until(() => stage.discord.botMessages()[0], 'a welcome');
    expect(message.channelId).toBe(lobby.id);
    expect(message.content).toContain('Bonjour');
    await stage.restart();
    stage.discord.invite(guild);
    await stage.discord.user('alice').dm('Hello there?').final();
    expect(stage.discord.botMessages().filter(({ content }) => content.includes('Bonjour'))).toHaveLength(1);
    stage.discord.expectNoViolations();
  });
});
