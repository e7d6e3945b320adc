import type { BaseLanguageModelInput } from '@langchain/core/language_models/base';
import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import type { AIMessageChunk } from '@langchain/core/messages';
import type { Runnable } from '@langchain/core/runnables';
import { getEnvironmentVariable } from '@langchain/core/utils/env';
import { ProviderError } from '../../errors.ts';
import { ModelFailure } from './model-failure.ts';
import type { ChatSettings } from './settings.ts';
import { budget } from './token-budget.ts';
import { answerSchema } from './written-answer.ts';

/** A model and, where its provider can enforce the answer's format, the model bound to do so. */
export interface ChatModel {
  /** `provider:model`, as in CHAT_MODEL. */
  readonly name: string;
  readonly plain: Streaming;
  readonly structured?: Streaming | undefined;
  /** The same, asked without what not every server of the protocol knows. */
  readonly leaner?: Pick<ChatModel, 'plain' | 'structured'> | undefined;
  /** Whether every whole answer of this provider says that it is over; one that does not was cut off. */
  readonly tellsEnd?: boolean | undefined;
}

/** CHAT_MODEL or CHAT_BASE_URL cannot be used as it is set; said in both languages, since no surface is known here. */
export class ChatSettingError extends ProviderError {}

/** The one method used; every langchain chat model has it, bound or not. */
export type Streaming = Pick<Runnable<BaseLanguageModelInput, AIMessageChunk>, 'stream'>;

interface ProviderSettings {
  readonly model: string;
  readonly baseUrl: string | undefined;
  readonly timeout: number;
}

/** OpenAI's limit counts the hidden thoughts of its reasoning models too. */
const thoughts = 4000;

/** Retries are ours: langchain's own would outlast the time limit and hide Retry-After. */
const maxRetries = 0;

/** The shipped providers; each package is imported when its model is opened. */
const providers: Readonly<Record<string, (settings: ProviderSettings) => Promise<Omit<ChatModel, 'name'>>>> = {
  openai: async ({ model, baseUrl, timeout }) => {
    const { ChatOpenAI } = await import('@langchain/openai');
    // A local OpenAI-compatible server wants no key, but the client insists on one.
    const key = baseUrl && !getEnvironmentVariable('OPENAI_API_KEY') ? { apiKey: 'none' } : {};
    // OpenAI's newer models refuse max_tokens; compatible servers know nothing else.
    const limit = baseUrl
      ? { maxTokens: budget.answer }
      : { modelKwargs: { max_completion_tokens: budget.answer + thoughts } };
    const jsonSchema = { name: 'answer', strict: true, schema: answerSchema };
    const openWith = (streamUsage: boolean) => {
      const plain = new ChatOpenAI({
        ...key,
        ...limit,
        model,
        maxRetries,
        timeout,
        streamUsage,
        useResponsesApi: false,
        configuration: { logLevel: 'off', ...(baseUrl ? { baseURL: baseUrl } : {}) },
      });
      return {
        plain,
        structured: plain.withConfig({ response_format: { type: 'json_schema', json_schema: jsonSchema } }),
      };
    };
    return { ...openWith(true), leaner: openWith(false), tellsEnd: true };
  },
  anthropic: async ({ model, baseUrl, timeout }) => {
    const { ChatAnthropic } = await import('@langchain/anthropic');
    const plain = new ChatAnthropic({
      model,
      maxRetries,
      maxTokens: budget.answer,
      clientOptions: { timeout, logLevel: 'off' },
      ...(baseUrl ? { anthropicApiUrl: baseUrl } : {}),
    });
    const tool = { name: 'answer', description: 'Gives the answer', input_schema: answerSchema };
    const structured = plain.bindTools([tool], { tool_choice: { type: 'tool', name: 'answer' } });
    return { plain, structured, tellsEnd: true };
  },
  mistralai: async ({ model, baseUrl }) => {
    const { ChatMistralAI } = await import('@langchain/mistralai');
    const plain = new ChatMistralAI({
      model,
      maxRetries,
      temperature: 0,
      maxTokens: budget.answer,
      ...(baseUrl ? { serverURL: baseUrl } : {}),
    });
    return { plain, structured: plain.withConfig({ response_format: { type: 'json_object' } }), tellsEnd: true };
  },
  ollama: async ({ model, baseUrl }) => {
    const { ChatOllama } = await import('@langchain/ollama');
    const plain = new ChatOllama({
      model,
      maxRetries,
      temperature: 0,
      numPredict: budget.answer,
      // Ollama cuts prompts silently at 2,048 or 4,096 tokens unless told otherwise.
      numCtx: budget.context,
      fetch: fetchNoPage,
      ...(baseUrl ? { baseUrl } : {}),
    });
    return { plain, structured: plain.withConfig({ format: answerSchema }), tellsEnd: true };
  },
};
const aliases: Readonly<Record<string, string>> = { mistral: 'mistralai' };

