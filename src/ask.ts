import { performance } from 'node:perf_hooks';
import { abstain, type Draft, type ExtractiveTools } from './answering/extractive-answerer.ts';
import { resolveFollowUp, standaloneText } from './answering/follow-up.ts';
import { analyseQuestion, type Question, type QuestionTools } from './answering/question.ts';
import { smallTalk } from './answering/small-talk.ts';
import { detectLanguage } from './text/language.ts';
import type { Answer, Ask, AskRequest, ConversationStore, Turn } from './types.ts';

export interface AskTools extends QuestionTools, ExtractiveTools {
  readonly conversations: ConversationStore;
  answer(question: Question, request: AskRequest, turns: readonly Turn[]): Promise<Draft>;
}

/** question → passages → answer; remembers the turn when the request belongs to a conversation. */
export function createAsk(tools: AskTools): Ask {
  return async (request) => {
    const began = performance.now();
    request.signal?.throwIfAborted();
    const turns = request.conversation ? await tools.conversations.turns(request.conversation) : [];
    const spoken = request.language ?? detectLanguage(request.question, request.interfaceLanguage);
    const typed = analyseQuestion(request.question, tools, spoken);
    const talk = smallTalk(request.question);
    const question = talk ? typed : resolveFollowUp(typed, turns, tools);
    const draft = talk
      ? abstain(question, { reason: talk, missing: [] }, request, tools)
      : await tools.answer(question, request, turns);
    if (request.conversation && !talk)
      await tools.conversations.append(request.conversation, turnOf(question, draft, tools));
    const { language, status, answer, citations, mode, ...rest } = draft;
    return {
      ...(request.id === undefined ? {} : { id: request.id }),
      question: request.question,
      ...(request.conversation === undefined ? {} : { conversation: request.conversation }),
      language,
      status,
      answer,
      citations,
      mode,
      timings: { totalMs: Math.round((performance.now() - began) * 100) / 100 },
      ...rest,
    } satisfies Answer;
  };
}

/** What the next turn needs: the question made whole, and the people and things it and its answer were about. */
function turnOf(question: Question, draft: Draft, { names }: AskTools): Turn {
  const asked = question.names.map(({ id }) => id);
  const told = draft.citations.slice(0, 1).flatMap(({ quote }) => names.find(quote).map(({ entry }) => entry.id));
  return {
    question: question.text,
    standalone: standaloneText(question),
    nameIds: [...new Set([...told.filter((id) => !asked.includes(id)).slice(0, 2), ...asked, ...told])],
    quotes: draft.citations.map(({ articleId, start, end }) => ({ articleId, start, end })),
    at: Date.now(),
  };
}
