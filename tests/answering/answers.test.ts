import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/types.ts';
import { openBridgeFile } from './open-file.ts';

const file = openBridgeFile();
const ask = (question: string, more: { conversation?: string; asOf?: string } = {}) =>
  file().ask({ question, ...more });

describe('answers from a file about something else', () => {
  it('answers with an exact sentence and names its source', async () => {
    const answer = await ask('Qui a signé le rapport sur le pont des Tanneurs ?');
    expect(answer.status).toBe('answered');
    expect(answer.answer).toContain('Nadia Ferrand');
    expect(answer.citations[0]?.quote).toContain('Nadia Ferrand');
    expect(answer.answer).toMatch(/sources? indépendantes|une seule source/);
  });

  it('answers in the language of the question from articles in the other', async () => {
    const answer = await ask('When did Simon Delcourt step down?');
    expect(answer.language).toBe('en');
    expect(answer.answer).toContain('15 April 2024');
  });

  it('finds a name however it is spelt', async () => {
    const answers = await Promise.all(
      ['Nadia Ferrand', 'nadia ferand', 'Nadia Férand'].map((name) => ask(`Qu'a demandé ${name} en janvier ?`)),
    );
    const cited = answers.map(({ citations }) => citations.map(({ articleId, start }) => `${articleId} ${start}`));
    expect(cited[1]).toEqual(cited[0]);
    expect(cited[2]).toEqual(cited[0]);
  });

  it('abstains when the file does not tell', async () => {
    const answer = await ask('Quel âge a Nadia Ferrand ?');
    expect(answer).toMatchObject({ status: 'abstained', citations: [] });
    expect(answer.nearest).toBeDefined();
  });

  it('says so when a question takes for granted what the file does not say', async () => {
    const answer = await ask('Pourquoi Hélène Vasseur a-t-elle démissionné ?');
    expect(answer.status).toBe('abstained');
  });

  it('abstains on other subjects', async () => {
    expect((await ask('Who won the last football World Cup?')).status).toBe('abstained');
  });

  it('shows both versions where sources give different numbers', async () => {
    const answer = await ask('Combien de fissures compte la troisième pile ?');
    expect(answer.divergent).toBe(true);
    expect(answer.answer).toContain('14 fissures');
    expect(answer.answer).toContain('nineteen cracks');
    expect(new Set(answer.citations.map(({ articleId }) => articleId)).size).toBeGreaterThan(1);
  });

  it('knows only what had been published by the day asked about', async () => {
    const answer = await ask('How many cracks does the pier have?', { asOf: '2024-03-05' });
    expect(answer.answer).toContain('14 fissures');
    expect(answer.answer).not.toContain('nineteen');
    expect(answer.parts[0]).toMatchObject({ kind: 'heading' });
    for (const { published } of answer.citations) expect(published! <= '2024-03-05').toBe(true);
  });

  it('understands a follow-up by what was asked before', async () => {
    await ask('Qui préside le conseil départemental ?', { conversation: 'kinship' });
    const answer = await ask('A-t-il un lien de parenté avec l’ingénieure ?', { conversation: 'kinship' });
    expect(answer.answer).toContain('sans lien de parenté');
  });

  it('keeps conversations apart', async () => {
    await ask('Qui préside le conseil départemental ?', { conversation: 'one' });
    const elsewhere = await ask('Et quand ?', { conversation: 'two' });
    const alone = await ask('Et quand ?');
    expect(elsewhere.answer).toBe(alone.answer);
  });

  it('rejects a question whose signal has fired', async () => {
    await expect(file().ask({ question: 'Qui a fermé le pont ?', signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});

describe('every answer', () => {
  const pieces = [
    'qui', 'who', 'combien de', 'how many', 'pourquoi', 'why', 'when did', 'est-ce que', 'le pont', 'the bridge',
    'fissures', 'cracks', 'Vasseur', 'Ferrand', 'Halden & Moor', 'le rapport', 'fermé', 'repair', '2022', 'ou', 'or', '?',
  ]; // biome-ignore format: a list of words
  const question = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 9 }).map((words) => words.join(' '));

  it('has sound markers, exact quotes and at most 900 characters, whatever is asked', async () => {
    await fc.assert(
      fc.asyncProperty(question, async (text) => expectSound(await ask(text))),
      { numRuns: 60 },
    );
  });

  function expectSound(answer: Answer): void {
    const shown = [...answer.answer.matchAll(/\[(\d+)\]/g)].map((match) => Number(match[1]));
    const cited = answer.citations.map(({ marker }) => marker);
    expect(new Set(shown)).toEqual(new Set(cited));
    expect(answer.answer.length).toBeLessThanOrEqual(900);
    expect(answer.answer).toBe(answer.parts.map(({ text }) => text).join('\n'));
    for (const { articleId, quote, start, end } of answer.citations)
      expect(file().dossier.articles.get(articleId)?.text.slice(start, end)).toBe(quote);
    if (answer.status === 'abstained') expect(answer.citations).toEqual([]);
  }
});
