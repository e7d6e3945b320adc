import { ProviderError } from '../../errors.ts';
import type { Language } from '../../types.ts';
import { openChatModel } from './chat-model.ts';
import { complete } from './complete.ts';
import { diagnosis } from './failure-wording.ts';
import { readFailure } from './model-failure.ts';
import type { ChatSettings } from './settings.ts';

export interface ChatModelCheck {
  readonly ok: boolean;
  /** One line for a person; holds no secret. */
  readonly message: string;
}

const untold: Readonly<Record<Language, string>> = {
  fr: 'CHAT_MODEL n’est pas défini : les réponses sont des extraits exacts du dossier.',
  en: 'CHAT_MODEL is not set: answers are exact extracts of the file.',
};

/** Tries one short call and says in one line whether the model works, or what is wrong. Never rejects. */
export async function checkChatModel(settings: ChatSettings, language: Language): Promise<ChatModelCheck> {
  if (!settings.CHAT_MODEL) return { ok: false, message: untold[language] };
  const signal = AbortSignal.timeout(settings.ANSWER_TIMEOUT);
  try {
    const model = await openChatModel(settings);
    const { usage } = await complete(
      model,
      { system: 'Answer with one word.', user: 'Say OK.' },
      { signal, structured: false, retries: 0 },
    );
    const tokens = usage.inputTokens + usage.outputTokens;
    return {
      ok: true,
      message:
        language === 'fr' ? `${model.name} répond (${tokens} jetons).` : `${model.name} answers (${tokens} tokens).`,
    };
  } catch (error) {
    if (error instanceof ProviderError) return { ok: false, message: error.message };
    const { reason } = signal.aborted ? { reason: 'timeout' as const } : readFailure(error);
    return { ok: false, message: diagnosis(reason, settings.CHAT_MODEL, language) };
  }
}
