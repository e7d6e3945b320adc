import { detectLanguage } from '../text/language.ts';
import { titleOf } from '../text/title.ts';
import type {
  AnswerPart,
  OverviewOptions,
  Passage,
  Reader,
  Retriever,
  ToldText,
  Verdict,
  VerdictKind,
} from '../types.ts';
import { CitationList } from './citation-list.ts';
import { type Content, contentOf, heldOf, matchClaim } from './claim-match.ts';
import { isBareDenial, type Side, sideOf, type Told } from './claim-side.ts';
import { deniedClauses, tellsDenial } from './denied-clauses.ts';
import { type FileSentence, outletKey } from './file-sentences.ts';
import { isQuestion, questionHint } from './no-claim.ts';
import { statementAround, tellingStretch } from './telling-stretch.ts';
import { statement, type WhoParts } from './who.ts';

export interface CheckParts extends WhoParts {
  readonly retriever: Retriever;
  /** Without one, words alone decide. */
  readonly reader?: Reader | undefined;
}

const passagesRead = 32;
/** Sentences that are read beside the claim. */
const sentencesRead = 16;
/** Share of the claim that a sentence must hold to be looked at. */
const leastCoverage = 0.3;
const mostPerSide = 3;
/** Sentences after a statement in which somebody may deny it without repeating it. */
const reachOfDenial = 5;

interface Found extends Pick<Told, 'whole' | 'match'> {
  readonly sentence: FileSentence;
  /** The sentences of its passage, and which it is. */
  readonly passage: Passage;
  readonly index: number;
}

interface Evidence extends Found, Told {
  readonly side: Side | null;
}

/**
 * Holds a claim against the file. It is supported when a source tells it as a fact, attributed when sources only report
 * that somebody claims it, contradicted when they deny it or tell it with other figures, disputed when they do both,
 * and absent when no sentence covers its names, words and figures: then nothing is said for or against it.
 */
export function createCheck(parts: CheckParts): (claim: string, options: OverviewOptions) => Promise<Verdict> {
  return async (claim, options) => {
    options.signal?.throwIfAborted();
    const language = detectLanguage(claim, options.language);
    const nothing: Verdict = {
      claim,
      language: options.language,
      verdict: 'absent',
      supporting: [],
      opposing: [],
      citations: [],
    };
    if (isQuestion(claim)) return { ...nothing, notice: questionHint(options.language) };
    const claimed = contentOf(claim, language, null, parts.dossier);
    const evidence = await gather(claim, claimed, options, parts);
    const verdict = judge(evidence);
    if (verdict === 'absent') return nothing;
    const citations = new CitationList();
    const show = (sides: readonly Side[]): AnswerPart[] =>
      best(evidence.filter(({ side }) => side !== null && sides.includes(side))).map(({ sentence }) =>
        statement(sentence, citations, parts, options.language),
      );
    return {
      ...nothing,
      verdict,
      supporting: show(['supports', 'reports']),
      opposing: show(['opposes', 'leaves-open']),
      citations: citations.citations,
    };
  };
}

async function gather(
  claim: string,
  claimed: Content,
  options: OverviewOptions,
  parts: CheckParts,
): Promise<Evidence[]> {
  if (claimed.names.size === 0 && claimed.words.length === 0) return [];
  const { asOf, outlet, signal } = options;
  const retrieved = await parts.retriever.retrieve(claim, { limit: passagesRead, filter: { asOf, outlet }, signal });
  const seen = new Set<string>();
  const found = retrieved
    .flatMap(({ passage }) => sentencesOf(passage, claimed, parts))
    .filter(({ sentence: { article, start } }) => {
      const key = `${article.id} ${start}`;
      return !seen.has(key) && seen.add(key);
    })
    .filter(({ match }) => match.coverage >= leastCoverage)
    .sort((a, b) => b.match.coverage - a.match.coverage);
  const analysed = found
    .slice(0, parts.reader ? sentencesRead : found.length)
    .map((one) => analyse(one, claimed, parts));
  const read = parts.reader ? await readBest(claim, claimed, analysed, parts.reader) : analysed;
  const judged = read.map((one) => ({ ...one, side: sideOf(claimed, one) }));
  return [...judged, ...bareDenials(judged, claimed, parts)].filter(({ side }) => side !== null);
}

