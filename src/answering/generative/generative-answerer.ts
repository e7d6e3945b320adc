import { randomBytes } from 'node:crypto';
import PQueue from 'p-queue';
import { ProviderError } from '../../errors.ts';
import type { AskRequest, Dossier, Reader, Retriever, TokenUsage, Turn } from '../../types.ts';
import type { WordVectors } from '../citation-check/contracts.ts';
import { joinParts } from '../compose.ts';
import type { Draft } from '../extractive-answerer.ts';
import type { Question } from '../question.ts';
import { type ChatModel, openChatModel } from './chat-model.ts';
import { checkAnswer, type NumberedPassages, type RefusedSentence, type SupportedSentence } from './check-answer.ts';
import { complete } from './complete.ts';
import { composeAbstention, composeAnswer } from './compose-answer.ts';
import { summariseConversation } from './conversation-summary.ts';
import { DailyTokens } from './daily-tokens.ts';
import { DraftStream } from './draft-stream.ts';
import { fallbackNotice } from './failure-wording.ts';
import { type FailureReason, ModelFailure, readFailure } from './model-failure.ts';
import { dataPrompt, repairPrompt, systemPrompt } from './prompt.ts';
import { rewriteFollowUp } from './rewrite-follow-up.ts';
import type { GenerativeSettings } from './settings.ts';
import { budget, fitting } from './token-budget.ts';
import { readWrittenAnswer } from './written-answer.ts';

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
    const signal = request.signal ? AbortSignal.any([timeout, request.signal]) : timeout;
    const deadline = Date.now() + config.ANSWER_TIMEOUT;
    try {
      if (model instanceof ModelFailure) throw model;
      if (await daily.isSpent()) throw new ModelFailure('daily-limit');
      const draft = await queue.add(
        () => write({ ...tools, model }, { question, request, turns, signal, deadline, spent }),
        {
          signal,
        },
      );
      return { ...draft, usage: spent.usage };
    } catch (error) {
      request.signal?.throwIfAborted();
      const failure = timeout.aborted ? new ModelFailure('timeout', { cause: error }) : readFailure(error);
      tools.onProblem?.(failure.reason, failure.cause ?? failure);
      const draft = await fallback(question, request, turns);
      return withNotice(draft, failure.reason, spent.usage);
    }
  };
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

async function write(tools: GenerativeTools & { readonly model: ChatModel }, job: Job): Promise<Draft> {
  const { model, dossier } = tools;
  const { question, request, turns, signal, spent } = job;
  let searched = question.searched;
  if (tools.config.CHAT_REWRITE_FOLLOW_UPS && turns.length > 0) {
    const { language, text } = question;
    const rewritten = await rewriteFollowUp(model, { question: text, language, turns, names: dossier.names, signal });
    await spent.add(rewritten.usage);
    searched = rewritten.question;
  }
  const retrieved = await tools.retriever.retrieve(searched, {
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
    structured: true,
    onPiece: drafts && ((piece) => drafts.push(piece)),
  });
  await spent.add(usage);
  const written = readWrittenAnswer(text);
  if (written.sentences.length === 0) {
    if (written.unknown) return composeAbstention(question, request, passages[0], dossier);
    throw new ModelFailure('unusable');
  }
  const checking = { names: dossier.names, vectors: tools.vectors, reader: tools.reader };
  const { supported, refused } = await checkAnswer(written.sentences, passages, dossier, checking);
  const repaired = refused.length > 0 ? await repair(tools, job, prompt, refused, passages) : [];
  const kept = inOrder(written.sentences.length, supported, repaired);
  if (kept.length === 0) throw new ModelFailure('unusable');
  return composeAnswer(kept, written.divergent, question, request, passages, dossier);
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
  tools: GenerativeTools & { readonly model: ChatModel },
  { question, signal, deadline, spent }: Job,
  prompt: Prompt,
  refused: readonly RefusedSentence[],
  passages: NumberedPassages,
): Promise<SupportedSentence[]> {
  if (deadline - Date.now() < leastTimeForRepair) return [];
  const failed = refused.map(({ written, failures }) => ({
    text: written.text,
    failures: failures.map(({ kind, detail }) => `${kind}: ${detail}`),
  }));
  const user = `${prompt.user}\n\n${repairPrompt(question.language, failed, prompt.boundary)}`;
  try {
    const { text, usage } = await complete(tools.model, { system: prompt.system, user }, { signal, structured: true });
    await spent.add(usage);
    const { sentences } = readWrittenAnswer(text);
    const checking = { names: tools.dossier.names, vectors: tools.vectors, reader: tools.reader };
    return (await checkAnswer(sentences.slice(0, refused.length), passages, tools.dossier, checking)).supported;
  } catch (error) {
    tools.onProblem?.(readFailure(error).reason, error);
    return [];
  }
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

function withNotice(draft: Draft, reason: FailureReason, usage: TokenUsage | undefined): Draft {
  const parts = [
    ...draft.parts,
    { kind: 'notice' as const, text: fallbackNotice(reason, draft.language), markers: [] },
  ];
  return { ...draft, parts, answer: joinParts(parts), ...(usage ? { usage } : {}) };
}

/** What one answer has cost so far, calls that led nowhere included. */
class Spending {
  readonly #daily: DailyTokens;
  readonly #settings: Pick<GenerativeSettings, 'CHAT_PRICE_INPUT' | 'CHAT_PRICE_OUTPUT'>;
  #inputTokens = 0;
  #outputTokens = 0;

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

  async add({ inputTokens, outputTokens }: TokenUsage): Promise<void> {
    this.#inputTokens += inputTokens;
    this.#outputTokens += outputTokens;
    await this.#daily.add({ inputTokens, outputTokens });
  }
}
