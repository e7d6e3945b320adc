/** What the settings of the process say about the chat model; config.ts reads them. */
export interface ChatSettings {
  /** `provider:model`; absent means no chat model. */
  readonly CHAT_MODEL?: string | undefined;
  readonly CHAT_BASE_URL?: string | undefined;
  /** Milliseconds for a whole answer, retries and repair included. */
  readonly ANSWER_TIMEOUT: number;
}

export interface GenerativeSettings extends ChatSettings {
  readonly DATA_DIR: string;
  /** Answers written at the same time. */
  readonly CHAT_CONCURRENCY: number;
  readonly CHAT_DAILY_TOKENS?: number | undefined;
  /** Price of a million tokens, in any currency. */
  readonly CHAT_PRICE_INPUT?: number | undefined;
  readonly CHAT_PRICE_OUTPUT?: number | undefined;
  readonly CHAT_REWRITE_FOLLOW_UPS: boolean;
}
