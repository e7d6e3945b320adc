import type { Answer, AnswerPart, AskRequest, Bellerophon, Citation } from '../../../src/types.ts';
import { fakeBellerophon } from '../fake-bellerophon.ts';

export type Script = (request: AskRequest) => Promise<Answer> | Answer;

/** A Bellerophon with the overviews of the fake one, whose answers a test writes itself. */
export function scriptedBellerophon(script?: Script, more: Partial<Bellerophon> = {}): Bellerophon {
  const fake = fakeBellerophon();
  return { ...fake, ...(script ? { ask: async (request: AskRequest) => script(request) } : {}), ...more };
}

export function citation(marker: number, overrides: Partial<Citation> = {}): Citation {
  return {
    marker,
    articleId: `article-${marker}`,
    title: `Title of article ${marker}`,
    outlet: `Outlet ${marker}`,
    published: '2021-10-21',
    url: `https://example.org/articles/${marker}`,
    quote: 'A quote.',
    start: 0,
    end: 8,
    ...overrides,
  };
}

/** An answer made of parts, one citation per marker used. */
export function answerOf(
  request: Pick<AskRequest, 'question'>,
  parts: readonly AnswerPart[],
  rest: Partial<Answer> = {},
): Answer {
  const markers = [...new Set(parts.flatMap((part) => part.markers))];
  return {
    question: request.question,
    language: 'en',
    status: 'answered',
    answer: parts.map(({ text }) => text).join('\n'),
    citations: markers.map((marker) => citation(marker)),
    mode: 'extractive',
    timings: { totalMs: 1 },
    parts,
    divergent: false,
    ...rest,
  };
}

/** A promise that a test settles. */
export class Gate {
  readonly opened: Promise<void>;
  open: () => void = () => {};
  constructor() {
    this.opened = new Promise((resolve) => {
      this.open = resolve;
    });
  }
}
