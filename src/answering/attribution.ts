import { fold } from '../text/fold.ts';
import { analyseReporting, needsAttribution } from '../text/reported-speech.ts';
import type { Dossier, Language } from '../types.ts';
import type { Evidence } from './evidence.ts';
import { originalOutlet } from './sources.ts';
import { leadIn } from './wording.ts';

/** The outlet that a sentence names as its source, where the file's articles or names know it; undefined otherwise. */
export function quotedOutlet(
  { article, text, span }: Pick<Evidence, 'article' | 'text' | 'span'>,
  dossier: Dossier,
): string | undefined {
  const reporting = analyseReporting(article.text.slice(span.start, span.end), article.language);
  if (!reporting.source) return undefined;
  const source = text.slice(reporting.source.start, reporting.source.end);
  const spoken = dossier.names.find(source).map(({ entry }) => entry)[0];
  if (!spoken || spoken.kind === 'person' || spoken.kind === 'place') return undefined;
  const spellings = new Set(spoken.variants.map(fold));
  for (const { outlet } of dossier.articles.values()) {
    if (outlet?.split(/\s*[(/)]\s*/).some((piece) => spellings.has(fold(piece)))) return spoken.canonical;
  }
  return undefined;
}

/** Identifies the independent source behind a sentence. */
export function originOf(evidence: Evidence, dossier: Dossier): string {
  const quoted = quotedOutlet(evidence, dossier);
  if (quoted) return fold(originalOutlet(quoted));
  const id = dossier.copies.get(evidence.article.id) ?? evidence.article.id;
  const outlet = dossier.articles.get(id)?.outlet;
  return outlet ? fold(originalOutlet(outlet)) : id;
}

/** "L'article ne donne pas…": away from its article, nobody can tell which. */
const speaksOfItself =
  /^(?:(?:l['’]article|le (?:texte|site|journal|titre)|la radio|the (?:article|paper|site|text|outlet|piece|headline))(?!\p{L}))/iu;

/**
 * The words that must precede a sentence so that a claim is not told as a fact: who reports it and when.
 * Empty when the sentence says so itself, or tells no claim.
 */
export function attributionLead(evidence: Evidence, language: Language): string {
  const { article, text, passage, span } = evidence;
  const index = passage.sentences.findIndex(({ start }) => start === span.start);
  const before = passage.sentences[index - 1];
  const previous = before ? article.text.slice(before.start, before.end) : null;
  const reporting = analyseReporting(text, article.language);
  const outlet = article.outlet ? fold(originalOutlet(article.outlet)) : null;
  if (outlet && fold(text).includes(outlet)) return '';
  if (speaksOfItself.test(text) || needsAttribution(text, previous, article.language)) return leadIn(article, language);
  if (reporting.kind === 'none' && !reporting.hedged) return '';
  return reporting.source ? '' : leadIn(article, language);
}
