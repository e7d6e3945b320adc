import type { Answer, AnswerPart, AnswerPartKind, Citation, Dossier, Language } from '../types.ts';
import { attributionLead } from './attribution.ts';
import type { Candidate } from './ranking.ts';
import { countSources } from './sources.ts';
import { carriersOf, type Statement } from './statements.ts';
import { sourceNote } from './wording.ts';

/** Citations shown for one statement at most; further sources are only counted. */
const citationsPerStatement = 3;

/** Collects citations while an answer is written; a quote cited twice keeps its number. */
export class CitationList {
  readonly #citations: Citation[];

  constructor(citations: readonly Citation[] = []) {
    this.#citations = [...citations];
  }

  copy(): CitationList {
    return new CitationList(this.#citations);
  }

  get citations(): readonly Citation[] {
    return this.#citations;
  }

  cite({ article, span, text }: Pick<Candidate, 'article' | 'span' | 'text'>): number {
    const known = this.#citations.find(
      ({ articleId, start, end }) => articleId === article.id && start === span.start && end === span.end,
    );
    if (known) return known.marker;
    const marker = this.#citations.length + 1;
    this.#citations.push({
      marker,
      articleId: article.id,
      title: article.title,
      outlet: article.outlet,
      published: article.published,
      url: article.url,
      quote: text,
      start: span.start,
      end: span.end,
    });
    return marker;
  }
}

/** A statement as it is shown: who says so where needed, the exact sentence, its markers, its sources. */
export function statementPart(
  kind: AnswerPartKind,
  statement: Statement,
  list: CitationList,
  dossier: Dossier,
  language: Language,
): AnswerPart {
  const shown = [statement.lead, ...statement.support].slice(0, citationsPerStatement);
  const markers = shown.map((candidate) => list.cite(candidate));
  const sources = countSources(carriersOf(statement, dossier), dossier, language);
  const lead = attributionLead(statement.lead, language);
  const text = `${lead}${statement.lead.text} ${markers.map((marker) => `[${marker}]`).join('')} ${sourceNote(sources, language)}`;
  return { kind, text, markers, sources };
}

/** The parts as a plain surface prints them, a line each. */
export function joinParts(parts: readonly AnswerPart[]): Answer['answer'] {
  return parts.map(({ text }) => text).join('\n');
}
