import type { BaseLanguageModelInput } from '@langchain/core/language_models/base';
import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import type { AIMessageChunk } from '@langchain/core/messages';
import type { Runnable } from '@langchain/core/runnables';
import { getEnvironmentVariable } from '@langchain/core/utils/env';
import { ProviderError } from '../../errors.ts';
import type { ChatSettings } from './settings.ts';
import { budget } from './token-budget.ts';
import { answerSchema } from './written-answer.ts';

/** A model and, where its provider can enforce the answer's format, the model bound to do so. */
export interface ChatModel {
  /** `provider:model`, as in CHAT_MODEL. */
  readonly name: string;
  readonly plain: Streaming;
  readonly structured?: Streaming | undefined;
}

/** The one method used; every langchain chat model has it, bound or not. */
export type Streaming = Pick<Runnable<BaseLanguageModelInput, AIMessageChunk>, 'stream'>;

interface ProviderSettings {
  readonly model: string;
  readonly baseUrl: string | undefined;
  readonly timeout: number;
}

/** Retries are ours: langchain's own would outlast the time limit and hide Retry-After. */
const maxRetries = 0;

/** The shipped providers; each package is imported when its model is opened. */
const providers: Readonly<Record<string, (settings: ProviderSettings) => Promise<Omit<ChatModel, 'name'>>>> = {
  openai: async ({ model, baseUrl, timeout }) => {
    const { ChatOpenAI } = await import('@langchain/openai');
    // A local OpenAI-compatible server wants no key, but the client insists on one.
    const key = baseUrl && !getEnvironmentVariable('OPENAI_API_KEY') ? { apiKey: 'none' } : {};
    const plain = new ChatOpenAI({
      ...key,
      model,
      maxRetries,
      timeout,
      useResponsesApi: false,
      ...(baseUrl ? { configuration: { baseURL: baseUrl } } : {}),
    });
    const jsonSchema = { name: 'answer', strict: true, schema: answerSchema };
    return {
      plain,
      structured: plain.withConfig({ response_format: { type: 'json_schema', json_schema: jsonSchema } }),
    };
  },
  anthropic: async ({ model, baseUrl, timeout }) => {
    const { ChatAnthropic } = await import('@langchain/anthropic');
    const plain = new ChatAnthropic({
      model,
      maxRetries,
      maxTokens: budget.answer,
      clientOptions: { timeout },
      ...(baseUrl ? { anthropicApiUrl: baseUrl } : {}),
    });
    const tool = { name: 'answer', description: 'Gives the answer', input_schema: answerSchema };
    return { plain, structured: plain.bindTools([tool], { tool_choice: { type: 'tool', name: 'answer' } }) };
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
    return { plain, structured: plain.withConfig({ response_format: { type: 'json_object' } }) };
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
      ...(baseUrl ? { baseUrl } : {}),
    });
    return { plain, structured: plain.withConfig({ format: answerSchema }) };
  },
};
const aliases: Readonly<Record<string, string>> = { mistral: 'mistralai' };

/**
 * Opens the chat model that the settings name: `provider:model`, of the shipped providers or any that langchain knows
 * and whose package is installed. Nothing is sent yet.
 * @throws ProviderError when the setting is malformed, the provider unknown, or its package missing (naming it).
 */
export async function openChatModel(settings: ChatSettings): Promise<ChatModel> {
  const name = settings.CHAT_MODEL ?? '';
  const separator = name.indexOf(':');
  if (separator <= 0 || separator === name.length - 1) {
    throw new ProviderError(
      `CHAT_MODEL must be provider:model, such as openai:gpt-4o-mini or ollama:llama3.1:8b; it is "${name}".`,
    );
  }
  const written = name.slice(0, separator);
  const provider = aliases[written] ?? written;
  const model = name.slice(separator + 1);
  const open = Object.hasOwn(providers, provider) ? providers[provider] : undefined;
  const opened = open
    ? await open({ model, baseUrl: settings.CHAT_BASE_URL, timeout: settings.ANSWER_TIMEOUT })
    : { plain: await openOther(provider, model) };
  return { name, ...opened };
}

/** Any other provider langchain knows; its package is the user's to install. */
async function openOther(modelProvider: string, model: string): Promise<BaseChatModel> {
  const { getChatModelByClassName, MODEL_PROVIDER_CONFIG } = await import('langchain/chat_models/universal');
  const known: Readonly<Record<string, { readonly package: string; readonly className: string }>> =
    MODEL_PROVIDER_CONFIG;
  const entry = Object.hasOwn(known, modelProvider) ? known[modelProvider] : undefined;
  if (!entry) {
    throw new ProviderError(
      `CHAT_MODEL names the provider "${modelProvider}", which is unknown. Known: ${Object.keys(known).join(', ')}.`,
    );
  }
  let Model: (new (fields: { model: string; maxRetries: number }) => BaseChatModel) | undefined;
  try {
    Model = await getChatModelByClassName(entry.className, modelProvider);
  } catch (error) {
    throw new ProviderError(
      `The provider "${modelProvider}" needs the package ${entry.package}, which is not installed. Run: npm install ${entry.package}`,
      { cause: error },
    );
  }
  if (!Model) throw new ProviderError(`The package ${entry.package} has no ${entry.className}; try a newer version.`);
  return new Model({ model, maxRetries });
}
