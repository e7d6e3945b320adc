import type { Language } from '../../types.ts';
import type { FailureReason } from './model-failure.ts';

interface Wording {
  /** Before an extractive answer that stands in. */
  readonly notice: string;
  /** For `ask -- --check-model`. */
  readonly diagnosis: (model: string) => string;
}

/** The variables of the shipped providers that want a key. */
const keyVariables: Readonly<Record<string, string>> = {
  openai: 'OPENAI_API_KEY',
  anthropic: 'ANTHROPIC_API_KEY',
  mistral: 'MISTRAL_API_KEY',
  mistralai: 'MISTRAL_API_KEY',
};

function keyVariable(model: string): string | undefined {
  const provider = model.slice(0, model.indexOf(':'));
  return Object.hasOwn(keyVariables, provider) ? keyVariables[provider] : undefined;
}

const wordings: Readonly<Record<FailureReason, Readonly<Record<Language, Wording>>>> = {
  'no-key': {
    fr: {
      notice: 'la clé du modèle manque',
      diagnosis: (model) =>
        `${model} : aucune clé ; définissez ${keyVariable(model) ?? 'la variable que documente le paquet du fournisseur'}.`,
    },
    en: {
      notice: 'the model has no key',
      diagnosis: (model) =>
        `${model}: no key; set ${keyVariable(model) ?? "the variable that the provider's package documents"}.`,
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
  'too-long': {
    fr: {
      notice: 'la demande est trop longue pour le modèle',
      diagnosis: (model) =>
        `${model} : la demande est trop longue pour ce modèle ; prenez-en un de 8 192 jetons de contexte au moins.`,
    },
    en: {
      notice: 'the request is too long for the model',
      diagnosis: (model) =>
        `${model}: the request is too long for this model; take one with a context of at least 8,192 tokens.`,
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
  cancelled: {
    fr: {
      notice: 'la demande a été annulée',
      diagnosis: (model) => `${model} : la demande a été annulée.`,
    },
    en: {
      notice: 'the request was cancelled',
      diagnosis: (model) => `${model}: the request was cancelled.`,
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
  garbled: {
    fr: {
      notice: 'la réponse du modèle est illisible',
      diagnosis: (model) =>
        `${model} : réponse illisible ; CHAT_BASE_URL est-elle bien celle de l’interface d’un modèle ?`,
    },
    en: {
      notice: "the model's answer cannot be read",
      diagnosis: (model) => `${model}: the answer cannot be read; is CHAT_BASE_URL really the address of a model?`,
    },
  },
  empty: {
    fr: {
      notice: 'le modèle a rendu une réponse vide',
      diagnosis: (model) => `${model} : réponse vide ; essayez un autre modèle.`,
    },
    en: {
      notice: 'the model gave an empty answer',
      diagnosis: (model) => `${model}: an empty answer; try another model.`,
    },
  },
  'provider-error': {
    fr: {
      notice: 'le modèle a signalé une erreur',
      diagnosis: (model) => `${model} : le fournisseur signale une erreur ; voyez son journal.`,
    },
    en: {
      notice: 'the model reported an error',
      diagnosis: (model) => `${model}: the provider reports an error; see its log.`,
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
  unexpected: {
    fr: {
      notice: 'une erreur inattendue s’est produite',
      diagnosis: (model) => `${model} : une erreur inattendue s’est produite.`,
    },
    en: {
      notice: 'something unexpected happened',
      diagnosis: (model) => `${model}: something unexpected happened.`,
    },
  },
};

/** "Réponse par extraits exacts : le modèle n'a pas répondu à temps." */
export function fallbackNotice(reason: FailureReason, language: Language): string {
  const { notice } = wordings[reason][language];
  return language === 'fr' ? `Réponse par extraits exacts : ${notice}.` : `Answered by exact extracts: ${notice}.`;
}

/** Where there is no extract either: "Le modèle n'a pas répondu à temps." */
export function failureNotice(reason: FailureReason, language: Language): string {
  const { notice } = wordings[reason][language];
  return `${notice.charAt(0).toUpperCase()}${notice.slice(1)}.`;
}

/** One line without secrets. */
export function diagnosis(reason: FailureReason, model: string, language: Language): string {
  return wordings[reason][language].diagnosis(model);
}