function sentencesOf(passage: Passage, claimed: Content, { dossier }: CheckParts): Found[] {
  const article = dossier.articles.get(passage.articleId);
  if (article === undefined) return [];
  const around = contentOf(passage.text, article.language, article.published, dossier);
  return passage.sentences.map(({ start, end }, index) => {
    const text = article.text.slice(start, end);
    const whole = contentOf(text, article.language, article.published, dossier);
    const previous = passage.sentences[index - 1] ?? null;
    return {
      sentence: { article, start, end, text, previous },
      passage,
      index,
      whole,
      match: matchClaim(claimed, whole, around),
    };
  });
}

function analyse(found: Found, claimed: Content, { dossier }: CheckParts): Evidence {
  const { article, text } = found.sentence;
  const content = (piece: string): Content => contentOf(piece, article.language, article.published, dossier);
  const span = tellingStretch(text, (piece) => heldOf(claimed, content(piece)));
  const around = statementAround(text, span);
  const stretch = content(text.slice(span.start, span.end));
  return {
    ...found,
    outlet: outletKey(article.outlet),
    stretch,
    told: matchClaim(claimed, stretch, stretch),
    denied: deniedClauses(text.slice(around.start, span.end)).map(content),
    statement: content(text.slice(around.start, around.end)),
    lead: content(text.slice(0, around.end)),
    side: null,
  };
}

/** Reads the sentences, and of each the stretch that tells what the claim does: a short claim is told by a part of one. */
async function readBest(
  claim: string,
  claimed: Content,
  found: readonly Evidence[],
  reader: Reader,
): Promise<Evidence[]> {
  const asTold = ({ sentence }: Evidence, text: string): ToldText => ({
    sentence: text,
    before: sentence.previous ? sentence.article.text.slice(sentence.previous.start, sentence.previous.end) : '',
    title: titleOf(sentence.article),
  });
  const texts = found.flatMap((one) => [asTold(one, one.sentence.text), asTold(one, one.stretch.text)]);
  const readings = await reader.read(claim, texts);
  // What is told with other figures is about the claim if, its own left out, the reader takes it to be borne out.
  const figures = found.filter(({ match }) => match.values === 'differ');
  const others =
    figures.length > 0
      ? await reader.read(
          claimed.withoutValues,
          figures.map((one) => asTold(one, one.sentence.text)),
        )
      : [];
  return found.map((one, index) => ({
    ...one,
    bearsOut: Math.max(readings[2 * index]?.bearsOut ?? 0, readings[2 * index + 1]?.bearsOut ?? 0),
    butForValues: others[figures.indexOf(one)]?.bearsOut,
  }));
}

/** Sentences behind one that supports the claim, in which somebody denies it: "Rabat dément." */
function bareDenials(judged: readonly Evidence[], claimed: Content, { dossier }: CheckParts): Evidence[] {
  if (claimed.negated || tellsDenial(claimed.text)) return [];
  const known = new Set(
    judged.filter(({ side }) => side !== null).map(({ sentence: { article, start } }) => `${article.id} ${start}`),
  );
  return judged
    .filter(({ side }) => side === 'supports' || side === 'reports')
    .flatMap((one) =>
      one.passage.sentences.slice(one.index + 1, one.index + 1 + reachOfDenial).flatMap(({ start, end }, offset) => {
        const { article } = one.sentence;
        const text = article.text.slice(start, end);
        const whole = contentOf(text, article.language, article.published, dossier);
        if (known.has(`${article.id} ${start}`) || !isBareDenial(whole)) return [];
        const index = one.index + 1 + offset;
        const sentence = { article, start, end, text, previous: one.passage.sentences[index - 1] ?? null };
        return [{ ...one, sentence, index, whole, side: 'opposes' as const }];
      }),
    );
}

function judge(evidence: readonly Evidence[]): VerdictKind {
  const has = (side: Side): boolean => evidence.some((one) => one.side === side);
  const against = has('opposes');
  if (has('supports')) return against || has('leaves-open') ? 'disputed' : 'supported';
  if (has('reports')) return against || has('leaves-open') ? 'disputed' : 'attributed';
  return against ? 'contradicted' : 'absent';
}

/** The sentences that cover most of the claim, one an article; what is told as a fact before what is only reported. */
function best(evidence: readonly Evidence[]): Evidence[] {
  const weight = ({ side, match }: Evidence): number =>
    match.coverage + (side === 'supports' || side === 'opposes' ? 0.2 : 0);
  const chosen: Evidence[] = [];
  for (const one of [...evidence].sort((a, b) => weight(b) - weight(a))) {
    if (chosen.some(({ sentence }) => sentence.article.id === one.sentence.article.id)) continue;
    chosen.push(one);
    if (chosen.length === mostPerSide) break;
  }
  return chosen;
}
