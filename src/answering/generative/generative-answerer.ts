import { randomBytes } from 'node:crypto';
import PQueue from 'p-queue';
import { ProviderError } from '../../errors.ts';
import type { AskRequest, Dossier, Reader, Retriever, TokenUsage, Turn } from '../../types.ts';
import type { WordVectors } from '../citation-check/contracts.ts';
import { joinParts } from '../compose.ts';
import type { Draft } from '../extractive-answerer.ts';
import { dependsOnContext } from '../follow-up.ts';
import type { Question } from '../question.ts';
import { type ChatModel, openChatModel } from './chat-model.ts';
import { checkAnswer, type NumberedPassages, type RefusedSentence, type SupportedSentence } from './check-answer.ts';
import { complete } from './complete.ts';
import { composeAbstention, composeAnswer } from './compose-answer.ts';
import { summariseConversation } from './conversation-summary.ts';
import { DailyTokens } from './daily-tokens.ts';
import { DraftStream } from './draft-stream.ts';
import { failureNotice, fallbackNotice } from './failure-wording.ts';
import { type FailureReason, ModelFailure, readFailure } from './model-failure.ts';
import { dataPrompt, failedText, repairPrompt, systemPrompt } from './prompt.ts';
import { rewriteFollowUp } from './rewrite-follow-up.ts';
import type { GenerativeSettings } from './settings.ts';
import { budget, fitting } from './token-budget.ts';
import { untilAborted } from './until-aborted.ts';
import { readWrittenAnswer, type WrittenSentence } from './written-answer.ts';

export interface GenerativeTools {
  readonly config: GenerativeSettings;
  readonly dossier: Dossier;
  readonly retriever: Retriever;
  readonly vectors: WordVectors;
  readonly reader: Reader;
  /** Answers by exact extracts whenever the model cannot. */
  readonly fallback: Answerer;
  /** Opened from the settings when absent. */
  readonly model?: ChatModel | undefined;
  /** Told why a model's answer was not used; holds no secret. */
  readonly onProblem?: ((reason: FailureReason, error: unknown) => void) | undefined;
}

export type Answerer = (question: Question, request: AskRequest, turns: readonly Turn[]) => Promise<Draft>;

const passagesRead = 12;
/** A repair that could not end in time is not begun. */
const leastTimeForRepair = 1000;
/** Shares of the time left that a call may take which the answer can do without. */
const shareOfTime = { rewrite: 0.25, repair: 0.7 };
/** Milliseconds after the time limit in which what has passed the check is put together. */
const grace = 300;

/**
 * Answers written by a chat model, every sentence held to the citation check. Whatever goes wrong – no key, no
 * connection, time over, nothing left after the check – the extractive answer goes out instead and says so; the
 * promise rejects only when the request's own signal fires.
 * @throws ProviderError when CHAT_MODEL is malformed or its package is missing.
 */
export async function createGenerativeAnswerer(tools: GenerativeTools): Promise<Answerer> {
  const { config, fallback } = tools;
  const model = tools.model ?? (await openOrFailure(config));
  const queue = new PQueue({ concurrency: config.CHAT_CONCURRENCY });
  const daily = new DailyTokens(config.DATA_DIR, config.CHAT_DAILY_TOKENS);

  return async (question, request, turns) => {
    const spent = new Spending(daily, config);
    const timeout = AbortSignal.timeout(config.ANSWER_TIMEOUT);
    const signal = anyOf(timeout, request.signal);
    const lastMoment = anyOf(AbortSignal.timeout(config.ANSWER_TIMEOUT + grace), request.signal);
    const deadline = Date.now() + config.ANSWER_TIMEOUT;
    try {
      if (model instanceof ModelFailure) throw model;
      if (await daily.isSpent()) throw new ModelFailure('daily-limit');
      const draft = await inTurn(queue, signal, () =>
        untilAborted(write({ ...tools, model }, { question, request, turns, signal, deadline, spent }), lastMoment),
      );
      request.signal?.throwIfAborted();
      await spent.recorded(lastMoment);
      return { ...draft, usage: spent.usage };
    } catch (error) {
      const failure = readFailure(error);
      spent.add(failure.usage);
      request.signal?.throwIfAborted();
      const reason = timeout.aborted ? 'timeout' : failure.reason;
      tools.onProblem?.(reason, failure.cause ?? failure);
      const draft = await fallback(question, request, turns);
      await spent.recorded(lastMoment);
      return withNotice(draft, reason, spent.usage);
    }
  };
}

