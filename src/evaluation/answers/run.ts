import type { Answer, Bellerophon, Dossier } from '../../types.ts';
import { type AttributionCheck, checkAttribution } from './attribution.ts';
import type { EvaluationQuestion } from './question.ts';
import { type AnswerScore, scoreAnswer } from './score.ts';

/** What the evaluation asks: the bot, or anything that answers and remembers like it. */
export type AnsweringBot = Pick<Bellerophon, 'ask'> & {
  readonly conversations: Pick<Bellerophon['conversations'], 'forget'>;
};

export interface AnswerEvaluationRequest {
  readonly bellerophon: AnsweringBot;
  /** Asked one after the other, in this order. */
  readonly questions: readonly EvaluationQuestion[];
  /** The file that answers were made from; without it, quotes are not compared with their articles. */
  readonly dossier?: Pick<Dossier, 'articles' | 'passages'> | undefined;
  /** Called after each question; for a progress bar. */
  readonly onAnswer?: ((answered: number) => void) | undefined;
}

export interface QuestionResult {
  readonly question: EvaluationQuestion;
  readonly answer: Answer;
  readonly score: AnswerScore;
  readonly attribution: AttributionCheck;
  /** Wall-clock time of the answer in milliseconds. */
  readonly ms: number;
}

/** Asks every question and scores every answer. A conversation starts without memory. Rejects when `ask` rejects. */
export async function runAnswerEvaluation(request: AnswerEvaluationRequest): Promise<QuestionResult[]> {
  const { bellerophon, questions, dossier, onAnswer } = request;
  const begun = new Set<string>();
  const results: QuestionResult[] = [];
  for (const question of questions) {
    const { conversation } = question;
    if (conversation !== undefined && !begun.has(conversation)) {
      await bellerophon.conversations.forget(conversation);
      begun.add(conversation);
    }
    const start = performance.now();
    const answer = await bellerophon.ask({
      id: question.id,
      question: question.question,
      ...(conversation !== undefined && { conversation }),
      ...(question.asOf !== undefined && { asOf: question.asOf }),
    });
    const ms = performance.now() - start;
    const score = scoreAnswer(question, answer, dossier?.articles);
    results.push({ question, answer, score, attribution: checkAttribution(answer, dossier), ms });
    onAnswer?.(results.length);
  }
  for (const conversation of begun) await bellerophon.conversations.forget(conversation);
  return results;
}
