import { readFileSync } from 'node:fs';
import { checkSentence } from '../../../src/answering/citation-check/check-sentence.ts';
import type { CheckResult, CheckTools, CitedPassage } from '../../../src/answering/citation-check/contracts.ts';

/** One line of tampered.jsonl or faithful.jsonl. */
export interface MeasuredItem {
  readonly id: string;
  /** Each batch was measured once before anybody looked at it; measured.test.ts says how that went. */
  readonly batch: number;
  readonly kind: string;
  readonly sentence: string;
  readonly quotes: readonly string[];
  /** The cited passage is this article's paragraph around these words; hostile passages give their text instead. */
  readonly article?: string;
  /** Where the article lies; the shipped press file when absent. */
  readonly folder?: string;
  readonly around?: string;
  readonly text?: string;
}

const root = new URL('../../../', import.meta.url);

export function readItems(name: string): MeasuredItem[] {
  return readFileSync(new URL(name, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as MeasuredItem);
}

function passageOf(item: MeasuredItem): CitedPassage {
  if (item.text !== undefined) return { articleId: 'hostile', text: item.text, start: 0 };
  const file = readFileSync(new URL(`${item.folder ?? 'corpus'}/${item.article}.md`, root), 'utf8');
  const field = (name: string) => new RegExp(`^${name}: (.+)$`, 'm').exec(file)?.[1] ?? null;
  const body = file.replace(/^---\n.*?\n---\n/s, '');
  const paragraph = body.split('\n\n').find((text) => text.includes(item.around ?? '')) ?? '';
  const outlet = field('outlet');
  return {
    articleId: item.article ?? '',
    text: paragraph.trim(),
    start: body.indexOf(paragraph.trim()),
    outlet: outlet === 'null' ? null : outlet,
    published: field('published'),
  };
}

export function checkItem(item: MeasuredItem, tools: CheckTools): Promise<CheckResult> {
  return checkSentence({ sentence: item.sentence, quotes: item.quotes, citedPassages: [passageOf(item)] }, tools);
}
