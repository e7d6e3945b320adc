import type { TextVectors } from '../text/text-vectors.ts';
import type { WordMeanings } from '../text/word-meanings.ts';
import type {
  Answer,
  AnswerPart,
  AskRequest,
  Dossier,
  Language,
  Reader,
  Retriever,
  SentenceLikeness,
} from '../types.ts';
import { type Abstention, abstains } from './abstention.ts';
import { withAntecedent } from './antecedent.ts';
import { bestTold } from './best-told.ts';
import { joinParts } from './compose.ts';
import { type Divergence, findDivergence } from './divergence.ts';
import type { Evidence } from './evidence.ts';
import { createCandidateFinder } from './find-candidates.ts';
import { asksAboutNames, introductionsFirst } from './introduction.ts';
import { perhapsOtherwise, tellsOtherwise } from './other-version.ts';
import type { Question } from './question.ts';
import { type Candidate, readMore } from './ranking.ts';
import { settings } from './settings.ts';
import { softmax } from './softmax.ts';
import { contentOverlap, groupStatements, type Statement } from './statements.ts';
import type { TermMatcher } from './term-matcher.ts';
import { nearestNote, wordingIn } from './wording.ts';
import { writeAnswer } from './write-answer.ts';

export interface ExtractiveTools {
  readonly dossier: Dossier;
  readonly retriever: Retriever;
  readonly vectors: TextVectors;
  readonly meanings: WordMeanings;
  readonly reader: Reader;
  readonly likeness: SentenceLikeness;
  exampleQuestion(language: Language): string;
}

/** What an answerer makes; ask.ts adds the request's identity and the clock. */
export type Draft = Omit<Answer, 'id' | 'question' | 'conversation' | 'timings'>;

/** Answers by exact sentences of the file. */
export function createExtractiveAnswerer(tools: ExtractiveTools) {
  const { dossier, likeness } = tools;
  const alikeTo = (best: Candidate | undefined) => (best ? likeness.toSentence(best.passage.id, best.place) : () => 0);
  const findCandidates = createCandidateFinder(tools);

  return async function answer(question: Question, request: AskRequest): Promise<Draft> {
    const { candidates: byScore, matcher } = await findCandidates(question, request);
    const aboutNames = asksAboutNames(question);
    const ranked =
      aboutNames && question.kind !== 'what' ? introductionsFirst(question, byScore, dossier.names) : byScore;
    request.signal?.throwIfAborted();

    const abstention = abstains(question, ranked);
    if (abstention) return abstain(question, abstention, request, tools, ranked[0] ?? byScore[0]);

    const read = aboutNames
      ? ranked
      : await readMore(question, ranked, perhapsOtherwise(question, ranked), tools.reader);
    const statements = groupStatements(read.slice(0, settings.selection.candidates), matcher);
    const divergence = aboutNames ? null : findDivergence(question, statements, matcher, dossier, alikeTo(read[0]));
    const headings = [
      ...asOfHeading(question, request),
      ...(divergence ? divergenceHeading(question, divergence) : []),
    ];
    const versions = divergence?.versions ?? [];
    const chosen = choose(question, statements, versions, matcher);
    const told = new Map(chosen.map((one) => [one, bestTold(one, dossier.names, question.language)]));
    const [first] = chosen;
    if (first && !divergence) told.set(first, understandable(told.get(first)!));
    const { parts, citations } = writeAnswer(
      headings,
      versions.flatMap((version) => told.get(version) ?? []),
      [...told.values()],
      dossier,
      question.language,
    );
    return {
      language: question.language,
      status: 'answered',
      answer: joinParts(parts),
      citations: citations.citations,
      mode: 'extractive',
      parts,
      divergent: divergence !== null,
      asOf: request.asOf,
    };
  };
}

/**
 * Statements worth showing together: the versions of a divergence or the best, then every other that is likely to answer
 * too, while there is space. So a sure answer is short and an unsure one gives what else may tell. What tells another
 * version of the point goes before what only adds; what says the same is left out.
 */
function choose(
  question: Question,
  statements: readonly Statement[],
  versions: readonly Statement[],
  matcher: TermMatcher,
): Statement[] {
  const best = statements[0];
  if (!best) return [];
  const { space, likely, likelyOtherwise, mostStatements, repeats, otherVersion } = settings.selection;
  const chosen = versions.length > 0 ? [...versions] : [best];
  let length = chosen.reduce((sum, { lead }) => sum + lead.text.length, 0);
  const chances = softmax(statements.map(({ lead }) => lead.score));
  const order = statements
    .map((statement, at) => ({
      statement,
      chance: chances[at]!,
      otherwise: tellsOtherwise(question, best.lead, statement.lead),
    }))
    .filter(({ chance, otherwise }) => chance >= (otherwise ? likelyOtherwise : likely))
    .filter(({ statement }) => !chosen.includes(statement))
    .map(({ statement, otherwise }) => ({ statement, rank: statement.lead.score + (otherwise ? otherVersion : 0) }))
    .sort((a, b) => b.rank - a.rank);
  for (const { statement } of order) {
    if (chosen.length === mostStatements) break;
    if (length + statement.lead.text.length > space) continue;
    if (chosen.some(({ lead }) => contentOverlap(statement.lead.sentence, lead.sentence, matcher) >= repeats)) continue;
    chosen.push(statement);
    length += statement.lead.text.length;
  }
  return chosen;
}

/** What the answer begins with must be understood by itself; what is added to it may go on. */
function understandable({ lead, support }: Statement): Statement {
  return { lead: withAntecedent(lead, settings.selection.longestStatement), support };
}

function asOfHeading({ language }: Question, { asOf }: AskRequest): AnswerPart[] {
  if (!asOf) return [];
  const wording = wordingIn(language);
  return [{ kind: 'heading', text: wording.asOf(wording.date(asOf)), markers: [] }];
}

function divergenceHeading({ language }: Question, { by }: Divergence): AnswerPart[] {
  const wording = wordingIn(language);
  return [{ kind: 'heading', text: by === 'unsettled' ? wording.unsettled : wording.divergent, markers: [] }];
}

/** Says that the file does not tell, and names the nearest article where there is one. */
export function abstain(
  question: Question,
  abstention: Abstention,
  request: AskRequest,
  tools: ExtractiveTools,
  near?: Evidence,
): Draft {
  const { language } = question;
  const wording = wordingIn(language);
  const asOf = request.asOf ? wording.date(request.asOf) : undefined;
  const notice = wording.abstention[abstention.reason]({
    missing: abstention.missing,
    asOf,
    example: tools.exampleQuestion(language),
  });
  const pointsSomewhere = abstention.reason === 'not-in-file' || abstention.reason === 'false-premise';
  const nearest =
    pointsSomewhere && near
      ? {
          articleId: near.article.id,
          title: near.article.title,
          outlet: near.article.outlet,
          published: near.article.published,
          url: near.article.url,
        }
      : undefined;
  const parts: AnswerPart[] = [{ kind: 'notice', text: notice, markers: [] }];
  if (nearest) parts.push({ kind: 'notice', text: nearestNote(nearest, language), markers: [] });
  return {
    language,
    status: 'abstained',
    answer: joinParts(parts),
    citations: [],
    mode: 'extractive',
    parts,
    divergent: false,
    asOf: request.asOf,
    abstention: abstention.reason,
    nearest,
  };
}
