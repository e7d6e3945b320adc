import type { AnswerPart, Article, AskRequest, Dossier, Language, Passage, Span } from '../../types.ts';
import { quotedOutlet } from '../attribution.ts';
import { CitationList, joinParts } from '../compose.ts';
import type { Draft } from '../extractive-answerer.ts';
import type { Question } from '../question.ts';
import { settings } from '../settings.ts';
import { countSources } from '../sources.ts';
import { nearestNote, sourceNote, wordingIn } from '../wording.ts';
import type { NumberedPassages, SupportedSentence } from './check-answer.ts';

/** Citations shown for one sentence at most. */
const citationsPerSentence = 3;

/**
 * An answer of checked sentences: each with its markers, its sources, and quotes that are exact slices. It is no longer
 * than one by extracts: a sentence that does not fit behind the first is left out, the next may fit.
 */
export function composeAnswer(
  sentences: readonly SupportedSentence[],
  divergent: boolean,
  question: Question,
  request: AskRequest,
  passages: NumberedPassages,
  dossier: Dossier,
): Draft {
  const { language } = question;
  const wording = wordingIn(language);
  const heading = (text: string): AnswerPart => ({ kind: 'heading', text, markers: [] });
  const asOf = request.asOf ? [heading(wording.asOf(wording.date(request.asOf)))] : [];
  const differing = divergent ? [heading(wording.divergent)] : [];
  let list = new CitationList();
  let parts: readonly AnswerPart[] = [];
  for (const sentence of sentences) {
    const extended = list.copy();
    const added = [...parts, sentencePart(sentence, extended, language, passages, dossier)];
    const length = joinParts([...asOf, ...differing, ...added]).length;
    if (parts.length > 0 && length > settings.selection.longestAnswer) continue;
    parts = added;
    list = extended;
  }
  const differs = divergent && new Set(list.citations.map(({ articleId }) => articleId)).size > 1;
  const versions = differs ? parts.map((part): AnswerPart => ({ ...part, kind: 'version' })) : parts;
  const all = [...asOf, ...(differs ? differing : []), ...versions];
  return {
    language,
    status: 'answered',
    answer: joinParts(all),
    citations: list.citations,
    mode: 'generative',
    parts: all,
    divergent: differs,
    asOf: request.asOf,
  };
}

function sentencePart(
  sentence: SupportedSentence,
  list: CitationList,
  language: Language,
  passages: NumberedPassages,
  dossier: Dossier,
): AnswerPart {
  const shown = sentence.quotes.slice(0, citationsPerSentence).flatMap((quote) => {
    const article = dossier.articles.get(quote.articleId);
    return article ? [{ article, span: quote, text: quote.quote }] : [];
  });
  const markers = [...new Set(shown.map((quote) => list.cite(quote)))];
  const carriers = shown.map(({ article, span }) => {
    const around = sentenceAround(article, span, passages);
    return { articleId: article.id, quoted: quotedOutlet({ article, ...around }, dossier) };
  });
  const sources = countSources(carriers, dossier);
  return {
    kind: 'statement',
    text: `${sentence.text} ${markers.map((marker) => `[${marker}]`).join('')} ${sourceNote(sources, language)}`,
    markers,
    sources,
  };
}

/** The file's sentence that holds a quote: where it would say whose word it is. */
function sentenceAround(article: Article, quote: Span, passages: readonly Passage[]): { text: string; span: Span } {
  const span =
    passages
      .filter(({ articleId }) => articleId === article.id)
      .flatMap(({ sentences }) => sentences)
      .find(({ start, end }) => start <= quote.start && quote.start < end) ?? quote;
  return { text: article.text.slice(span.start, span.end), span };
}

/** The model found no answer in the passages: said in the bot's words, with the nearest article. */
export function composeAbstention(
  question: Question,
  request: AskRequest,
  nearest: Passage | undefined,
  dossier: Dossier,
): Draft {
  const { language } = question;
  const wording = wordingIn(language);
  const asOf = request.asOf ? wording.date(request.asOf) : undefined;
  const article = nearest && dossier.articles.get(nearest.articleId);
  const reference = article && {
    articleId: article.id,
    title: article.title,
    outlet: article.outlet,
    published: article.published,
    url: article.url,
  };
  const parts: AnswerPart[] = [
    { kind: 'notice', text: wording.abstention['not-in-file']({ missing: [], asOf, example: '' }), markers: [] },
  ];
  if (reference) parts.push({ kind: 'notice', text: nearestNote(reference, language), markers: [] });
  return {
    language,
    status: 'abstained',
    answer: joinParts(parts),
    citations: [],
    mode: 'generative',
    parts,
    divergent: false,
    asOf: request.asOf,
    abstention: 'not-in-file',
    nearest: reference,
  };
}
