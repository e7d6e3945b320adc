import type { AbstentionReason, Answer, Language } from '../../types.ts';
import { answerButtons } from './buttons/answer-buttons.ts';
import type { BotContext } from './context.ts';
import { newAnswerId } from './reference-id.ts';
import { answerDocument } from './render/documents.ts';
import type { StoredAnswer, StoredDocument } from './state/bot-state.ts';
import type { Texts } from './texts/texts.ts';
import type { OutgoingFile, OutgoingMessage } from './wire/outgoing.ts';

/** What a question has led to, before it is saved and sent. */
export interface Prepared {
  readonly document: StoredDocument;
  readonly language: Language;
  /** Null where the text is not kept. */
  readonly question: string | null;
  readonly status: StoredAnswer['status'];
  readonly abstention: StoredAnswer['abstention'];
  /** Answers to questions can be rated. */
  readonly feedback: boolean;
  readonly files?: readonly OutgoingFile[] | undefined;
}

/** Replies that tell nothing of the file, so that there is nothing to rate. */
const nothingTold: ReadonlySet<AbstentionReason> = new Set([
  'chit-chat',
  'thanks',
  'identity',
  'empty',
  'manipulation',
  'no-antecedent',
]);

export function preparedAnswer(answer: Answer, { texts }: BotContext): Prepared {
  const { language, question, status, abstention = null } = answer;
  const document = answerDocument(answer, { texts: texts[language], language });
  const talk = abstention !== null && nothingTold.has(abstention);
  return { document, language, question, status, abstention, feedback: !talk };
}

/** An overview: its text is not somebody's question, so nothing of it but the pages is kept. */
export function preparedOverview(document: StoredDocument, language: Language, found: boolean): Prepared {
  const status = found ? 'answered' : 'abstained';
  return { document, language, question: null, status, abstention: null, feedback: false };
}

export interface MessageOptions {
  readonly userId: string;
  /** Language of the buttons. */
  readonly texts: Texts;
  /** Pages that are sent at once; the others are behind More. */
  readonly direct: number;
  readonly publishable: boolean;
}

/**
 * Saves what the buttons need and lays the pages out as messages, the buttons below the last one. Without buttons when
 * it cannot be saved: the answer matters more.
 */
export async function saveAndCompose(
  context: BotContext,
  prepared: Prepared,
  { userId, texts, direct, publishable }: MessageOptions,
): Promise<{ answerId: string; messages: OutgoingMessage[] }> {
  const { document, files, feedback } = prepared;
  const answerId = newAnswerId();
  const { language, question, status, abstention } = prepared;
  const saved = await context.state
    .saveAnswer({ id: answerId, user: userId, language, question, status, abstention, document })
    .then(() => true)
    .catch((error: unknown) => {
      context.logger.error({ err: error }, 'an answer could not be saved; it goes out without buttons');
      return false;
    });
  const shown = document.pages.slice(0, direct);
  const buttons = answerButtons({
    answerId,
    texts,
    hasCitations: document.citations.length > 0,
    nextPage: document.pages.length > direct ? direct : undefined,
    publishable,
    feedback,
  });
  const messages = shown.map((content, index) => ({
    content,
    ...(index === 0 ? { files } : {}),
    ...(index === shown.length - 1 && saved ? { buttons } : {}),
  }));
  return { answerId, messages };
}
