import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Stage } from './harness.ts';
import { answerOf, Gate, scriptedBellerophon } from './scripted-bellerophon.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.close());

describe('/ask', () => {
  it('answers in one edit with sentences, markers and sources whose previews are off, and pings nobody', async () => {
    const run = stage.discord.user('alice').in('#general').slash('/ask', { question: 'Whom has he met?' });
    const answer = await run.final();
    expect(answer.text).toContain('He met Emmanuel Bonne on Tuesday. [1]');
    expect(answer.content).toContain(
      '[1] Axios · 21 October 2021 · [Israel held secret talks with France](<https://www.axios.com/secret-talks>)',
    );
    expect(answer.links.map(({ preview }) => preview)).toEqual([false]);
    expect(answer.buttons.map(({ label }) => label)).toEqual(['Quotes', '👍', '👎']);
    expect(answer.pings).toEqual([]);
    expect(answer.history).toEqual(['']);
    stage.discord.expectNoViolations();
  });

  it('goes by its French name, with French buttons and a French interface', async () => {
    const alice = stage.discord.user('alice', { locale: 'fr' });
    const answer = await alice.in('#general').slash('/demander', { question: 'Qui a-t-il rencontré ?' }).final();
    expect(answer.buttons.map(({ label }) => label)).toContain('Citations');
    expect(answer.text).toContain('1 source indépendante');
    const help = await alice.inDirectMessages.slash('/aide').final();
    expect(help.ephemeral).toBe(true);
    expect(help.text).toContain('Qui a-t-il rencontré ?');
    stage.discord.expectNoViolations();
  });

  it('says that the file does not tell, with the nearest article', async () => {
    const answer = await stage.discord.user('alice').in('#general').slash('/ask', { question: 'Who won?' }).final();
    expect(answer.text).toContain('The file does not say so.');
    expect(answer.text).toContain('Nearest article: RFI · 20 July 2021');
  });

  it('shows a private answer to the asker alone until it is published, once', async () => {
    const alice = stage.discord.user('alice').in('#general');
    const run = alice.slash('/ask', { question: 'Whom has he met?', private: true });
    const answer = await run.final();
    expect(answer.ephemeral).toBe(true);
    const published = await answer.click('Publish').final();
    expect(published.ephemeral).toBe(false);
    expect(published.text).toContain('Whom has he met?');
    expect(published.text).toContain('He met Emmanuel Bonne');
    await expect
      .poll(async () => (await run.final()).buttons.find(({ label }) => label === 'Publish')?.disabled)
      .toBe(true);
    stage.discord.expectNoViolations();
  });

  it('restricts to a date and an outlet, both as people write them', async () => {
    const requests: unknown[] = [];
    await stage.close();
    stage = await Stage.open({
      bellerophon: scriptedBellerophon((request) => {
        requests.push({ asOf: request.asOf, outlet: request.outlet });
        return answerOf(request, [{ kind: 'notice', text: 'Nothing.', markers: [] }], { asOf: request.asOf });
      }),
    });
    const alice = stage.discord.user('alice', { locale: 'fr' }).in('#general');
    const answer = await alice.slash('/ask', { question: 'Quoi ?', date: '1er octobre 2021', media: 'axios' }).final();
    expect(answer.text).toContain('As of 1 October 2021');
    await alice.slash('/ask', { question: 'Quoi ?', 'as-of': '2021-10' }).final();
    expect(requests).toEqual([
      { asOf: '2021-10-01', outlet: 'Axios' },
      { asOf: '2021-10-31', outlet: undefined },
    ]);
    expect(
      (await alice.slash('/ask', { question: 'Quoi ?', date: 'hier peut-être ou pas du tout' }).final()).text,
    ).toContain('Je ne lis pas de date');
    expect((await alice.slash('/ask', { question: 'Quoi ?', date: '1er mai 2999' }).final()).text).toContain('à venir');
    expect((await alice.slash('/ask', { question: 'Quoi ?', media: 'Gazette' }).final()).text).toContain('Axios');
    stage.discord.expectNoViolations();
  });

  it('completes outlets and names while they are typed', async () => {
    const alice = stage.discord.user('alice').in('#general');
    expect(await alice.autocomplete('/ask', 'outlet', { question: 'x', outlet: 'ax' })).toEqual([
      { name: 'Axios', value: 'Axios' },
    ]);
    expect(await alice.autocomplete('/who', 'name', { name: 'hul' })).toEqual([
      { name: 'Eyal Hulata', value: 'Eyal Hulata' },
    ]);
    stage.discord.expectNoViolations();
  });

  it('works in direct messages, and where only the user has installed the bot', async () => {
    const elsewhere = stage.discord.world.addGuild('Elsewhere', { botIsMember: false });
    stage.discord.addChannel('#lobby', { guild: elsewhere });
    const carol = stage.discord.user('carol', { installed: true });
    for (const place of [carol.in('#lobby'), carol.inDirectMessages]) {
      const answer = await place.slash('/ask', { question: 'Whom has he met?' }).final();
      expect(answer.text).toContain('Emmanuel Bonne');
    }
    stage.discord.expectNoViolations();
  });
});

