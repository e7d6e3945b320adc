import type { AbstentionReason, Citation, ConversationStore, Language } from '../../../types.ts';

/** What buttons need of something the bot has said: its pages as shown, and the citations behind them. */
export interface StoredDocument {
  readonly pages: readonly string[];
  readonly citations: readonly StoredCitation[];
}

export type StoredCitation = Omit<Citation, 'quote'>;

export interface StoredAnswer {
  readonly id: string;
  /** Discord id when it is saved; the key when it is read. */
  readonly user: string;
  readonly language: Language;
  /** Null where it is not kept: claims, names, and after the retention time. */
  readonly question: string | null;
  readonly status: 'answered' | 'abstained';
  readonly abstention: AbstentionReason | null;
  readonly document: StoredDocument;
}

export interface Feedback {
  readonly answer: string;
  readonly user: string;
  readonly helpful: boolean;
  readonly reason?: string | undefined;
}

export interface FeedbackReport {
  readonly unhelpful: readonly {
    readonly at: number;
    readonly reason: string | null;
    /** Null once the retention time has passed. */
    readonly question: string | null;
    readonly answer: string | null;
  }[];
  readonly unanswered: readonly { readonly at: number; readonly question: string }[];
  readonly counters: readonly { readonly name: string; readonly count: number }[];
}

export type Counter = 'asked' | 'answered' | 'abstained' | 'failed' | 'refused' | 'cancelled' | 'helpful' | 'unhelpful';

/** All that the bot remembers. Asynchronous, so that a shared database server can take the place of the file. */
export interface BotState {
  readonly conversations: ConversationStore;
  /** The key that stands for a user in conversation names. */
  userKey(userId: string): string;
  saveAnswer(answer: StoredAnswer): Promise<void>;
  findAnswer(id: string): Promise<StoredAnswer | null>;
  /** @returns false when it was published before. */
  markPublished(id: string): Promise<boolean>;
  unmarkPublished(id: string): Promise<void>;
  /** Remembers to which conversation a message of the bot belongs, for replies to it. */
  linkMessage(messageId: string, conversation: string): Promise<void>;
  conversationOf(messageId: string): Promise<string | null>;
  saveFeedback(feedback: Feedback): Promise<void>;
  count(counter: Counter): Promise<void>;
  /** @returns false when the guild was welcomed before. */
  markWelcomed(guildId: string): Promise<boolean>;
  forgetGuild(guildId: string): Promise<void>;
  /** Deletes everything that concerns the user; @returns the number of records. */
  forgetUser(userId: string): Promise<number>;
  /** Deletes what has been kept long enough. */
  sweep(now: number): Promise<void>;
  report(): Promise<FeedbackReport>;
  close(): Promise<void>;
}
