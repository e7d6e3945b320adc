import type { TextVectors } from '../text/text-vectors.ts';
import type { AskRequest, Dossier, Reader, RetrievedPassage, RetrieveOptions, Retriever } from '../types.ts';
import { EvidenceReader } from './evidence.ts';
import type { Question } from './question.ts';
import { type Candidate, type ReadingSettings, rank } from './ranking.ts';
import { settings } from './settings.ts';
import { TermMatcher } from './term-matcher.ts';

export interface CandidateTools {
  readonly dossier: Dossier;
  readonly retriever: Retriever;
  readonly vectors: TextVectors;
  /** Without it sentences are ranked by all other signals. */
  readonly reader?: Reader | undefined;
  /** How much it reads, where not as much as usual. */
  readonly reading?: ReadingSettings | undefined;
}

export interface FoundCandidates {
  /** Sentences of the file that may answer, best first. */
  readonly candidates: readonly Candidate[];
  /** Knows how far each of them accounts for each term. */
  readonly matcher: TermMatcher;
}

/** question → passages → sentences, ranked. */
export function createCandidateFinder({ dossier, retriever, vectors, reader, reading }: CandidateTools) {
  const evidenceReader = new EvidenceReader(dossier);

  return async function findCandidates(
    question: Question,
    { asOf, outlet, signal }: Pick<AskRequest, 'asOf' | 'outlet' | 'signal'>,
  ): Promise<FoundCandidates> {
    const evidence = evidenceReader.read(await gather(question, retriever, { filter: { asOf, outlet }, signal }));
    const matcher = new TermMatcher(vectors);
    return { candidates: await rank(question, evidence, vectors, matcher, reader, reading), matcher };
  };
}

/** Passages for the question as asked and for its near-synonyms in both languages, each once. */
async function gather(
  question: Question,
  retriever: Retriever,
  options: Omit<RetrieveOptions, 'limit'>,
): Promise<readonly RetrievedPassage[]> {
  const { passages, widenedPassages } = settings.selection;
  const asked = await retriever.retrieve(question.searched, { ...options, limit: passages });
  const wide = await retriever.retrieve(question.widened, { ...options, limit: widenedPassages, wordList: true });
  const lowest = Math.min(...asked.map(({ score }) => score));
  const known = new Set(asked.map(({ passage }) => passage.id));
  // Scores of two queries do not compare: what only the wider one found comes last.
  return [
    ...asked,
    ...wide.filter(({ passage }) => !known.has(passage.id)).map((found) => ({ ...found, score: lowest })),
  ];
}
