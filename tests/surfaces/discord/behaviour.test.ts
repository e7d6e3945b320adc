import { afterEach, describe, expect, it } from 'vitest';
import { Stage } from './harness.ts';
import { answerOf, Gate, scriptedBellerophon } from './scripted-bellerophon.ts';

let stage: Stage;
afterEach(() => stage.close());

const statement = { kind: 'statement', text: 'So it is. [1]', markers: [1] } as const;

describe('admission', () => {
  it('takes one question at a time from a person, and says so in their language', async () => {
    const gate = new Gate();
    stage = await Stage.open({
      bellerophon: scriptedBellerophon((request) => gate.opened.then(() => answerOf(request, [statement]))),
    });
    const alice = stage.discord.user('alice', { locale: 'fr' }).in('#general');
    const first = alice.slash('/ask', { question: 'One?' });
    await first.acknowledged();
    const refusal = await alice.slash('/ask', { question: 'Two?' }).final();
    expect(refusal.text).toBe('Je réponds encore à votre question précédente.');
    expect(refusal.ephemeral).toBe(true);
    gate.open();
    expect((await first.final()).text).toContain('So it is.');
    stage.discord.expectNoViolations();
  });

  it('lets a few questions through in a row, then names the time of the next', async () => {
    stage = await Stage.open({ settings: { burst: 2, refill: 60_000 } });
    const alice = stage.discord.user('alice');
    await alice.dm('Whom has he met?').final();
    await alice.dm('Whom has he met?').final();
    expect((await alice.dm('Whom has he met?').final()).content).toMatch(/<t:\d+:R>/);
    expect((await stage.discord.user('bob').dm('Whom has he met?').final()).text).toContain('Emmanuel Bonne');
    stage.discord.expectNoViolations();
  });

  it('refuses politely when too many questions are waiting', async () => {
    const gate = new Gate();
    const bellerophon = scriptedBellerophon((request) => gate.opened.then(() => answerOf(request, [statement])));
    stage = await Stage.open({ bellerophon, settings: { concurrency: 1, waiting: 1 } });
    const people = ['a', 'b', 'c'].map((name) => stage.discord.user(name).in('#general'));
    const runs = [];
    for (const person of people) {
      const run = person.slash('/ask', { question: 'Well?' });
      await run.acknowledged();
      runs.push(run);
    }
    expect((await runs[2]!.final()).text).toContain('Too many questions');
    gate.open();
    for (const run of runs.slice(0, 2)) expect((await run.final()).text).toContain('So it is.');
    stage.discord.expectNoViolations();
  });
});

describe('failures', () => {
  it('become one localised line with a reference that stands in the logs, without anybody’s words', async () => {
    stage = await Stage.open();
    const question = 'Why does my secret question fail?';
    const answer = await stage.discord
      .user('alice', { locale: 'fr' })
      .in('#general')
      .slash('/ask', { question })
      .final();
    const reference = /Référence : (\w{8})/.exec(answer.text.replaceAll('`', '').replaceAll('\u00a0', ' '))?.[1];
    expect(reference).toBeDefined();
    expect(answer.text).not.toContain('moon');
    expect(stage.logs.some((line) => line.includes(reference!) && line.includes('cannot read the moon'))).toBe(true);
    await stage.discord.user('bob').dm('fail').final();
    const logged = stage.logs.join('');
    for (const secret of [stage.discord.token, 'secret question', 'interaction-token'])
      expect(logged).not.toContain(secret);
    stage.discord.expectNoViolations();
  });

  it('an answer that never comes is given up with an honest line', async () => {
    stage = await Stage.open({
      bellerophon: scriptedBellerophon(() => new Promise(() => {})),
      settings: { answerTimeout: 50 },
    });
    const alice = stage.discord.user('alice');
    expect((await alice.dm('What happened then?').final()).text).toContain('took too long');
    expect((await alice.in('#general').slash('/ask', { question: 'Well?' }).final()).text).toContain('took too long');
    stage.discord.expectNoViolations();
  });

  it('an answer that takes longer than the token lives goes to the channel, a private one to direct messages', async () => {
    const gates = [new Gate(), new Gate()];
    let count = 0;
    const bellerophon = scriptedBellerophon((request) =>
      gates[count++]!.opened.then(() => answerOf(request, [statement])),
    );
    stage = await Stage.open({ bellerophon });
    const [alice, bob] = [stage.discord.user('alice'), stage.discord.user('bob')];
    const open = alice.in('#general').slash('/ask', { question: 'Well?' });
    const secret = bob.in('#general').slash('/ask', { question: 'Well?', private: true });
    await Promise.all([open.acknowledged(), secret.acknowledged()]);
    stage.discord.clock.advance(16 * 60_000);
    for (const gate of gates) gate.open();
    const places = [stage.discord.channel('#general').id, stage.discord.world.directChannel(bob.record.id).id];
    for (const place of places) {
      const posted = () =>
        stage.discord
          .botMessages()
          .find(({ channelId, content }) => channelId === place && content.includes('So it is.'));
      expect((await stage.discord.until(posted, 'the answer')).visibleTo).toBeUndefined();
    }
  });
});