/**
 * Waits for a free place, not longer than until the signal fires, and keeps it for the work. Unlike the queue's own signal
 * this one does not take the result from work that ends when time is up.
 */
async function inTurn<Result>(queue: PQueue, signal: AbortSignal, work: () => Promise<Result>): Promise<Result> {
  const place = new Promise<() => void>((obtained) => {
    void queue.add(() => new Promise<void>((leave) => obtained(leave)));
  });
  try {
    await untilAborted(place, signal);
    return await work();
  } finally {
    void place.then((leave) => leave());
  }
}

function anyOf(one: AbortSignal, other: AbortSignal | undefined): AbortSignal {
  return other ? AbortSignal.any([one, other]) : one;
}

/** For a call that the answer can do without: a part of the time left. */
function shareOf(
  { signal, deadline }: Job,
  share: number,
): { readonly signal: AbortSignal; readonly deadline: number } {
  const time = Math.max(0, Math.floor((deadline - Date.now()) * share));
  return { signal: anyOf(AbortSignal.timeout(time), signal), deadline: Date.now() + time };
}

/** A missing key shows when the model is opened; the bot still answers, by extracts. */
async function openOrFailure(config: GenerativeSettings): Promise<ChatModel | ModelFailure> {
  try {
    return await openChatModel(config);
  } catch (error) {
    if (error instanceof ProviderError) throw error;
    return readFailure(error);
  }
}

interface Job {
  readonly question: Question;
  readonly request: AskRequest;
  readonly turns: readonly Turn[];
  readonly signal: AbortSignal;
  /** Milliseconds since the epoch. */
  readonly deadline: number;
  readonly spent: Spending;
}

type OpenedTools = GenerativeTools & { readonly model: ChatModel };

async function write(tools: OpenedTools, job: Job): Promise<Draft> {
  const { model, dossier } = tools;
  const { question, request, signal, deadline, spent } = job;
  const retrieved = await tools.retriever.retrieve(await searchedWords(tools, job), {
    limit: passagesRead,
    filter: { asOf: request.asOf, outlet: request.outlet },
    signal,
  });
  const passages = fitting(retrieved, ({ passage }) => passage.text, budget.passages).map(({ passage }) => passage);
  if (passages.length === 0) return composeAbstention(question, request, undefined, dossier);

  const prompt = promptFor(passages, job, dossier);
  const drafts = request.onDraft && new DraftStream(request.onDraft);
  const { text, usage } = await complete(model, prompt, {
    signal,
    deadline,
    structured: true,
    onPiece: drafts && ((piece) => drafts.push(piece)),
  });
  spent.add(usage);
  const written = readWrittenAnswer(text);
  if (written.sentences.length === 0) {
    if (written.unknown) return composeAbstention(question, request, passages[0], dossier);
    throw new ModelFailure('unusable');
  }
  const { supported, refused } = await check(tools, job, written.sentences, passages);
  const repaired = refused.length > 0 ? await repair(tools, job, prompt, refused, passages) : [];
  const kept = inOrder(written.sentences.length, supported, repaired);
  if (kept.length === 0) throw new ModelFailure('unusable');
  return composeAnswer(kept, written.divergent, question, request, passages, dossier);
}

/** What is searched: a question that needs the conversation is rewritten where the setting asks for it and it succeeds. */
async function searchedWords(tools: OpenedTools, job: Job): Promise<string> {
  const { question, turns, spent } = job;
  const { language, text, searched } = question;
  const isFollowUp = question.terms.some(({ inherited }) => inherited) || dependsOnContext(question);
  if (!tools.config.CHAT_REWRITE_FOLLOW_UPS || turns.length === 0 || !isFollowUp) return searched;
  const { signal } = shareOf(job, shareOfTime.rewrite);
  try {
    const { names } = tools.dossier;
    const rewritten = await rewriteFollowUp(tools.model, { question: text, language, turns, names, signal });
    spent.add(rewritten.usage);
    // What did not come out as one line is the question as asked, which was searched better before.
    return rewritten.question === text ? searched : rewritten.question;
  } catch (error) {
    reportLost(readFailure(error), tools, spent);
    return searched;
  }
}

function check(
  { dossier, vectors, reader }: OpenedTools,
  { question, signal }: Job,
  sentences: readonly WrittenSentence[],
  passages: NumberedPassages,
) {
  const tools = { names: dossier.names, vectors, reader };
  return checkAnswer(sentences, passages, dossier, tools, { language: question.language, signal });
}

interface Prompt {
  readonly system: string;
  readonly user: string;
  readonly boundary: string;
}

