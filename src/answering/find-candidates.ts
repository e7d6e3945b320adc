import type { TextVectors } from '../text/text-vectors.ts';
import type { WordMeanings } from '../text/word-meanings.ts';
import type {
  AskRequest,
  Dossier,
  Reader,
  RetrievedPassage,
  RetrieveOptions,
  Retriever,
  SentenceLikeness,
} from '../types.ts';
import { type AskedOutlet, askedOutlet, isWordOf } from './asked-outlet.ts';
import { EvidenceReader } from './evidence.ts';
import type { Question } from './question.ts';
import { type Candidate, type ReadingSettings, rank } from './ranking.ts';
import { settings } from './settings.ts';
import { TermMatcher } from './term-matcher.ts';
import { withTellers } from './who-told.ts';

export interface CandidateTools {
  readonly dossier: Dossier;
  readonly retriever: Retriever;
  readonly vectors: TextVectors;
  readonly meanings: WordMeanings;
  /** Without it none is alike. */
  readonly likeness?: SentenceLikeness | undefined;
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
export function createCandidateFinder(tools: CandidateTools) {
  const { dossier, retriever, vectors, meanings } = tools;
  const evidenceReader = new EvidenceReader(dossier);

  return async function findCandidates(
    question: Question,
    { asOf, outlet, signal }: Pick<AskRequest, 'asOf' | 'outlet' | 'signal'>,
  ): Promise<FoundCandidates> {
    const asked = outlet === undefined ? askedOutlet(question, dossier) : undefined;
    const found = evidenceReader.read(await gather(question, retriever, { filter: { asOf, outlet }, signal }, asked));
    const heard = asked ? found.filter((one) => isWordOf(asked, one, dossier)) : found;
    const evidence = question.whoTold ? withTellers(heard, dossier) : heard;
    const matcher = new TermMatcher(vectors, meanings);
    return { candidates: await rank(question, evidence, matcher, tools), matcher };
  };
}

/**
 * Passages for the question as asked, for its near-synonyms in both languages, and from the articles of the outlet whose
 * word it asks for; each once.
 */
async function gather(
  question: Question,
  retriever: Retriever,
  options: Omit<RetrieveOptions, 'limit'>,
  outlet: AskedOutlet | undefined,
): Promise<readonly RetrievedPassage[]> {
  const { passages, widenedPassages } = settings.selection;
  const asked = await retriever.retrieve(question.searched, { ...options, limit: passages });
  const wide = await retriever.retrieve(question.widened, { ...options, limit: widenedPassages, wordList: true });
  const own = await Promise.all(
    (outlet?.spellings ?? []).map((spelling) =>
      retriever.retrieve(question.searched, {
        ...options,
        filter: { ...options.filter, outlet: spelling },
        limit: passages,
      }),
    ),
  );
  const lowest = Math.min(...asked.map(({ score }) => score));
  const found = new Map(asked.map((passage) => [passage.passage.id, passage]));
  // Scores of two queries do not compare: what only another one found comes last.
  for (const one of [...wide, ...own.flat()])
    if (!found.has(one.passage.id)) found.set(one.passage.id, { ...one, score: lowest });
  return [...found.values()];
}
