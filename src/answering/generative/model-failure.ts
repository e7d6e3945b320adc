import type { Language } from '../../types.ts';

/** Why a chat model gave no usable answer. */
export type FailureReason =
  | 'no-key'
  | 'key-refused'
  | 'no-such-model'
  | 'no-connection'
  | 'no-quota'
  | 'rate-limited'
  | 'overloaded'
  | 'bad-request'
  | 'timeout'
  | 'daily-limit'
  | 'not-supported'
  | 'cut-off'
  | 'unusable';

/** A failure of the provider with what was understood of it; the provider's own words stay in `cause`. */
export class ModelFailure extends Error {
  readonly reason: FailureReason;
  /** Milliseconds that the provider asks to wait. */
  readonly retryAfter: number | undefined;

  constructor(reason: FailureReason, options: ErrorOptions & { retryAfter?: number | undefined } = {}) {
    super(`chat model: ${reason}`, options);
    this.name = 'ModelFailure';
    this.reason = reason;
    this.retryAfter = options.retryAfter;
  }
}

/** Worth another try after a pause. */
export function isTransient({ reason }: ModelFailure): boolean {
  return reason === 'rate-limited' || reason === 'overloaded' || reason === 'no-connection';
}

/** The clients of four providers report an HTTP status under four names. */
interface ProviderErrorLike {
  readonly status?: unknown;
  readonly statusCode?: unknown;
  readonly status_code?: unknown;
  readonly code?: unknown;
  readonly name?: unknown;
  readonly message?: unknown;
  readonly body?: unknown;
  readonly headers?: unknown;
  readonly rawResponse?: { readonly headers?: unknown } | undefined;
  readonly cause?: unknown;
}

function statusOf(error: ProviderErrorLike): number | undefined {
  for (const value of [error.status, error.statusCode, error.status_code]) if (typeof value === 'number') return value;
  return undefined;
}

function headerOf(error: ProviderErrorLike, name: string): string | null {
  const headers = error.headers ?? error.rawResponse?.headers;
  if (headers instanceof Headers) return headers.get(name);
  if (headers && typeof headers === 'object') {
    const value = (headers as Readonly<Record<string, unknown>>)[name];
    return typeof value === 'string' ? value : null;
  }
  return null;
}

/** `Retry-After` in milliseconds: seconds, a date, or OpenAI's `retry-after-ms`. */
function retryAfterOf(error: ProviderErrorLike): number | undefined {
  const milliseconds = Number(headerOf(error, 'retry-after-ms') ?? Number.NaN);
  if (milliseconds >= 0) return milliseconds;
  const value = headerOf(error, 'retry-after');
  if (!value) return undefined;
  const seconds = Number(value);
  const wait = Number.isNaN(seconds) ? Date.parse(value) - Date.now() : seconds * 1000;
  return wait >= 0 ? wait : undefined;
}

/** Reads whatever a provider's client threw. */
export function readFailure(error: unknown): ModelFailure {
  if (error instanceof ModelFailure) return error;
  if (typeof error !== 'object' || error === null) return new ModelFailure('unusable', { cause: error });
  const like = error as ProviderErrorLike;
  const status = statusOf(like);
  const words = [like.message, like.code, like.body, like.name].filter((part) => typeof part === 'string').join(' ');
  const fail = (reason: FailureReason) => new ModelFailure(reason, { cause: error, retryAfter: retryAfterOf(like) });
  if (status === undefined) return fail(withoutStatus(like, words));
  if (status === 401 || status === 403) return fail('key-refused');
  if (status === 402 || /insufficient_quota|exceeded your current quota|credit balance|billing/i.test(words)) {
    return fail('no-quota');
  }
  if (status === 404 || /model_not_found|invalid[_ ]model|model .*not (?:found|exist)/i.test(words))
    return fail('no-such-model');
  if (status === 429) return fail('rate-limited');
  if (status === 408 || status >= 500) return fail('overloaded');
  return fail('bad-request');
}

function withoutStatus(error: ProviderErrorLike, words: string): FailureReason {
  if (/api[_ ]?key.*(?:missing|not found|required|must|set)|missing credentials|apiKey/i.test(words)) return 'no-key';
  if (/AbortError|TimeoutError|aborted|timed? ?out/i.test(words)) return 'timeout';
  const chain: string[] = [];
  for (let cause: unknown = error; cause && typeof cause === 'object' && chain.length < 5; ) {
    const { code, message, cause: next } = cause as ProviderErrorLike;
    chain.push(`${String(code ?? '')} ${String(message ?? '')}`);
    cause = next;
  }
  const all = chain.join(' ');
  if (/terminated|other side closed|premature|ECONNRESET|socket hang up|Unexpected end|incomplete/i.test(all))
    return 'cut-off';
  if (
    /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|fetch failed|Connection error|Unable to make request/i.test(
      all,
    )
  ) {
    return 'no-connection';
  }
  return 'unusable';
}

interface Wording {
  /** Before an extractive answer that stands in. */
  readonly notice: string;
  /** For `ask -- --check-model`. */
  readonly diagnosis: (model: string) => string;
}

