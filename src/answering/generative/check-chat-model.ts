import type { Language } from '../../types.ts';
import { ChatSettingError, openChatModel } from './chat-model.ts';
import { complete } from './complete.ts';
import { DailyTokens } from './daily-tokens.ts';
import { diagnosis } from './failure-wording.ts';
import { readFailure } from './model-failure.ts';
import type { ChatSettings, GenerativeSettings } from './settings.ts';

export interface ChatModelCheck {
  readonly ok: boolean;
  /** One line for a person; holds no secret. */
  readonly message: string;
}

/** The daily limit holds for a check too, where it is set. */
type CheckSettings = ChatSettings & Partial<Pick<GenerativeSettings, 'DATA_DIR' | 'CHAT_DAILY_TOKENS'>>;

const untold: Readonly<Record<Language, string>> = {
  fr: 'CHAT_MODEL n’est pas défini : les réponses sont des extraits exacts du dossier.',
  en: 'CHAT_MODEL is not set: answers are exact extracts of the file.',
};

/** Tries one short call and says in one line whether the model works, or what is wrong. Never rejects. */
export async function checkChatModel(settings: CheckSettings, language: Language): Promise<ChatModelCheck> {
  const { CHAT_MODEL: name, ANSWER_TIMEOUT: time, DATA_DIR: folder, CHAT_DAILY_TOKENS: limit } = settings;
  if (!name) return { ok: false, message: untold[language] };
  const daily = new DailyTokens(folder ?? '', folder === undefined ? undefined : limit);
  const signal = AbortSignal.timeout(time);
  try {
    const model = await openChatModel(settings);
    if (await daily.isSpent()) return { ok: false, message: diagnosis('daily-limit', name, language) };
    const prompt = { system: 'Answer with one word.', user: 'Say OK.' };
    const { text, usage } = await complete(model, prompt, { signal, structured: false, retries: 0 });
    await daily.add(usage, signal);
    if (text.trim() === '') return { ok: false, message: diagnosis('empty', name, language) };
    const tokens = usage.inputTokens + usage.outputTokens;
    return {
      ok: true,
      message: language === 'fr' ? `${name} répond (${tokens} jetons).` : `${name} answers (${tokens} tokens).`,
    };
  } catch (error) {
    if (error instanceof ChatSettingError) return { ok: false, message: error.messageIn(language) };
    const { reason, usage } = readFailure(error);
    if (usage) await daily.add(usage, signal);
    return { ok: false, message: diagnosis(reason, name, language) };
  }
}
