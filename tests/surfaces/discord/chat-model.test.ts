import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { MemoryConversations } from '../../../src/memory-conversations.ts';
import { startAnsweringProcess } from '../../../src/surfaces/discord/answering/answering-process.ts';
import type { AnsweringService } from '../../../src/surfaces/discord/answering/answering-service.ts';
import { FakeProvider, type ReceivedRequest } from '../../providers/fake-provider.ts';
import { ollamaProtocol } from '../../providers/ollama-protocol.ts';
import { Stage } from './harness.ts';

const entry = fileURLToPath(new URL('../../../scripts/discord-answers.ts', import.meta.url));
const corpus = fileURLToPath(new URL('../../fixtures/other-affair', import.meta.url));

let stage: Stage;
let model: FakeProvider;
let service: AnsweringService;
let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'bellerophon-chat-'));
  model = await FakeProvider.start(ollamaProtocol);
  service = await startAnsweringProcess({
    entry,
    environment: {
      PATH: process.env.PATH,
      NODE_OPTIONS: '--import tsx',
      CORPUS_DIR: corpus,
      DATA_DIR: dataDir,
      CHAT_MODEL: 'ollama:tiny',
      CHAT_BASE_URL: model.url,
    },
    conversations: new MemoryConversations(),
    onNotice: () => {},
    onCrash: () => {},
  });
  stage = await Stage.open({ bellerophon: service, settings: { draftInterval: 300 } });
});
afterEach(async () => {
  await stage.close();
  await service.close();
  await model.kill();
  await rm(dataDir, { recursive: true, force: true });
});

const question = 'When did Simon Delcourt step down?';
const quote = 'Her deputy for public works, Simon Delcourt, resigned on 15 April 2024';

/** Number of the passage of the prompt in which the words stand. */
function passageOf({ body }: ReceivedRequest, words: string): number {
  const prompt = (body.messages as { content: string }[]).map(({ content }) => content).join('\n');
  const before = prompt.slice(0, prompt.indexOf(words));
  return Number([...before.matchAll(/<<<\w+ passage (\d+)/g)].at(-1)?.[1]);
}

/** One sentence that the file bears out, and one that it does not. */
const written = (request: ReceivedRequest): string => {
  const passages = [passageOf(request, quote)];
  return JSON.stringify({
    sentences: [
      { text: 'Simon Delcourt, her deputy for public works, resigned on 15 April 2024.', passages, quotes: [quote] },
      { text: 'Simon Delcourt had been paid 40,000 euros by a firm in Lisbon.', passages, quotes: [quote] },
    ],
    divergent: false,
    unknown: false,
  });
};

const showing = (text: string) =>
  stage.discord.until(
    () => stage.discord.botMessages().find(({ content }) => content.includes(text)),
    `“${text}” to be shown`,
    30_000,
  );

it.each(['/ask', 'dm'])(
  'a draft is shown while the model writes, then only what passed the check (%s)',
  async (way) => {
    model.reply((request) => ({ kind: 'text', text: written(request), pace: 120 }));
    const alice = stage.discord.user('alice');
    if (way === 'dm') alice.dm(question);
    else alice.in('#general').slash('/ask', { question });
    const message = await showing('still being checked');
    await showing('Written by a chat model; every sentence checked against its quotes.');
    expect(message.content).toContain('resigned on 15 April 2024. [1]');
    expect(message.content).not.toContain('Lisbon');
    const drafts = message.history.filter((text) => text !== '');
    expect(drafts.length).toBeGreaterThan(1);
    for (const draft of drafts) expect(draft).toContain('still being checked');
    expect(drafts.at(-1)).toContain('Simon Delcourt');
    expect(message.history.join('')).not.toContain('"passages"');
    expect(stage.discord.botMessages()).toHaveLength(1);
    stage.discord.expectNoViolations();
  },
);

it('an answer by extracts says why the model wrote none', async () => {
  model.reply({ kind: 'error', status: 404 });
  const alice = stage.discord.user('alice', { locale: 'fr' }).in('#general');
  const answer = await alice.slash('/ask', { question: 'Qui a démissionné ?' }).final({ within: 30_000 });
  expect(answer.text).toContain('Réponse par extraits exacts : le modèle est inconnu du fournisseur.');
  expect(answer.text).not.toContain('Rédigé par un modèle');
  stage.discord.expectNoViolations();
});

it('a question given up ends the model’s work, and its draft gives way to an honest line', async () => {
  model.reply((request) => ({ kind: 'text', text: written(request), pace: 200 }));
  const alice = stage.discord.user('alice').in('#general');
  alice.slash('/ask', { question });
  const message = await showing('still being checked');
  await alice.slash('/forget-me').final();
  await stage.discord.until(() => (message.content === 'Cancelled.' ? true : undefined), 'a cancellation');
  await expect.poll(() => model.abandoned).toBe(1);
  expect(message.content).toBe('Cancelled.');
  stage.discord.expectNoViolations();
});
