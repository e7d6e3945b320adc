import { fold } from '../text/fold.ts';
import type { Article, Dossier, Language, NameEntry, Span } from '../types.ts';
import type { TextFacts } from './evidence.ts';

/** Nouns for what publishes news, as one of them is spoken of. */
const nouns: Readonly<Record<Language, string>> = {
  fr: 'média|site|portail|journal|quotidien|hebdomadaire|mensuel|bimensuel|magazine|revue|radio|chaîne|agence|publication',
  en: 'media outlet|outlet|site|website|portal|newspaper|paper|daily|weekly|monthly|magazine|journal|radio|channel|broadcaster|agency|publication',
};

/** "ce portail", "this newspaper": the one just named. The article's own outlet is "le site", "the paper". */
export const pointsToOutlet: Readonly<Record<Language, RegExp>> = {
  fr: new RegExp(`(?<!\\p{L})(?:ce|cet|cette)\\s+(?:même\\s+)?(?:${nouns.fr})(?!\\p{L})`, 'iu'),
  en: new RegExp(`(?<!\\p{L})(?:this|that|the same)\\s+(?:news\\s+)?(?:${nouns.en})(?!\\p{L})`, 'iu'),
};

/**
 * What stands before a name that is thereby said to be an outlet: "le média local Acme", "the news site Acme". English
 * needs the "news" or a noun that is nothing else: "the site Acme runs" says nothing of Acme.
 */
const saysOutlet: Readonly<Record<Language, RegExp>> = {
  fr: new RegExp(
    `(?<!\\p{L})(?:${nouns.fr})(?:\\s+\\p{Ll}{3,}(?:ien|ienne|ais|aise|ain|aine|ois|oise|ol|ole|and|ande|que|al|ale)|\\s+d['’]informations?)?,?\\s+[«"“]?\\s*$`,
    'iu',
  ),
  en: /(?<!\p{L})(?:news\s+(?:site|website|outlet|portal|agency|service|channel)|newspaper|daily|weekly|broadcaster|magazine),?\s+["“]?$/iu,
};

/** A name that holds one of these is an outlet's. */
const ownWords = /(?<!\p{L})(?:news|radio|tv|times|gazette|journal|herald|tribune)(?!\p{L})/iu;

const known = new WeakMap<Dossier, Map<string, boolean>>();

/** Whether a name is an outlet's: one of the file's articles is by it, its spelling says so, or an article that has it does. */
export function isOutlet(entry: NameEntry, dossier: Dossier, article: Article): boolean {
  if (entry.kind === 'person' || entry.kind === 'place') return false;
  const judged = known.get(dossier) ?? new Map<string, boolean>();
  known.set(dossier, judged);
  const before = judged.get(entry.id);
  if (before !== undefined) return before;
  const published = [...dossier.articles.values()].flatMap(
    ({ outlet }) => outlet?.split(/\s*[(/)]\s*/).map(fold) ?? [],
  );
  const isOne =
    entry.variants.some((variant) => published.includes(fold(variant)) || ownWords.test(variant)) ||
    (entry.kind === 'organisation' &&
      [...entry.articleIds, article.id].some((id) => calledOutlet(entry, dossier.articles.get(id))));
  judged.set(entry.id, isOne);
  return isOne;
}

function calledOutlet(entry: NameEntry, article: Article | undefined): boolean {
  if (!article) return false;
  const { text, language } = article;
  return entry.variants.some((variant) =>
    placesOf(variant, text).some(({ start }) => saysOutlet[language].test(text.slice(Math.max(0, start - 60), start))),
  );
}

function placesOf(word: string, text: string): Span[] {
  const places: Span[] = [];
  for (let start = text.indexOf(word); start !== -1; start = text.indexOf(word, start + 1)) {
    const end = start + word.length;
    if (!/^\p{L}/u.test(text.slice(end, end + 2))) places.push({ start, end });
  }
  return places;
}

/** Whether a sentence names an outlet; `outlet` is folded. */
export function namesOutlet(outlet: string, { names }: TextFacts): boolean {
  return names.some(({ variants }) => variants.some((variant) => fold(variant) === outlet));
}
