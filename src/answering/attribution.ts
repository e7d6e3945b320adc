import { fold } from '../text/fold.ts';
import { analyseReporting, needsAttribution } from '../text/reported-speech.ts';
import { sentenceSpans } from '../text/sentences.ts';
import type { Article, Dossier, Language, SourceCount, Span } from '../types.ts';
import { isAnaphoric } from './antecedent.ts';
import type { Evidence } from './evidence.ts';
import { isOutlet, pointsToOutlet } from './media-names.ts';
import { countSources, outletKey } from './sources.ts';
import { leadIn } from './wording.ts';

type Told = Pick<Evidence, 'article' | 'span'>;

/**
 * The outlet that a sentence goes back to, where it is not its own article's: the one it names as its source, or the one
 * that the sentences it goes on from do. Undefined where that is not plain: a wrong union of sources is worse than a missed one.
 */
export function quotedOutlet({ article, span }: Told, dossier: Dossier): string | undefined {
  const sentence = article.text.slice(span.start, span.end);
  const { source, attributed } = analyseReporting(sentence, article.language);
  if (source) return outletIn(sentence.slice(source.start, source.end), article, dossier);
  const introduced = outletBeforeColon(sentence, article, dossier);
  if (introduced) return introduced;
  const points = attributed ? pointsToOutlet[article.language].exec(sentence) : null;
  if (points) {
    return (
      outletInApposition(sentence.slice(points.index + points[0].length), article, dossier) ??
      onlyOutletIn(textOf(sentenceBefore(article, span), article), article, dossier)
    );
  }
  const before = sentenceBefore(article, span);
  if (!before || article.text.slice(before.end, span.start).includes('\n')) return undefined;
  const goesOn =
    pronounSpeaks[article.language].test(sentence) ||
    (!attributed && article.language === 'fr' && pressConditional.test(sentence));
  return goesOn ? quotedOutlet({ article, span: before }, dossier) : undefined;
}

/** With it the French press goes on telling what somebody else reported. */
const pressConditional = /(?<!\p{L})(?:au|se|pour|dev)rai(?:t|ent)(?!\p{L})/iu;

/** "Il ajoute", "Selon lui": whoever spoke in the sentence before. */
const pronounSpeaks = {
  fr: /^(?:il|elle)\s+(?:ajoute|précise|poursuit|indique|rapporte|affirme)(?!\p{L})|^selon (?:lui|elle)(?!\p{L})/iu,
  en: /^it\s+(?:also\s+)?(?:adds?|added|reports?|reported|says?|said)(?!\p{L})|^according to it(?!\p{L})/iu,
};

/** "Acme" in "le média israélien Acme"; a person or a ministry is no outlet. */
function outletIn(source: string, article: Article, dossier: Dossier): string | undefined {
  const spoken = dossier.names.find(source)[0]?.entry;
  return spoken && isOutlet(spoken, dossier, article) ? spoken.canonical : undefined;
}

/** "Sa première source est le média Acme : …"; not "une lettre remise à Acme : …" */
function outletBeforeColon(sentence: string, article: Article, dossier: Dossier): string | undefined {
  const colon = /\s?:\s/.exec(sentence)?.index;
  if (colon === undefined || !/(?<!\p{L})sources?(?!\p{L})/iu.test(sentence.slice(0, colon))) return undefined;
  const last = dossier.names.find(sentence.slice(0, colon)).at(-1);
  return last?.end === colon && isOutlet(last.entry, dossier, article) ? last.entry.canonical : undefined;
}

/** "(ce portail), Acme News, …" */
function outletInApposition(text: string, article: Article, dossier: Dossier): string | undefined {
  const apposition = /^,\s*([^,]+),/.exec(text)?.[1];
  return apposition === undefined ? undefined : outletIn(apposition, article, dossier);
}

function onlyOutletIn(text: string, article: Article, dossier: Dossier): string | undefined {
  const outlets = dossier.names.find(text).filter(({ entry }) => isOutlet(entry, dossier, article));
  const names = new Set(outlets.map(({ entry }) => entry.canonical));
  return names.size === 1 ? [...names][0] : undefined;
}

function sentenceBefore({ text, language }: Article, { start }: Span): Span | undefined {
  // Far enough back for the sentence before and the paragraph it stands in.
  const from = Math.max(0, text.lastIndexOf('\n\n', text.slice(0, start).trimEnd().length - 1));
  const before = sentenceSpans(text.slice(from, start), language).at(-1);
  return before && { start: from + before.start, end: from + before.end };
}

function textOf(span: Span | undefined, { text }: Article): string {
  return span ? text.slice(span.start, span.end) : '';
}

/** How many independent sources tell what these sentences do. */
export function countTellers(told: readonly Told[], dossier: Dossier, language: Language): SourceCount {
  const carriers = told.map((one) => ({ articleId: one.article.id, quoted: quotedOutlet(one, dossier) }));
  return countSources(carriers, dossier, language);
}

/** Identifies the independent source behind a sentence. */
export function originOf(evidence: Evidence, dossier: Dossier): string {
  const quoted = quotedOutlet(evidence, dossier);
  if (quoted) return outletKey(quoted);
  const id = dossier.copies.get(evidence.article.id) ?? evidence.article.id;
  const outlet = dossier.articles.get(id)?.outlet;
  return outlet ? outletKey(outlet) : id;
}

/** "L'article ne donne pas…": away from its article, nobody can tell which. */
const speaksOfItself =
  /^(?:(?:l['’]article|le (?:texte|site|journal|titre)|la radio|the (?:article|paper|site|text|outlet|piece|headline))(?!\p{L}))/iu;

/**
 * The words that must precede a sentence so that a claim is not told as a fact, nor a pronoun left in the air: who reports
 * it and when. Empty when the sentence says so itself, or needs neither.
 */
export function attributionLead(evidence: Evidence, language: Language): string {
  const { article, text, passage, span } = evidence;
  const index = passage.sentences.findIndex(({ start }) => start === span.start);
  const before = passage.sentences[index - 1];
  const previous = before ? article.text.slice(before.start, before.end) : null;
  const reporting = analyseReporting(text, article.language);
  const outlet = article.outlet ? outletKey(article.outlet) : null;
  if (outlet && fold(text).includes(outlet)) return '';
  const needed =
    speaksOfItself.test(text) ||
    isAnaphoric(text, article.language) ||
    needsAttribution(text, previous, article.language) ||
    ((reporting.kind !== 'none' || reporting.hedged) && !reporting.source);
  return needed ? leadIn(article, language, text) : '';
}
