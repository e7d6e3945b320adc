import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { AskRequest } from '../../../src/types.ts';
import type { SimulatedMessage } from '../../simulated-discord/model.ts';
import { Stage, type StageOptions } from './harness.ts';
import { answerOf, Gate, scriptedBellerophon } from './scripted-bellerophon.ts';

let stage: Stage;
let gate: Gate;
afterEach(() => stage.close());

const final = { kind: 'statement', text: 'So it is. [1]', markers: [1] } as const;
const quick = { draftInterval: 50 };

/** Writes a draft in two pieces, the second once the first is shown, and answers when the gate opens. */
async function open(options: StageOptions = {}, pieces = ['It may be so. ', 'Or not.']): Promise<AskRequest[]> {
  gate = new Gate();
  const requests: AskRequest[] = [];
  const bellerophon = scriptedBellerophon(async (request) => {
    requests.push(request);
    for (const piece of pieces) {
      request.onDraft?.(piece);
      await sleep(150);
    }
    await gate.opened;
    request.onDraft?.('Too late.');
    return answerOf(request, [final], { mode: 'generative' });
  });
  stage = await Stage.open({ bellerophon, ...options, settings: { ...quick, ...options.settings } });
  return requests;
}

const showing = (text: string): Promise<SimulatedMessage> =>
  stage.discord.until(
    () => stage.discord.botMessages().find(({ content }) => content.includes(text)),
    `“${text}” to be shown`,
  );
const alice = (locale = 'en-US') => stage.discord.user('alice', { locale });

