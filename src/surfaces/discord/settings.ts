/** The bot's fixed numbers, in one place; tests replace some. Times in milliseconds. */
export interface Settings {
  /** Questions a person may ask in a row … */
  readonly burst: number;
  /** … and how long one more takes to become allowed. */
  readonly refill: number;
  /** Answers worked on at once. Searching holds the event loop some 40 ms each, and acknowledgements wait behind it. */
  readonly concurrency: number;
  /** Questions that may wait beyond those. */
  readonly waiting: number;
  /** Work on one answer is given up after this long. */
  readonly answerTimeout: number;
  /** On SIGTERM, answers under way have this long; below systemd's TimeoutStopSec in deploy/. */
  readonly drainTimeout: number;
  /** Discord forgets an unacknowledged interaction after 3 s; what its clock has already counted is unknown. */
  readonly acknowledgeWithin: number;
  /** One attempt to acknowledge, so that a lost one leaves time for the next. */
  readonly acknowledgeAttempt: number;
  /** Interaction tokens live 15 minutes; near their end an answer goes to the channel instead. */
  readonly tokenLifetime: number;
  /** Discord shows "is typing" for 10 s. */
  readonly typingInterval: number;
  /** A REST request is given up and repeated after this long. */
  readonly requestTimeout: number;
  /** Further attempts to deliver an answer when Discord is down, after those of the library. */
  readonly deliveryRetries: number;
  /** Between attempts to deliver; doubles each time. */
  readonly deliveryPause: number;
  /** Edits that show the draft of one answer, at most … */
  readonly draftEdits: number;
  /** … and the pause between them: two answers at once in one channel stay below its 5 edits in 5 s. */
  readonly draftInterval: number;
  /** A draft that cannot be shown by then is left out: the answer waits for it. */
  readonly draftTimeout: number;
  /** Guilds that have not arrived by then do not hold up the start: questions would expire meanwhile. */
  readonly guildWait: number;
  readonly sweepInterval: number;
}

export const defaultSettings: Settings = {
  burst: 6,
  refill: 3_000,
  concurrency: 2,
  waiting: 100,
  answerTimeout: 120_000,
  drainTimeout: 20_000,
  acknowledgeWithin: 2_800,
  acknowledgeAttempt: 1_000,
  tokenLifetime: 14.5 * 60_000,
  typingInterval: 8_000,
  requestTimeout: 8_000,
  deliveryRetries: 4,
  deliveryPause: 1_000,
  draftEdits: 6,
  draftInterval: 2_000,
  draftTimeout: 2_000,
  guildWait: 1_000,
  sweepInterval: 60 * 60_000,
};

/** Pages that a message is answered with at once; further ones are behind the button More. */
export const directPages = 3;
