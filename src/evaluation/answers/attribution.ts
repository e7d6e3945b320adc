import type { Answer, AnswerPart, Citation, Dossier } from '../../types.ts';
import { factText, withoutMarkers } from './fact-text.ts';
import { modalityWords, reportingPhrases } from './reporting-patterns.ts';
import { type SourceSentence, sourceSentences } from './source-sentence.ts';

/** A statement that went out without what its source says about who says it and how surely. */
export interface AttributionLoss {
  readonly marker: number;
  readonly articleId: string;
  readonly sentence: string;
  readonly missing: readonly ('speaker' | 'hedge' | 'denial')[];
}

/** `checked`: cited statements whose sentence in the file reports, hedges or denies. */
export interface AttributionCheck {
  readonly checked: number;
  readonly lost: readonly AttributionLoss[];
}

/** A cited statement as shown: the part that carries it, and the part before. */
interface Statement {
  readonly text: string;
  readonly before: string;
  readonly citation: Citation;
  /** The quote stands in the statement word for word. */
  readonly verbatim: boolean;
}

/**
 * Checks that every cited statement keeps its speaker or outlet (in itself, in a lead-in, or in the part before), its hedges
 * and its denials. Of a statement with several citations, only those whose words it shows are compared: the others say the
 * same in words of their own.
 */
export function checkAttribution(
  answer: Answer,
  dossier?: Pick<Dossier, 'articles' | 'passages'> | undefined,
): AttributionCheck {
  let checked = 0;
  const lost: AttributionLoss[] = [];
  for (const statement of statements(answer)) {
    const verdicts = judge(statement, sourceSentences(statement.citation, dossier));
    if (verdicts.length === 0) continue;
    checked += 1;
    const worst = verdicts.find(({ missing }) => missing.length > 0);
    const { marker, articleId } = statement.citation;
    if (worst) lost.push({ marker, articleId, ...worst });
  }
  return { checked, lost };
}

function statements(answer: Answer): Statement[] {
  const citations = new Map(answer.citations.map((citation) => [citation.marker, citation]));
  const cited = answer.parts.filter((part) => part.markers.length > 0);
  const parts: readonly Pick<AnswerPart, 'text' | 'markers'>[] =
    cited.length > 0 ? answer.parts : [{ text: answer.answer, markers: [...citations.keys()] }];
  return parts.flatMap((part, index): Statement[] => {
    const text = told(part.text);
    const before = told(parts[index - 1]?.text ?? '');
    const all = part.markers.flatMap((marker) => citations.get(marker) ?? []);
    const shown = all.filter((citation) => shows(text, citation.quote));
    return shown.length > 0
      ? shown.map((citation) => ({ text, before, citation, verbatim: true }))
      : all.slice(0, 1).map((citation) => ({ text, before, citation, verbatim: false }));
  });
}

/**
 * A part without its markers and without what follows the last of them, a count of sources for instance: naming an outlet
 * there tells where to look, not who says so. Unless it is put as a report ("…, selon RFI").
 */
function told(text: string): string {
  const end = (/^.*\[\d+\]/su.exec(text)?.[0] ?? text).length;
  return withoutMarkers(hasNamedSpeaker(text.slice(end)) ? text : text.slice(0, end));
}

/** Whether a quote stands in a text word for word, its closing punctuation aside. */
function shows(text: string, quote: string): boolean {
  return factText(text).includes(factText(quote).replace(/[\s.…;:,!?]+$/u, ''));
}

type Verdict = Pick<AttributionLoss, 'sentence' | 'missing'>;

