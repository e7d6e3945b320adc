import { afterEach, describe, expect, it } from 'vitest';
import { Stage } from './harness.ts';
import { answerOf, Gate, scriptedBellerophon } from './scripted-bellerophon.ts';

let stage: Stage;
afterEach(() => stage.close());

/** Everything the bot has said in public, in order. */
const said = () => stage.discord.botMessages().map(({ content }) => content);
const question = 'Whom has he met?';

describe('when the REST API misbehaves', () => {
  it.each([
    ['429 on the edit', 'PATCH /webhooks/*', { status: 429, retryAfter: 0.2 }],
    ['500 on the edit', 'PATCH /webhooks/*', { status: 500, times: 3 }],
    ['500 on the edit, which took effect', 'PATCH /webhooks/*', { status: 500, processed: true }],
    ['a longer outage at the edit', 'PATCH /webhooks/*', { status: 503, times: 7 }],
    ['500 on the acknowledgement', 'POST */callback', { status: 500 }],
    ['500 on an acknowledgement that took effect', 'POST */callback', { status: 500, processed: true }],
    ['an acknowledgement whose answer never comes', 'POST */callback', { hang: Number.POSITIVE_INFINITY }],
    ['an acknowledgement that never arrives', 'POST */callback', { hang: Number.POSITIVE_INFINITY, processed: false }],
    ['an edit whose answer never comes', 'PATCH /webhooks/*', { hang: Number.POSITIVE_INFINITY }],
  ])('%s: a slash command ends with its answer, once', async (_, route, fault) => {
    stage = await Stage.open({ settings: { acknowledgeAttempt: 300, requestTimeout: 500 } });
    stage.discord.fault.rest(route, fault);
    const run = stage.discord.user('alice').in('#general').slash('/ask', { question });
    expect((await run.final()).text).toContain('Emmanuel Bonne');
    await stage.stop();
    expect(said().filter((text) => text.includes('Emmanuel Bonne'))).toHaveLength(1);
  });

  it.each([
    ['429', { status: 429, retryAfter: 0.2 }],
    ['500', { status: 500, times: 4 }],
    ['500 after it took effect', { status: 500, processed: true }],
    ['an answer that never comes', { hang: Number.POSITIVE_INFINITY }],
  ])('%s on a direct message: it arrives, once', async (_, fault) => {
    stage = await Stage.open({ settings: { requestTimeout: 500 } });
    stage.discord.fault.rest('POST */messages', fault);
    expect((await stage.discord.user('alice').dm(question).final()).text).toContain('Emmanuel Bonne');
    await stage.stop();
    expect(said()).toHaveLength(1);
  });

  it('an acknowledgement that comes too late: the answer goes to the channel', async () => {
    stage = await Stage.open();
    stage.discord.user('alice').in('#general').slash('/ask', { question });
    stage.discord.clock.advance(4_000);
    await stage.discord.until(
      () => said().find((text) => text.includes('Emmanuel Bonne')),
      'the answer in the channel',
    );
    await stage.stop();
    expect(said()).toHaveLength(1);
  });
});

describe('when the gateway misbehaves', () => {
  it('an event that comes twice is answered once', async () => {
    stage = await Stage.open();
    const alice = stage.discord.user('alice');
    stage.discord.fault.gateway.duplicateNext();
    await alice.in('#general').slash('/ask', { question }).final();
    stage.discord.fault.gateway.duplicateNext();
    await alice.dm(question).final();
    await stage.stop();
    expect(said()).toHaveLength(2);
    stage.discord.expectNoViolations();
  });

  it('a malformed frame is passed over', async () => {
    stage = await Stage.open();
    stage.discord.fault.gateway.malformedNext();
    expect((await stage.discord.user('alice').dm(question).final()).text).toContain('Emmanuel Bonne');
    stage.discord.expectNoViolations();
  });

  it('a dropped connection resumes; what was asked meanwhile is answered once', async () => {
    stage = await Stage.open();
    stage.discord.fault.gateway.drop(4000);
    const exchange = stage.discord.user('alice').dm(question);
    expect((await exchange.final()).text).toContain('Emmanuel Bonne');
    expect(stage.discord.gateway.resumed).toBe(1);
    await stage.stop();
    expect(said()).toHaveLength(1);
  });

  it('a connection lost without a close resumes too', async () => {
    stage = await Stage.open();
    stage.discord.fault.gateway.drop(1006);
    expect((await stage.discord.user('alice').dm(question).final()).text).toContain('Emmanuel Bonne');
  });

  it('a zombie connection is noticed by its missing heartbeat acknowledgements', async () => {
    stage = await Stage.open({ heartbeatInterval: 150 });
    stage.discord.fault.gateway.zombie();
    expect((await stage.discord.user('alice').dm(question).final()).text).toContain('Emmanuel Bonne');
  });

  it('an invalid session is begun anew, and a request to reconnect is followed', async () => {
    stage = await Stage.open();
    stage.discord.fault.gateway.invalidateSession(false);
    await stage.discord.until(() => (stage.discord.gateway.identified === 2 ? true : undefined), 'a new session');
    expect((await stage.discord.user('alice').dm(question).final()).text).toContain('Emmanuel Bonne');
    stage.discord.fault.gateway.requestReconnect();
    await stage.discord.until(() => (stage.discord.gateway.resumed === 1 ? true : undefined), 'a resume');
    expect((await stage.discord.user('bob').dm(question).final()).text).toContain('Emmanuel Bonne');
  });

  it('an answer under way survives a lost connection', async () => {
    const gate = new Gate();
    const bellerophon = scriptedBellerophon((request) =>
      gate.opened.then(() => answerOf(request, [{ kind: 'notice', text: 'Here.', markers: [] }])),
    );
    stage = await Stage.open({ bellerophon });
    const run = stage.discord.user('alice').in('#general').slash('/ask', { question });
    await run.acknowledged();
    stage.discord.fault.gateway.drop(4000);
    gate.open();
    expect((await run.final()).text).toBe('Here.');
  });

  it.each([4004, 4010, 4011, 4012, 4013, 4014])('a fatal close %i ends the bot with advice', async (code) => {
    stage = await Stage.open();
    stage.discord.fault.gateway.drop(code);
    const error = await stage.bot.failed;
    expect(error.exitCode).toBe(8);
    expect(error.message).toContain(`close code ${code}`);
  });
});