describe('deleting the reply', () => {
  it('gives the question up in silence', async () => {
    let aborted = false;
    const begun = new Gate();
    const bellerophon = scriptedBellerophon(
      (request) =>
        new Promise((_, reject) => {
          begun.open();
          request.signal?.addEventListener('abort', () => {
            aborted = true;
            reject(request.signal?.reason);
          });
        }),
    );
    stage = await Stage.open({ bellerophon });
    const run = stage.discord.user('alice').in('#general').slash('/ask', { question: 'Well?' });
    await run.acknowledged();
    await begun.opened;
    stage.discord.world.deleteMessage(stage.discord.world.messages.get(run.interaction!.originalId!)!);
    await expect.poll(() => aborted).toBe(true);
    await stage.stop();
    expect(stage.discord.botMessages()).toEqual([]);
    stage.discord.expectNoViolations();
  });
});

describe('stopping', () => {
  it('finishes what is under way, takes no more, and leaves cleanly', async () => {
    const gate = new Gate();
    stage = await Stage.open({
      bellerophon: scriptedBellerophon((request) => gate.opened.then(() => answerOf(request, [statement]))),
    });
    const run = stage.discord.user('alice').in('#general').slash('/ask', { question: 'Well?' });
    await run.acknowledged();
    const stopped = stage.stop();
    expect(
      (await stage.discord.user('bob').in('#general').slash('/ask', { question: 'Well?' }).final()).text,
    ).toContain('restarting');
    gate.open();
    await stopped;
    expect((await run.final()).text).toContain('So it is.');
    await expect.poll(() => stage.discord.gateway.connected).toBe(false);
    stage.discord.expectNoViolations();
  });

  it('apologises for what takes too long', async () => {
    stage = await Stage.open({
      bellerophon: scriptedBellerophon(() => new Promise(() => {})),
      settings: { drainTimeout: 50 },
    });
    const run = stage.discord.user('alice').in('#general').slash('/ask', { question: 'Well?' });
    await run.acknowledged();
    await stage.stop();
    expect((await run.final()).text).toContain('I had to restart');
    stage.discord.expectNoViolations();
  });
});

describe('for operators', () => {
  it('names the command in its presence and answers health probes', async () => {
    stage = await Stage.open({ healthPort: 0 });
    expect(stage.discord.gateway.presence).toMatchObject({ activities: [{ name: '/ask · /demander' }] });
    const probe = async (path: string) => (await fetch(`http://127.0.0.1:${stage.bot.healthPort}${path}`)).status;
    expect([await probe('/healthz'), await probe('/readyz'), await probe('/')]).toEqual([200, 200, 404]);
    stage.discord.fault.gateway.refuse(4000);
    stage.discord.fault.gateway.drop(1000);
    await expect.poll(() => probe('/readyz')).toBe(503);
    expect(await probe('/healthz')).toBe(200);
  });

  it('tells at the start when commands are missing', async () => {
    stage = await Stage.open({ register: false });
    await expect.poll(() => stage.logs.join('')).toContain('npm run register-commands');
  });

  it('logs questions only when switched on', async () => {
    stage = await Stage.open({ logQuestions: true });
    await stage.discord.user('alice').dm('Whom has he met?').final();
    await expect.poll(() => stage.logs.join('')).toContain('Whom has he met?');
  });

  it('opens as many shards as Discord asks for', async () => {
    stage = await Stage.open({ shards: 2 });
    expect(stage.discord.gateway.identified).toBe(2);
    expect(
      (await stage.discord.user('alice').in('#general').slash('/ask', { question: 'Whom has he met?' }).final()).text,
    ).toContain('Bonne');
    expect((await stage.discord.user('bob').dm('Whom has he met?').final()).text).toContain('Bonne');
  });
});