function promptFor(passages: NumberedPassages, { question, request, turns }: Job, dossier: Dossier): Prompt {
  const boundary = randomBytes(8).toString('hex');
  const user = dataPrompt({
    language: question.language,
    question: question.text,
    passages: passages.map(({ articleId, text }, index) => {
      const article = dossier.articles.get(articleId);
      return { number: index + 1, outlet: article?.outlet ?? null, published: article?.published ?? null, text };
    }),
    conversation: summariseConversation(turns, dossier.names, budget.conversation),
    asOf: request.asOf,
    boundary,
  });
  return { system: systemPrompt(question.language), user, boundary };
}

/** One more call that tells the model what failed; whatever still fails, and any trouble on the way, drops the sentence. */
async function repair(
  tools: OpenedTools,
  job: Job,
  prompt: Prompt,
  refused: readonly RefusedSentence[],
  passages: NumberedPassages,
): Promise<SupportedSentence[]> {
  const { deadline, question, spent } = job;
  if (deadline - Date.now() < leastTimeForRepair) return [];
  const { language } = question;
  const failed = refused.map(({ written, failures }) => ({ text: written.text, failures }));
  const told = fitting(failed, (sentence) => failedText(language, sentence), budget.answer);
  const user = `${prompt.user}\n\n${repairPrompt(language, told, prompt.boundary)}`;
  try {
    const { text, usage } = await complete(
      tools.model,
      { system: prompt.system, user },
      { ...shareOf(job, shareOfTime.repair), structured: true },
    );
    spent.add(usage);
    const { sentences } = readWrittenAnswer(text);
    return (await check(tools, job, sentences.slice(0, told.length), passages)).supported;
  } catch (error) {
    reportLost(readFailure(error), tools, spent);
    return [];
  }
}

/** A call failed that the answer can do without. */
function reportLost(failure: ModelFailure, tools: OpenedTools, spent: Spending): void {
  spent.add(failure.usage);
  tools.onProblem?.(failure.reason, failure.cause ?? failure);
}

/** Sentences that passed at once come first in their order, the repaired ones after, none twice. */
function inOrder(
  limit: number,
  supported: readonly SupportedSentence[],
  repaired: readonly SupportedSentence[],
): SupportedSentence[] {
  const known = new Set<string>();
  return [...supported, ...repaired].filter(({ text }) => !known.has(text) && known.add(text)).slice(0, limit);
}

/** Says why the model was not used. An abstention has no extracts to speak of. */
function withNotice(draft: Draft, reason: FailureReason, usage: TokenUsage | undefined): Draft {
  const text = (draft.status === 'abstained' ? failureNotice : fallbackNotice)(reason, draft.language);
  const parts = [...draft.parts, { kind: 'notice' as const, text, markers: [] }];
  return { ...draft, parts, answer: joinParts(parts), ...(usage ? { usage } : {}) };
}

/** What one answer has cost so far, calls that led nowhere included. */
class Spending {
  readonly #daily: DailyTokens;
  readonly #settings: Pick<GenerativeSettings, 'CHAT_PRICE_INPUT' | 'CHAT_PRICE_OUTPUT'>;
  #inputTokens = 0;
  #outputTokens = 0;
  #recording: Promise<unknown> = Promise.resolve();

  constructor(daily: DailyTokens, settings: Pick<GenerativeSettings, 'CHAT_PRICE_INPUT' | 'CHAT_PRICE_OUTPUT'>) {
    this.#daily = daily;
    this.#settings = settings;
  }

  get usage(): TokenUsage | undefined {
    if (this.#inputTokens + this.#outputTokens === 0) return undefined;
    const tokens = { inputTokens: this.#inputTokens, outputTokens: this.#outputTokens };
    const { CHAT_PRICE_INPUT: input, CHAT_PRICE_OUTPUT: output } = this.#settings;
    if (input === undefined && output === undefined) return tokens;
    const millionths = this.#inputTokens * (input ?? 0) + this.#outputTokens * (output ?? 0);
    return { ...tokens, cost: millionths / 1e6 };
  }

  /** Counts at once; the day's file is written behind. */
  add(usage: TokenUsage | undefined): void {
    if (!usage) return;
    this.#inputTokens += usage.inputTokens;
    this.#outputTokens += usage.outputTokens;
    this.#recording = Promise.all([this.#recording, this.#daily.add(usage)]);
  }

  /** Waits until all is in the day's file, but not when the signal has fired: another process may hold the file. */
  async recorded(signal: AbortSignal): Promise<void> {
    await untilAborted(this.#recording, signal).catch(() => undefined);
  }
}
