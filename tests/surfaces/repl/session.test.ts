import { beforeEach, describe, expect, test } from 'vitest';
import { Session } from '../../../src/surfaces/repl/session.ts';
import { plainStyle } from '../../../src/surfaces/style.ts';
import { createTexts } from '../../../src/surfaces/texts/texts.ts';
import { type FakeBellerophon, fakeBellerophon } from '../fake-bellerophon.ts';

const catalogues = createTexts();

describe('a session', () => {
  let bellerophon: FakeBellerophon;
  let session: Session;
  beforeEach(() => {
    bellerophon = fakeBellerophon();
    session = new Session({
      bellerophon,
      catalogues,
      language: 'en',
      contextIn: (language) => ({ ...plainStyle, language, texts: catalogues[language] }),
    });
  });

  test('answers a line that is no command, in one conversation', async () => {
    expect(await session.handle('Whom has he met?')).toMatch(/^He met Emmanuel Bonne/);
    await session.handle('And met where?');
    expect(new Set(bellerophon.requests.map(({ conversation }) => conversation)).size).toBe(1);
    expect(bellerophon.requests[0]?.conversation).toBeDefined();
  });

  test('says nothing to an empty line', async () => {
    expect(await session.handle('   ')).toBe('');
    expect(bellerophon.requests).toEqual([]);
  });

  test('opens a citation of the last answer in its passage', async () => {
    expect(await session.handle('/open 1')).toBe('There is no citation yet: ask a question first.');
    await session.handle('met?');
    for (const line of ['/open 1', '/open [1]', '/ouvrir 1']) {
      expect(await session.handle(line)).toContain('>>>He met Emmanuel Bonne on Tuesday.<<<');
    }
    expect(await session.handle('/open 4')).toBe('There is no citation [4] in the last answer; it has 1 to 1.');
    expect(await session.handle('/open')).toBe('Give the number of a citation: /open 1.');
    await session.handle('/check They met');
    expect(await session.handle('/open 2')).toContain('>>>NSO denies everything.<<<');
  });

  test('answers as of a day until told otherwise', async () => {
    expect(await session.handle('/au 1er octobre 2021')).toContain('1 October 2021');
    expect(session.asOf).toBe('2021-10-01');
    await session.handle('met?');
    await session.handle('/timeline');
    expect(await session.handle('/as-of nonsense')).toContain('No date can be read in “nonsense”');
    expect(session.asOf).toBe('2021-10-01');
    await session.handle('/as-of');
    await session.handle('met?');
    expect(bellerophon.requests.map(({ asOf }) => asOf)).toEqual(['2021-10-01', undefined]);
    expect(bellerophon.calls[0]?.argument).toMatchObject({ asOf: '2021-10-01' });
  });

  test('refuses a day to come and takes a missing year from the last article', async () => {
    expect(await session.handle('/as-of 1 October 2999')).toBe('1 October 2999 lies ahead: give a day until today.');
    expect(session.asOf).toBeUndefined();
    // The last article of the fake is of 21 October 2021.
    expect(await session.handle('/as-of 1 October')).toContain('1 October 2021');
  });

  test('says that no article is by an outlet, instead of an empty timeline', async () => {
    expect(await session.handle('/chronologie média:Axois')).toBe(
      'The file has no article by an outlet “Axois”. Did you mean: Axios?',
    );
    expect(bellerophon.calls).toEqual([]);
  });

  test('shows the timeline with its filters', async () => {
    expect(await session.handle('/chronologie Hulata depuis:2021-09 média:Axios')).toMatch(/^Timeline\n/);
    expect(bellerophon.calls[0]?.argument).toMatchObject({ name: 'Hulata', from: '2021-09', outlet: 'Axios' });
    expect(await session.handle('/timeline colour:red')).toBe(
      'There is no filter colour:red. There are: outlet: from: to:.',
    );
    expect(await session.handle('/timeline from:someday')).toContain('No date can be read in “someday”');
    expect(await session.handle('/timeline from:2021-11-30 to:2021-07-01')).toBe(
      'from:2021-11-30 does not go with to:2021-07-01.',
    );
    expect(await session.handle('/timeline Nobody')).toMatch(/^The file names nobody called “Nobody”/);
  });

  test('says of an overview as of a day what was used, and suggests no name of later articles', async () => {
    await session.handle('/as-of 2021-10-30');
    const heading = /^As of 30 October 2021: only what had been published by then\.\n\n/;
    expect(await session.handle('/timeline')).toMatch(heading);
    expect(await session.handle('/who Hulta')).toMatch(heading);
    expect(await session.handle('/who Hopper')).toContain('Eyal Hulata');
    await session.handle('/as-of 2021-10-01');
    expect(await session.handle('/who Hopper')).not.toContain('Eyal Hulata');
  });

  test('tells who somebody is, or who resembles', async () => {
    expect(await session.handle('/who Hulta')).toMatch(/^Eyal Hulata/);
    expect(await session.handle('/qui Hopper')).toContain('Did you mean: Eyal Hulata?');
    expect(await session.handle('/qui')).toBe('Give a name: /who Eyal Hulata.');
  });

  test('checks a claim', async () => {
    expect(await session.handle('/verifier Ils se sont rencontrés')).toMatch(/^Disputed/);
    expect(await session.handle('/check')).toMatch(/^Give a claim/);
  });

  test('lists the sources, filtered', async () => {
    expect(await session.handle('/sources')).toMatch(/^2 articles/);
    expect(await session.handle('/sources rfi')).toMatch(/^1 article\n/);
    expect(await session.handle('/sources figaro')).toContain('No article has “figaro”');
  });

  test('changes the language of the interface, not of the answers', async () => {
    expect(await session.handle('/lang fr')).toContain('en français');
    expect(await session.handle('/aide')).toMatch(/^Commandes\n {2}\/ouvrir n/);
    await session.handle('Whom has he met?');
    expect(bellerophon.requests[0]?.language).toBeUndefined();
    expect(await session.handle('/langue xx')).toContain('/langue fr ou /langue en');
  });

  test('forgets the conversation when asked to', async () => {
    await session.handle('met?');
    await session.handle('/nouveau');
    const conversation = bellerophon.requests[0]?.conversation ?? '';
    expect(await bellerophon.conversations.turns(conversation)).toEqual([]);
    expect(await session.handle('/open 1')).toContain('There is no citation yet');
  });

  test('suggests the command that was meant', async () => {
    expect(await session.handle('/sorces')).toBe('There is no command /sorces. Did you mean /sources?');
    expect(await session.handle('/exterminate')).toBe('There is no command /exterminate.');
  });

  test('is left by command', async () => {
    expect(session.left).toBe(false);
    expect(await session.handle('/quitter')).toBe('');
    expect(session.left).toBe(true);
  });
});
