import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import matter from 'gray-matter';
import { convert } from 'html-to-text';
import { describe, expect, it } from 'vitest';
import { factText, holdsAny } from '../../../src/evaluation/answers/fact-text.ts';
import { parseQuestions } from '../../../src/evaluation/answers/question.ts';

/** Article id → its text as facts are compared. An article without an id of its own is called after its file. */
async function bodies(folder: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const name of await readdir(folder)) {
    const id = /^(.+)\.(?:md|txt|html)$/.exec(name)?.[1];
    if (!id) continue;
    const source = await readFile(join(folder, name), 'utf8');
    const text = name.endsWith('.html') ? convert(source, { wordwrap: false }) : matter(source, {}).content;
    found.set(id, factText(text));
  }
  return found;
}

describe.each([
  { set: 'evaluation/questions.jsonl', folder: 'corpus', unanswerable: 60 },
  { set: 'tests/fixtures/other-affair-questions.jsonl', folder: 'tests/fixtures/other-affair', unanswerable: 7 },
])('the question set $set', ({ set, folder, unanswerable }) => {
  const load = async () => ({
    questions: parseQuestions(await readFile(set, 'utf8'), set),
    articles: await bodies(folder),
  });

  it('has both languages and enough questions that the file does not answer', async () => {
    const { questions } = await load();
    expect(new Set(questions.map(({ language }) => language)).size).toBe(2);
    expect(questions.filter(({ expect }) => expect === 'abstained').length).toBeGreaterThanOrEqual(unanswerable);
  });

  it('takes every alternative of every fact verbatim from a listed article', async () => {
    const { questions, articles } = await load();
    const strays = questions.flatMap(({ id, facts, articles: listed = [] }) =>
      facts
        .flat()
        .filter((fact) => !listed.some((article) => holdsAny(articles.get(article) ?? '', [fact])))
        .map((fact) => `${id}: ${fact}`),
    );
    expect(strays).toEqual([]);
  });

  it('lists only articles that exist and hold a fact', async () => {
    const { questions, articles } = await load();
    const strays = questions.flatMap(({ id, facts, articles: listed = [] }) =>
      listed
        .filter((article) => !holdsAny(articles.get(article) ?? '', facts.flat()))
        .map((article) => `${id}: ${article}`),
    );
    expect(strays).toEqual([]);
  });

  it('keeps a conversation in one half and of one kind, so that selecting leaves it whole', async () => {
    const { questions } = await load();
    const places = new Map<string, Set<string>>();
    for (const { conversation, split, kind } of questions)
      if (conversation) places.set(conversation, (places.get(conversation) ?? new Set()).add(`${split} ${kind}`));
    expect([...places].filter(([, found]) => found.size > 1)).toEqual([]);
  });
});