describe('while a chat model writes', () => {
  it('a slash command shows a marked draft in the reader’s language, then the checked text in its place', async () => {
    await open();
    alice('fr').in('#general').slash('/ask', { question: 'Is it so?' });
    const message = await showing('It may be so. Or not.');
    expect(message.content).toMatch(/^-# Brouillon .* en cours de vérification…\n/);
    expect(message.components).toEqual([]);
    gate.open();
    await showing('So it is. [1]');
    await sleep(200);
    expect(stage.discord.botMessages()).toHaveLength(1);
    expect(message.content).not.toContain('It may be so');
    expect(message.components).toHaveLength(1);
    expect(message.history.filter((text) => text.includes('Brouillon')).length).toBeLessThanOrEqual(2);
    expect(message.history.join('')).not.toContain('Too late');
    stage.discord.expectNoViolations();
  });

  it('a private question is drafted in private', async () => {
    await open();
    const asker = alice();
    asker.in('#general').slash('/ask', { question: 'Is it so?', private: true });
    expect((await showing('It may be so.')).visibleTo).toBe(asker.record.id);
    gate.open();
    expect((await showing('So it is.')).visibleTo).toBe(asker.record.id);
    stage.discord.expectNoViolations();
  });

  it('a mention is answered in the message that showed the draft, and a reply to it goes on', async () => {
    const requests = await open();
    const asker = alice().in('#general');
    const exchange = asker.mention('Is it so?');
    const message = await showing('It may be so.');
    expect(message.content).toMatch(/^-# Draft .* still being checked…\n/);
    expect(message.repliesTo).toBe(exchange.question?.id);
    gate.open();
    expect((await showing('So it is.')).id).toBe(message.id);
    expect(message.components).toHaveLength(1);
    const answer = await exchange.final();
    await stage.discord.user('bob').in('#general').say('And why?', { repliesTo: answer }).final();
    const places = requests.map(({ conversation }) => conversation?.split('~')[0]);
    expect(places[1]).toBe(places[0]);
    expect(stage.discord.botMessages()).toHaveLength(2);
    stage.discord.expectNoViolations();
  });

  it('a draft pings nobody, leads nowhere, and is cut to what Discord takes', async () => {
    const hostile = `<@1> @everyone https://evil.example/ [here](https://evil.example/y) ${'and so on '.repeat(400)}`;
    await open({}, [hostile, 'more']);
    alice().dm('Is it so?');
    const message = await showing('and so on');
    expect(message.content.length).toBeLessThanOrEqual(2000);
    expect(message.content).not.toContain('evil.example');
    gate.open();
    await showing('So it is.');
    expect(message.pings).toEqual([]);
    stage.discord.expectNoViolations();
  });

  it('an answer without a draft is sent as before', async () => {
    await open({}, []);
    gate.open();
    const exchange = alice().dm('Is it so?');
    expect((await exchange.final()).history).toEqual([]);
    stage.discord.expectNoViolations();
  });
});

describe('a draft whose question is given up', () => {
  it('goes when the question is deleted', async () => {
    await open();
    const asker = alice().in('#general');
    const exchange = asker.mention('Is it so?');
    await showing('It may be so.');
    asker.delete(exchange);
    await stage.discord.until(() => (stage.discord.botMessages().length === 0 ? true : undefined), 'no message');
    gate.open();
    await stage.stop();
    expect(stage.discord.botMessages()).toEqual([]);
    stage.discord.expectNoViolations();
  });

  it('when it is deleted itself, the question is given up in silence', async () => {
    const requests = await open();
    alice().dm('Is it so?');
    stage.discord.world.deleteMessage(await showing('Or not.'));
    await expect.poll(() => requests[0]?.signal?.aborted).toBe(true);
    gate.open();
    await stage.stop();
    expect(stage.discord.botMessages()).toEqual([]);
  });

  it.each(['/ask', 'dm'])('is replaced by an honest line when time is over (%s)', async (way) => {
    await open({ settings: { answerTimeout: 2_000 } });
    if (way === 'dm') alice().dm('Is it so?');
    else alice().in('#general').slash('/ask', { question: 'Is it so?' });
    const message = await showing('It may be so.');
    expect((await showing('took too long')).id).toBe(message.id);
    gate.open();
    await stage.stop();
    expect(message.content).toContain('took too long');
    expect(stage.discord.botMessages()).toHaveLength(1);
    stage.discord.expectNoViolations();
  });
});

describe('when a draft cannot be shown', () => {
  it.each([
    ['a refused edit', 'PATCH /webhooks/*', { status: 400 }],
    ['an outage', 'PATCH /webhooks/*', { status: 500, times: 3 }],
    ['an edit whose answer never comes', 'PATCH /webhooks/*', { hang: Number.POSITIVE_INFINITY }],
  ])('%s: the answer of a slash command comes all the same', async (_, route, fault) => {
    await open({ settings: { draftTimeout: 300 } });
    gate.open();
    stage.discord.fault.rest(route, fault);
    alice().in('#general').slash('/ask', { question: 'Is it so?' });
    const message = await showing('So it is.');
    await stage.stop();
    expect(message.content).toContain('So it is.');
    expect(stage.logs.join('')).toContain('a draft could not be shown');
    expect(stage.logs.join('')).not.toContain('interaction-token');
  });

  it.each([
    ['a refused message', { status: 403 }],
    ['an outage', { status: 500, times: 3 }],
    ['a message that arrives although its answer never comes', { hang: Number.POSITIVE_INFINITY, times: 2 }],
    ['a message that never arrives', { hang: Number.POSITIVE_INFINITY, processed: false }],
  ])('%s: a direct message is answered once', async (_, fault) => {
    await open({ settings: { draftTimeout: 300, requestTimeout: 500 } }, ['It may be so. ']);
    gate.open();
    stage.discord.fault.rest('POST */messages', fault);
    alice().dm('Is it so?');
    await showing('So it is.');
    await stage.stop();
    expect(stage.discord.botMessages()).toHaveLength(1);
    expect(stage.logs.join('')).toContain('a draft could not be shown');
  });

  it('where the bot may not write, the answer comes by direct message', async () => {
    await open();
    gate.open();
    stage.discord.addChannel('#read-only', { botMaySend: false });
    alice().in('#read-only').mention('Is it so?');
    await showing('So it is.');
    expect(stage.discord.botMessages()).toHaveLength(1);
  });
});
