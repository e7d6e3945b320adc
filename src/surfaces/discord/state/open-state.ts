import { join } from 'node:path';
import type { BotState, Counter, Feedback, FeedbackReport, StoredAnswer, StoredDocument } from './bot-state.ts';
import { type Database, openDatabase } from './database.ts';
import { StoredConversations, splitConversationName } from './stored-conversations.ts';
import { userKeyFromFile } from './user-key.ts';

const day = 24 * 60 * 60_000;
/** Follow-ups reach back a day; buttons work for thirty, without the question when that is kept for less. */
const conversationLifetime = day;
const answerLifetime = 30 * day;
const counterLifetime = 400 * day;

export interface StateOptions {
  readonly dataDir: string;
  /** Days that question texts are kept; 0 never writes them down. */
  readonly questionRetentionDays: number;
}

/** Opens the bot's state in `dataDir`: `discord.db` and the salt `discord.salt`. */
export function openState(options: StateOptions): BotState {
  const database = openDatabase(join(options.dataDir, 'discord.db'));
  // Turns hold questions: where none may be written down, they live in memory.
  const turns = options.questionRetentionDays === 0 ? openDatabase(':memory:') : database;
  const userKey = userKeyFromFile(join(options.dataDir, 'discord.salt'));
  return new DatabaseState(database, turns, userKey, options.questionRetentionDays);
}

interface AnswerRow {
  readonly id: string;
  readonly user: string;
  readonly language: StoredAnswer['language'];
  readonly question: string | null;
  readonly status: StoredAnswer['status'];
  readonly abstention: StoredAnswer['abstention'];
  readonly document: string;
}

class DatabaseState implements BotState {
  readonly conversations: StoredConversations;
  readonly userKey: (userId: string) => string;
  readonly #database: Database;
  readonly #turns: Database;
  readonly #retentionDays: number;

  constructor(database: Database, turns: Database, userKey: (userId: string) => string, retentionDays: number) {
    this.#database = database;
    this.#turns = turns;
    this.#retentionDays = retentionDays;
    this.userKey = userKey;
    this.conversations = new StoredConversations(turns);
  }

  #run(sql: string, ...values: readonly unknown[]): number {
    return this.#database.prepare(sql).run(...values).changes;
  }

  async saveAnswer({ id, user, language, question, status, abstention, document }: StoredAnswer): Promise<void> {
    const kept = this.#retentionDays === 0 ? null : question;
    this.#run(
      `INSERT INTO answers (id, user, at, language, question, status, abstention, document) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      id,
      this.userKey(user),
      Date.now(),
      language,
      kept,
      status,
      abstention,
      JSON.stringify(document),
    );
  }

  async findAnswer(id: string): Promise<StoredAnswer | null> {
    const row = this.#database.prepare('SELECT * FROM answers WHERE id = ?').get(id) as AnswerRow | undefined;
    if (row === undefined) return null;
    const { user, language, question, status, abstention, document } = row;
    return { id, user, language, question, status, abstention, document: JSON.parse(document) as StoredDocument };
  }

  async markPublished(id: string): Promise<boolean> {
    return this.#run('UPDATE answers SET published = 1 WHERE id = ? AND published = 0', id) > 0;
  }

  async unmarkPublished(id: string): Promise<void> {
    this.#run('UPDATE answers SET published = 0 WHERE id = ?', id);
  }

  async linkMessage(messageId: string, conversation: string): Promise<void> {
    const { place, user } = splitConversationName(conversation);
    this.#run(
      'INSERT OR REPLACE INTO messages (id, conversation, user, at) VALUES (?, ?, ?, ?)',
      messageId,
      place,
      user,
      Date.now(),
    );
  }

  async conversationOf(messageId: string): Promise<string | null> {
    const row = this.#database.prepare('SELECT conversation FROM messages WHERE id = ?').get(messageId) as
      | { conversation: string }
      | undefined;
    return row?.conversation ?? null;
  }

  async saveFeedback({ answer, user, helpful, reason }: Feedback): Promise<void> {
    this.#run(
      `INSERT INTO feedback (answer, user, at, helpful, reason) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (answer, user) DO UPDATE SET at = excluded.at, helpful = excluded.helpful, reason = excluded.reason`,
      answer,
      this.userKey(user),
      Date.now(),
      helpful ? 1 : 0,
      reason ?? null,
    );
  }

  async count(counter: Counter): Promise<void> {
    this.#run(
      `INSERT INTO counters (day, name, count) VALUES (date('now'), ?, 1)
       ON CONFLICT (day, name) DO UPDATE SET count = count + 1`,
      counter,
    );
  }

  async markWelcomed(guildId: string): Promise<boolean> {
    return this.#run('INSERT OR IGNORE INTO welcomed (guild, at) VALUES (?, ?)', guildId, Date.now()) > 0;
  }

  async forgetGuild(guildId: string): Promise<void> {
    this.#run('DELETE FROM welcomed WHERE guild = ?', guildId);
  }

  async forgetUser(userId: string): Promise<number> {
    const key = this.userKey(userId);
    const turns = this.#turns.prepare('DELETE FROM turns WHERE user = ?').run(key).changes;
    return ['answers', 'messages', 'feedback'].reduce(
      (sum, table) => sum + this.#run(`DELETE FROM ${table} WHERE user = ?`, key),
      turns,
    );
  }

  async sweep(now: number): Promise<void> {
    const questionsBefore = now - this.#retentionDays * day;
    this.#turns.prepare('DELETE FROM turns WHERE at < ?').run(now - conversationLifetime);
    this.#run('UPDATE answers SET question = NULL WHERE at < ? AND question IS NOT NULL', questionsBefore);
    this.#run('DELETE FROM answers WHERE at < ?', now - answerLifetime);
    this.#run('DELETE FROM messages WHERE at < ?', now - conversationLifetime);
    // A reason may repeat the question, so it goes when questions go.
    this.#run('UPDATE feedback SET reason = NULL WHERE at < ? AND reason IS NOT NULL', questionsBefore);
    this.#run('DELETE FROM feedback WHERE at < ?', now - answerLifetime);
    this.#run('DELETE FROM counters WHERE day < ?', new Date(now - counterLifetime).toISOString().slice(0, 10));
  }

  async report(): Promise<FeedbackReport> {
    const unhelpful = this.#database
      .prepare(
        `SELECT feedback.at, feedback.reason, answers.question, answers.document FROM feedback
         LEFT JOIN answers ON answers.id = feedback.answer WHERE feedback.helpful = 0 ORDER BY feedback.at`,
      )
      .all() as { at: number; reason: string | null; question: string | null; document: string | null }[];
    const unanswered = this.#database
      .prepare(
        `SELECT at, question FROM answers
         WHERE status = 'abstained' AND abstention IN ('not-in-file', 'false-premise') AND question IS NOT NULL ORDER BY at`,
      )
      .all() as { at: number; question: string }[];
    const counters = this.#database
      .prepare('SELECT name, sum(count) AS count FROM counters GROUP BY name ORDER BY name')
      .all() as { name: string; count: number }[];
    return {
      unhelpful: unhelpful.map(({ at, reason, question, document }) => ({
        at,
        reason,
        question,
        answer: document === null ? null : ((JSON.parse(document) as StoredDocument).pages[0] ?? null),
      })),
      unanswered,
      counters,
    };
  }

  async close(): Promise<void> {
    if (this.#turns !== this.#database) this.#turns.close();
    this.#database.close();
  }
}