const wordings: Readonly<Record<FailureReason, Readonly<Record<Language, Wording>>>> = {
  'no-key': {
    fr: {
      notice: 'la clé du modèle manque',
      diagnosis: (model) =>
        `${model} : aucune clé ; définissez la variable habituelle du fournisseur (OPENAI_API_KEY, ANTHROPIC_API_KEY, MISTRAL_API_KEY…).`,
    },
    en: {
      notice: 'the model has no key',
      diagnosis: (model) =>
        `${model}: no key; set the provider's usual variable (OPENAI_API_KEY, ANTHROPIC_API_KEY, MISTRAL_API_KEY…).`,
    },
  },
  'key-refused': {
    fr: {
      notice: 'la clé du modèle est refusée',
      diagnosis: (model) => `${model} : le fournisseur refuse la clé ; vérifiez-la et les droits du compte.`,
    },
    en: {
      notice: "the model's key is refused",
      diagnosis: (model) => `${model}: the provider refuses the key; check it and the account's rights.`,
    },
  },
  'no-such-model': {
    fr: {
      notice: 'le modèle est inconnu du fournisseur',
      diagnosis: (model) =>
        `${model} : le fournisseur ne connaît pas ce modèle ; vérifiez le nom dans CHAT_MODEL (fournisseur:modèle), et CHAT_BASE_URL.`,
    },
    en: {
      notice: 'the provider does not know the model',
      diagnosis: (model) =>
        `${model}: the provider does not know this model; check the name in CHAT_MODEL (provider:model), and CHAT_BASE_URL.`,
    },
  },
  'no-connection': {
    fr: {
      notice: 'le modèle est injoignable',
      diagnosis: (model) => `${model} : pas de connexion ; vérifiez le réseau, CHAT_BASE_URL et que le serveur tourne.`,
    },
    en: {
      notice: 'the model cannot be reached',
      diagnosis: (model) => `${model}: no connection; check the network, CHAT_BASE_URL, and that the server runs.`,
    },
  },
  'no-quota': {
    fr: {
      notice: 'le crédit du modèle est épuisé',
      diagnosis: (model) => `${model} : crédit ou quota épuisé ; vérifiez la facturation du compte.`,
    },
    en: {
      notice: "the model's credit is used up",
      diagnosis: (model) => `${model}: no quota or credit left; check the account's billing.`,
    },
  },
  'rate-limited': {
    fr: {
      notice: 'le modèle est trop demandé',
      diagnosis: (model) => `${model} : trop de demandes ; réessayez plus tard ou baissez CHAT_CONCURRENCY.`,
    },
    en: {
      notice: 'the model is rate-limited',
      diagnosis: (model) => `${model}: too many requests; try again later or lower CHAT_CONCURRENCY.`,
    },
  },
  overloaded: {
    fr: {
      notice: 'le modèle est en panne',
      diagnosis: (model) => `${model} : le serveur du fournisseur est en erreur ; réessayez plus tard.`,
    },
    en: {
      notice: 'the model is down',
      diagnosis: (model) => `${model}: the provider's server fails; try again later.`,
    },
  },
  'bad-request': {
    fr: {
      notice: 'le modèle refuse la demande',
      diagnosis: (model) => `${model} : le fournisseur refuse la demande ; ce modèle sait-il converser ?`,
    },
    en: {
      notice: 'the model refuses the request',
      diagnosis: (model) => `${model}: the provider refuses the request; is this a chat model?`,
    },
  },
  timeout: {
    fr: {
      notice: "le modèle n'a pas répondu à temps",
      diagnosis: (model) =>
        `${model} : pas de réponse à temps ; augmentez ANSWER_TIMEOUT ou prenez un modèle plus rapide.`,
    },
    en: {
      notice: 'the model did not answer in time',
      diagnosis: (model) => `${model}: no answer in time; raise ANSWER_TIMEOUT or take a faster model.`,
    },
  },
  'daily-limit': {
    fr: {
      notice: 'la limite quotidienne du modèle est atteinte',
      diagnosis: (model) => `${model} : la limite CHAT_DAILY_TOKENS est atteinte pour aujourd'hui.`,
    },
    en: {
      notice: "the model's daily limit is reached",
      diagnosis: (model) => `${model}: CHAT_DAILY_TOKENS is reached for today.`,
    },
  },
  'not-supported': {
    fr: {
      notice: "le modèle n'est pas installé",
      diagnosis: (model) => `${model} : fournisseur inconnu ou paquet absent.`,
    },
    en: {
      notice: 'the model is not installed',
      diagnosis: (model) => `${model}: unknown provider or missing package.`,
    },
  },
  'cut-off': {
    fr: {
      notice: 'la réponse du modèle a été coupée',
      diagnosis: (model) => `${model} : la connexion a été coupée pendant la réponse.`,
    },
    en: {
      notice: "the model's answer was cut off",
      diagnosis: (model) => `${model}: the connection broke off during the answer.`,
    },
  },
  unusable: {
    fr: {
      notice: "rien dans la réponse du modèle n'a passé la vérification",
      diagnosis: (model) => `${model} : réponse inutilisable.`,
    },
    en: {
      notice: "nothing in the model's answer passed the check",
      diagnosis: (model) => `${model}: unusable answer.`,
    },
  },
};

/** "Réponse par extraits : le modèle n'a pas répondu à temps." */
export function fallbackNotice(reason: FailureReason, language: Language): string {
  const { notice } = wordings[reason][language];
  return language === 'fr' ? `Réponse par extraits exacts : ${notice}.` : `Answered by exact extracts: ${notice}.`;
}

/** One line without secrets. */
export function diagnosis(reason: FailureReason, model: string, language: Language): string {
  return wordings[reason][language].diagnosis(model);
}