/** One verdict for each quoted sentence that reports, hedges or denies; none for plain narration. */
function judge(statement: Statement, sources: readonly SourceSentence[]): Verdict[] {
  const verdicts: Verdict[] = [];
  // In a quote of several sentences, a speaker named once goes for the hearsay that follows at once.
  let carried = false;
  for (const source of sources) {
    const reports = reportingPhrases(clausesAround(source, /;/gu));
    const clause = clausesAround(source, /;|,\s(?:et|mais|tandis|alors|puis|while|and|but|whereas)\s/gu);
    const hearsay = modalityWords(clause, 'hearsay');
    const hedges = [...hearsay, ...modalityWords(clause, 'epistemic')];
    const denials = modalityWords(clause, 'denial');
    const claims = reports.length > 0 || hearsay.length > 0;
    carried = claims && (carried || carriesSpeaker(statement, source));
    if (!claims && hedges.length === 0 && denials.length === 0) continue;

    const missing: AttributionLoss['missing'][number][] = [];
    if (claims && !carried) missing.push('speaker');
    if (!keepsHedges(statement, hedges)) missing.push('hedge');
    if (!keepsDenials(statement, denials)) missing.push('denial');
    verdicts.push({ sentence: source.text, missing });
  }
  return verdicts;
}

/** The clauses of a sentence that the quote touches, as divided by `boundary`. */
function clausesAround({ text, quoted }: SourceSentence, boundary: RegExp): string {
  let start = 0;
  let end = text.length;
  for (const match of text.matchAll(boundary)) {
    if (match.index + match[0].length <= quoted.start) start = match.index + match[0].length;
    else if (match.index >= quoted.end) {
      end = match.index;
      break;
    }
  }
  return text.slice(start, end);
}

function carriesSpeaker(statement: Statement, source: SourceSentence): boolean {
  const { text, before, citation, verbatim } = statement;
  if (namesSource(verbatim ? frame(text, citation.quote) : text, citation)) return true;
  if (namesSource(before, citation)) return true;
  if (source.preceding !== '' && shows(before, source.preceding) && hasNamedSpeaker(source.preceding)) return true;
  if (!verbatim) return hasNamedSpeaker(text);
  const { start, end } = source.quoted;
  return (
    hasNamedSpeaker(frame(text, citation.quote)) ||
    reportingPhrases(source.text).some((phrase) => phrase.named && phrase.start >= start && phrase.end <= end)
  );
}

function hasNamedSpeaker(text: string): boolean {
  return reportingPhrases(text).some((phrase) => phrase.named);
}

/** What stands around a quote that is shown word for word: the lead-in. */
function frame(text: string, quote: string): string {
  const folded = factText(text);
  const shown = factText(quote).replace(/[\s.…;:,!?]+$/u, '');
  const at = folded.indexOf(shown);
  return at < 0 ? text : `${folded.slice(0, at)} ${folded.slice(at + shown.length)}`;
}

/** Names the outlet, or one of the outlets of "AFP / France 24 (via TellerReport)", or the article. */
function namesSource(text: string, { outlet, title }: Citation): boolean {
  const folded = factText(text);
  const names = [title, ...(outlet ?? '').split(/[(/)]/u)].map(factText).filter((name) => name.length > 1);
  return names.some((name) => folded.includes(name));
}

/** Word for word where the answer quotes; where it rephrases, any hedge of the two languages will do. */
function keepsHedges({ text, verbatim }: Statement, hedges: readonly string[]): boolean {
  if (hedges.length === 0) return true;
  const kept = [...modalityWords(text, 'hearsay'), ...modalityWords(text, 'epistemic')];
  return verbatim ? containsAll(kept, hedges) : kept.length > 0;
}

function keepsDenials({ text, verbatim, citation }: Statement, denials: readonly string[]): boolean {
  const kept = modalityWords(text, 'denial');
  if (verbatim) return containsAll(kept, denials);
  const negated = denials.length > 0 || modalityWords(citation.quote, 'negation').length > 0;
  return !negated || kept.length > 0 || modalityWords(text, 'negation').length > 0;
}

function containsAll(words: readonly string[], wanted: readonly string[]): boolean {
  return wanted.every((word) => words.includes(word));
}
