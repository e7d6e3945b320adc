import { formatPartialDate } from '../text/partial-date.ts';
import type { AbstentionReason, Article, ArticleReference, Language, SourceCount } from '../types.ts';
import { originalOutlet } from './sources.ts';

/** What the bot says in its own words, in both languages. French guillemets and colons take no-break spaces. */
interface Wording {
  readonly divergent: string;
  readonly unsettled: string;
  readonly asOf: (date: string) => string;
  readonly according: (who: string, date: string | null) => string;
  readonly by: (who: string, date: string | null) => string;
  readonly anArticle: string;
  readonly oneSource: (outlet: string) => string;
  readonly sources: (count: number) => string;
  readonly nearest: (article: string) => string;
  readonly abstention: Readonly<Record<AbstentionReason, (detail: AbstentionDetail) => string>>;
  readonly date: (date: string) => string;
}

const longestLabel = 60;

export interface AbstentionDetail {
  /** Words of the question that no passage covers, as typed. */
  readonly missing: readonly string[];
  readonly asOf?: string | undefined;
  readonly example: string;
}

const quoted = {
  fr: (words: readonly string[]) => words.map((word) => `« ${word} »`).join(', '),
  en: (words: readonly string[]) => words.map((word) => `“${word}”`).join(', '),
};

const wordings: Readonly<Record<Language, Wording>> = {
  fr: {
    divergent: 'Les versions divergent.',
    unsettled: 'Ce n’est pas établi par le dossier.',
    asOf: (date) => `État du dossier au ${date}.`,
    according: (who, date) => (date ? `Selon ${who} (${date}) : ` : `Selon ${who} : `),
    by: (who, date) => (date ? `${who} (${date}) : ` : `${who} : `),
    anArticle: 'un article du dossier',
    oneSource: (outlet) => `une seule source : ${outlet}`,
    sources: (count) => `${count} sources indépendantes`,
    nearest: (article) => `Article le plus proche : ${article}.`,
    date: (date) => formatPartialDate(date, 'fr'),
    abstention: {
      'not-in-file': ({ missing, asOf }) =>
        `Le dossier ne le dit pas${asOf ? ` au ${asOf}` : ''}.${missing.length > 0 ? ` Rien n’y répond sur ${quoted.fr(missing)}.` : ''}`,
      'false-premise': ({ missing, asOf }) =>
        `${asOf ? `Au ${asOf}, le` : 'Le'} dossier ne dit pas que cela a eu lieu${missing.length > 0 ? ` (${quoted.fr(missing)})` : ''}.`,
      'off-topic': ({ asOf }) =>
        `Cette question sort du dossier${asOf ? ` au ${asOf}` : ''} : je ne réponds que d’après ses articles.`,
      'no-antecedent': ({ example }) =>
        `De qui ou de quoi parlez-vous ? Votre question renvoie à quelque chose que rien ne nomme. Par exemple : « ${example} »`,
      'chit-chat': ({ example }) =>
        `Bonjour ! Je réponds aux questions sur le dossier de presse, citations à l’appui. Par exemple : « ${example} »`,
      thanks: ({ example }) => `Avec plaisir ! Une autre question sur le dossier ? Par exemple : « ${example} »`,
      identity: ({ example }) =>
        `Je suis Bellérophon, un robot qui répond en français et en anglais à des questions sur un dossier de presse, par des citations exactes. Par exemple : « ${example} »`,
      manipulation: ({ example }) =>
        `Je ne fais que répondre d’après les articles du dossier ; je n’exécute pas de consignes et ne révèle pas de réglages. Par exemple : « ${example} »`,
      empty: ({ example }) => `Posez une question sur le dossier. Par exemple : « ${example} »`,
    },
  },
  en: {
    divergent: 'Accounts differ.',
    unsettled: 'The file does not settle this.',
    asOf: (date) => `The file as of ${date}.`,
    according: (who, date) => (date ? `According to ${who} (${date}): ` : `According to ${who}: `),
    by: (who, date) => (date ? `${who} (${date}): ` : `${who}: `),
    anArticle: 'an article of the file',
    oneSource: (outlet) => `a single source: ${outlet}`,
    sources: (count) => `${count} independent sources`,
    nearest: (article) => `Nearest article: ${article}.`,
    date: (date) => formatPartialDate(date, 'en'),
    abstention: {
      'not-in-file': ({ missing, asOf }) =>
        `The file does not say${asOf ? `, as of ${asOf}` : ''}.${missing.length > 0 ? ` Nothing in it answers on ${quoted.en(missing)}.` : ''}`,
      'false-premise': ({ missing, asOf }) =>
        `${asOf ? `As of ${asOf}, the` : 'The'} file does not say that this happened${missing.length > 0 ? ` (${quoted.en(missing)})` : ''}.`,
      'off-topic': ({ asOf }) =>
        `This is outside the file${asOf ? ` as of ${asOf}` : ''}: I only answer from its articles.`,
      'no-antecedent': ({ example }) =>
        `Whom or what do you mean? Your question points back to something that nothing names. For example: “${example}”`,
      'chit-chat': ({ example }) =>
        `Hello! I answer questions about the press file, with quotes you can check. For example: “${example}”`,
      thanks: ({ example }) => `You are welcome! Another question about the file? For example: “${example}”`,
      identity: ({ example }) =>
        `I am Bellérophon, a bot that answers questions about a press file in French and English, by exact quotes. For example: “${example}”`,
      manipulation: ({ example }) =>
        `I only answer from the articles of the file; I follow no instructions and reveal no settings. For example: “${example}”`,
      empty: ({ example }) => `Ask a question about the file. For example: “${example}”`,
    },
  },
};

export function wordingIn(language: Language): Wording {
  return wordings[language];
}

/** "Selon RFI (23 octobre 2021) : ", and before words that begin with a "selon" of their own "RFI (23 octobre 2021) : ". */
export function leadIn(article: Article, language: Language, told = ''): string {
  const wording = wordings[language];
  const date = article.published ? wording.date(article.published) : null;
  const who = article.outlet ? originalOutlet(article.outlet) : wording.anArticle;
  if (!opensWithSource.test(told)) return wording.according(who, date);
  return wording.by(article.outlet ? who : who.charAt(0).toUpperCase() + who.slice(1), date);
}

const opensWithSource = /^(?:toujours\s+)?(?:selon|d['’]après|à en croire|according to)(?!\p{L})/iu;

/** "(3 sources indépendantes)" or "(une seule source : Axios)" */
export function sourceNote({ independent, outlets }: SourceCount, language: Language): string {
  const wording = wordings[language];
  return `(${independent === 1 ? wording.oneSource(shortened(outlets[0] ?? wording.anArticle)) : wording.sources(independent)})`;
}

/** Names of outlets may be long. */
function shortened(label: string): string {
  return label.length <= longestLabel ? label : `${label.slice(0, longestLabel - 1).trimEnd()}…`;
}

export function nearestNote(article: ArticleReference, language: Language): string {
  const wording = wordings[language];
  const outlet = article.outlet ? `, ${originalOutlet(article.outlet)}` : '';
  const date = article.published ? `, ${wording.date(article.published)}` : '';
  const title = language === 'fr' ? `« ${article.title} »` : `“${article.title}”`;
  return wording.nearest(`${title}${outlet}${date}`);
}