/** Ollama's client prints whatever is no JSON: a web page, where the address is not that of a model, is refused first. */
const fetchNoPage: typeof fetch = async (...request) => {
  const response = await fetch(...request);
  if (response.ok && response.headers.get('content-type')?.startsWith('text/html')) throw new ModelFailure('garbled');
  return response;
};

/**
 * Opens the chat model that the settings name: `provider:model`, of the shipped providers or any that langchain knows
 * and whose package is installed. Nothing is sent yet.
 * @throws ChatSettingError when a setting is malformed, the provider unknown, or its package missing (naming it).
 */
export async function openChatModel(settings: ChatSettings): Promise<ChatModel> {
  const name = settings.CHAT_MODEL ?? '';
  const separator = name.indexOf(':');
  if (separator <= 0 || separator === name.length - 1) {
    throw new ChatSettingError({
      fr: `CHAT_MODEL doit être de la forme fournisseur:modèle, comme openai:gpt-4o-mini ou ollama:llama3.1:8b ; c’est « ${name} ».`,
      en: `CHAT_MODEL must be provider:model, such as openai:gpt-4o-mini or ollama:llama3.1:8b; it is "${name}".`,
    });
  }
  const written = name.slice(0, separator);
  const provider = aliases[written] ?? written;
  const asked: ProviderSettings = {
    model: name.slice(separator + 1),
    baseUrl: readBaseUrl(settings.CHAT_BASE_URL),
    timeout: settings.ANSWER_TIMEOUT,
  };
  const open = Object.hasOwn(providers, provider) ? providers[provider] : undefined;
  const opened = open ? await open(asked) : { plain: await openOther(provider, asked) };
  return { name, ...opened };
}

/** The address is not repeated in the message: it may hold a password. */
function readBaseUrl(written: string | undefined): string | undefined {
  if (!written) return undefined;
  if (/^https?:\/\//i.test(written) && URL.canParse(written)) return written;
  throw new ChatSettingError({
    fr: 'CHAT_BASE_URL doit être une adresse http ou https, comme http://127.0.0.1:11434.',
    en: 'CHAT_BASE_URL must be an http or https address, such as http://127.0.0.1:11434.',
  });
}

/** What the constructors of langchain's other chat models take; each has its own name for some of it. */
interface OtherFields {
  readonly model: string;
  readonly maxRetries: number;
  readonly timeout: number;
  readonly maxTokens: number;
  readonly maxOutputTokens: number;
  readonly baseUrl?: string;
  readonly baseURL?: string;
  readonly configuration: { readonly logLevel: 'off'; readonly baseURL?: string };
}

/** Any other provider langchain knows; its package is the user's to install. */
async function openOther(modelProvider: string, { model, baseUrl, timeout }: ProviderSettings): Promise<BaseChatModel> {
  const { getChatModelByClassName, MODEL_PROVIDER_CONFIG } = await import('langchain/chat_models/universal');
  const known: Readonly<Record<string, { readonly package: string; readonly className: string }>> =
    MODEL_PROVIDER_CONFIG;
  const entry = Object.hasOwn(known, modelProvider) ? known[modelProvider] : undefined;
  if (!entry) {
    const names = Object.keys(known).join(', ');
    throw new ChatSettingError({
      fr: `CHAT_MODEL nomme le fournisseur « ${modelProvider} », qui est inconnu. Connus : ${names}.`,
      en: `CHAT_MODEL names the provider "${modelProvider}", which is unknown. Known: ${names}.`,
    });
  }
  let Model: (new (fields: OtherFields) => BaseChatModel) | undefined;
  try {
    Model = await getChatModelByClassName(entry.className, modelProvider);
  } catch (error) {
    const install = `npm install ${entry.package}`;
    throw new ChatSettingError(
      {
        fr: `Le fournisseur « ${modelProvider} » a besoin du paquet ${entry.package}, qui n’est pas installé. Lancez : ${install}`,
        en: `The provider "${modelProvider}" needs the package ${entry.package}, which is not installed. Run: ${install}`,
      },
      { cause: error },
    );
  }
  if (!Model) {
    throw new ChatSettingError({
      fr: `Le paquet ${entry.package} n’a pas de ${entry.className} ; essayez une version plus récente.`,
      en: `The package ${entry.package} has no ${entry.className}; try a newer version.`,
    });
  }
  return new Model({
    model,
    maxRetries,
    timeout,
    maxTokens: budget.answer,
    maxOutputTokens: budget.answer,
    ...(baseUrl ? { baseUrl, baseURL: baseUrl } : {}),
    configuration: { logLevel: 'off', ...(baseUrl ? { baseURL: baseUrl } : {}) },
  });
}