describe('the overviews', () => {
  it('/timeline lists dated events and attaches the picture', async () => {
    await stage.close();
    const png = Buffer.from('89504e470d0a1a0a', 'hex');
    stage = await Stage.open({ renderTimelinePicture: async () => ({ svg: '<svg/>', png }) });
    const answer = await stage.discord.user('alice', { locale: 'fr' }).in('#general').slash('/chronologie').final();
    expect(answer.text).toContain('19 octobre 2021');
    expect(answer.attachments).toEqual([{ name: 'chronologie.png', data: png }]);
    stage.discord.expectNoViolations();
  });

  it('/timeline goes out without its picture when that cannot be drawn', async () => {
    await stage.close();
    stage = await Stage.open({ renderTimelinePicture: () => Promise.reject(new Error('no font')) });
    const answer = await stage.discord.user('alice').in('#general').slash('/timeline').final();
    expect(answer.attachments).toEqual([]);
    expect(answer.text).toContain('Timeline');
  });

  it('/who tells who somebody is, and offers near names for an unknown one', async () => {
    const alice = stage.discord.user('alice').in('#general');
    const known = await alice.slash('/who', { name: 'Hulta' }).final();
    expect(known.text).toContain('Eyal Hulata · named in 1 article');
    expect(known.text).toContain('national security adviser');
    expect((await alice.slash('/who', { name: 'Hugo' }).final()).text).toContain('Did you mean Eyal Hulata?');
    stage.discord.expectNoViolations();
  });

  it('/check sets both sides apart; from a message it is private and can be published', async () => {
    const alice = stage.discord.user('alice').in('#general');
    const open = await alice.slash('/check', { claim: 'NSO denies everything' }).final();
    expect(open.text).toContain('Disputed: sources differ');
    expect(open.ephemeral).toBe(false);
    const said = stage.discord.user('bob').in('#general').say('NSO @everyone denies everything');
    const checked = await alice.contextMenu('Check against the file', said.question!).final();
    expect(checked.ephemeral).toBe(true);
    const published = await checked.click('Publish').final();
    expect(published.ephemeral).toBe(false);
    expect(published.pings).toEqual([]);
    stage.discord.expectNoViolations();
  });

  it('/sources turns pages in place and works with a filter', async () => {
    await stage.close();
    const articles = Array.from({ length: 35 }, (_, index) => ({
      articleId: `a${index}`,
      title: `Article number ${index}`,
      outlet: 'RFI',
      published: '2021-07-20',
      url: null,
    }));
    stage = await Stage.open({
      bellerophon: scriptedBellerophon(undefined, {
        sources: (filter) => articles.filter(({ title }) => title.includes(filter ?? '')),
      }),
    });
    const alice = stage.discord.user('alice').in('#general');
    const first = await alice.slash('/sources').final();
    expect(first.ephemeral).toBe(true);
    expect(first.text).toContain('35 articles of the file · page 1 of 4');
    expect(first.buttons.map(({ label, disabled }) => [label, disabled])).toEqual([
      ['Previous', true],
      ['Next', false],
    ]);
    const second = await first.click('Next').final();
    expect(second.id).toBe(first.id);
    expect(second.text).toContain('page 2 of 4');
    expect((await alice.slash('/sources', { filter: 'nothing' }).final()).text).toContain('No article has “nothing”');
    stage.discord.expectNoViolations();
  });
});

describe('/forget-me and /privacy', () => {
  it('deletes what concerns the user, after which the buttons say so and are disabled', async () => {
    const alice = stage.discord.user('alice').in('#general');
    const answer = await alice.slash('/ask', { question: 'Whom has he met?' }).final();
    expect((await alice.slash('/privacy').final()).text).toContain('30 days');
    expect((await alice.slash('/forget-me').final()).text).toContain('Done. I deleted');
    const pressed = answer.click('Quotes');
    const notes = await pressed.count(2);
    expect(notes.some(({ ephemeral, text }) => ephemeral && text.includes('no longer works'))).toBe(true);
    expect(notes.find(({ id }) => id === answer.id)?.buttons.every(({ disabled }) => disabled)).toBe(true);
    stage.discord.expectNoViolations();
  });

  it('gives up the question under way', async () => {
    await stage.close();
    const gate = new Gate();
    stage = await Stage.open({
      bellerophon: scriptedBellerophon(async (request) => gate.opened.then(() => answerOf(request, []))),
    });
    const alice = stage.discord.user('alice').in('#general');
    const run = alice.slash('/ask', { question: 'slow' });
    await run.acknowledged();
    await alice.slash('/forget-me').final();
    expect((await run.final()).text).toBe('Cancelled.');
    gate.open();
  });
});
