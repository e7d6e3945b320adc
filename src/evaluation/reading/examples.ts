import type { Evidence } from '../../answering/evidence.ts';
import { analyseQuestion, type Question, type QuestionTools } from '../../answering/question.ts';
import type { Candidate } from '../../answering/ranking.ts';
import { titleOf } from '../../text/title.ts';
import type { Article, Dossier, Span, ToldText } from '../../types.ts';
import { factText, holdsAny } from '../answers/fact-text.ts';
import type { EvaluationQuestion, QuestionKind } from '../answers/question.ts';
import type { Affair, WrittenQuestion } from './affair.ts';
import { type PlacedSentence, placesOf } from './affair-corpus.ts';
import { copiedClaims } from './copied-claims.ts';

export interface ExampleSentence extends ToldText {
  readonly answers: boolean;
  /** The words that answer, as offsets into the sentence. */
  readonly words?: Span | undefined;
  /** The answerer does not find it: added because it answers. */
  readonly added: boolean;
}

/** A question and the sentences that may answer it, likeliest first. */
export interface QuestionExample {
  readonly kind: string;
  readonly asked: string;
  readonly answerable: boolean;
  readonly sentences: readonly ExampleSentence[];
}

/** A claim and the sentences that it cites. */
export interface ClaimExample {
  readonly type: string;
  readonly claim: string;
  readonly faithful: boolean;
  readonly told: ToldText;
}

export interface ExampleTools extends QuestionTools {
  readonly dossier: Dossier;
  candidates(question: Question, asOf?: string): Promise<readonly Candidate[]>;
}

/** Sentences of a question: enough for the reader to see what the ranking takes for an answer. */
const sentencesRead = 14;

/** Sentences of the file in their passages; one that opens a passage is taken from another passage where there is one. */
class Sentences {
  readonly #found = new Map<string, { article: Article; span: Span; before: string }>();

  constructor({ passages, articles }: Dossier) {
    for (const { articleId, sentences } of passages.values()) {
      const article = articles.get(articleId);
      if (!article) continue;
      for (const [index, span] of sentences.entries()) {
        const key = `${articleId} ${span.start}`;
        const previous = sentences[index - 1];
        const before = previous ? article.text.slice(previous.start, previous.end) : '';
        if (before !== '' || !this.#found.has(key)) this.#found.set(key, { article, span, before });
      }
    }
  }

  /** The sentence that holds an offset of an article. */
  at(article: Article, offset: number): { article: Article; span: Span; before: string } | undefined {
    return [...this.#found.values()].find(
      ({ article: own, span }) => own.id === article.id && span.start <= offset && offset < span.end,
    );
  }
}

const toldBy = ({ article, text, before }: Evidence): ToldText => ({ sentence: text, before, title: titleOf(article) });

/** Examples of an affair: its questions and its claims. */
export async function affairExamples(
  affair: Affair,
  tools: ExampleTools,
): Promise<{ questions: QuestionExample[]; claims: ClaimExample[] }> {
  const sentences = new Sentences(tools.dossier);
  const places = placesOf(affair, tools.dossier);
  const questions: QuestionExample[] = [];
  for (const written of affair.questions) {
    const question = analyseQuestion(written.question, tools, written.language);
    const right = answering(written, places, sentences);
    if (written.answers.length > 0 && right.length === 0) continue;
    const found = (await tools.candidates(question)).slice(0, sentencesRead);
    const isFound = (one: Answering) =>
      found.some(({ article, span }) => article.id === one.article.id && span.start === one.span.start);
    questions.push({
      kind: kindOf(written),
      asked: question.searched,
      answerable: written.answers.length > 0,
      sentences: [
        ...found.map((candidate) => {
          const own = right.find(
            ({ article, span }) => article.id === candidate.article.id && span.start === candidate.span.start,
          );
          return { ...toldBy(candidate), answers: own !== undefined, words: own?.words, added: false };
        }),
        ...right
          .filter((one) => !isFound(one))
          .map(({ article, span, before, words }) => ({
            sentence: article.text.slice(span.start, span.end),
            before,
            title: titleOf(article),
            answers: true,
            words,
            added: true,
          })),
      ],
    });
  }
  return { questions, claims: [...claimsOf(affair, places, sentences), ...copies(affair, places, sentences, tools)] };
}

/** As written: the reason why there is no answer behind it, or `*` where the articles give different ones. */
function kindOf({ kind, none, disputed }: WrittenQuestion): string {
  if (none) return `${kind} none:${none.type}`;
  return disputed ? `${kind}*` : kind;
}

interface Answering {
  readonly article: Article;
  readonly span: Span;
  readonly before: string;
  readonly words: Span;
}

function answering(
  { answers }: WrittenQuestion,
  places: ReadonlyMap<string, PlacedSentence>,
  sentences: Sentences,
): Answering[] {
  const plain = (text: string) => text.replace(/[’]/g, "'").replace(/[\u00a0\u202f]/g, ' ');
  return answers.flatMap(({ sentence, words }) => {
    const place = places.get(sentence);
    const inside = place ? plain(place.text).indexOf(plain(words)) : -1;
    const found = place && inside >= 0 ? sentences.at(place.article, place.start + inside) : undefined;
    if (!place || !found) return [];
    const start = place.start + inside - found.span.start;
    return [{ ...found, words: { start, end: Math.min(start + words.length, found.span.end - found.span.start) } }];
  });
}

function claimsOf(
  { claims }: Affair,
  places: ReadonlyMap<string, PlacedSentence>,
  sentences: Sentences,
): ClaimExample[] {
  return claims.flatMap(({ claim, faithful, type, sentences: ids }) => {
    const cited = ids.map((id) => places.get(id)).filter((place) => place !== undefined);
    const first = cited[0];
    if (!first || cited.length < ids.length) return [];
    const before = sentences.at(first.article, first.start)?.before ?? '';
    return [
      {
        type,
        claim,
        faithful,
        told: {
          sentence: cited.map(({ text }) => text).join(' '),
          before: cited.some(({ text }) => text === before) ? '' : before,
          title: [...new Set(cited.map(({ article }) => article))].map(titleOf).join(' - '),
        },
      },
    ];
  });
}

function copies(
  { slug }: Affair,
  places: ReadonlyMap<string, PlacedSentence>,
  sentences: Sentences,
  { names }: ExampleTools,
): ClaimExample[] {
  const seed = [...slug].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) | 0, 7);
  return copiedClaims([...places.values()], names, seed).map(({ claim, faithful, type, sentence }) => ({
    type: `copied ${type}`,
    claim,
    faithful,
    told: {
      sentence: sentence.text,
      before: sentences.at(sentence.article, sentence.start)?.before ?? '',
      title: titleOf(sentence.article),
    },
  }));
}

/** Whoever asks these is not asking the file. */
const notOfTheFile: ReadonlySet<QuestionKind> = new Set(['chit-chat', 'off-topic', 'injection']);

/** Examples of a question set; only questions that stand by themselves. They measure the reader, they do not teach it. */
export async function setExamples(
  questions: readonly EvaluationQuestion[],
  tools: ExampleTools,
): Promise<QuestionExample[]> {
  const begun = new Set<string>();
  const examples: QuestionExample[] = [];
  for (const { question: text, kind, conversation, expect, facts, articles = [], asOf, language } of questions) {
    const continued = conversation !== undefined && begun.has(conversation);
    if (conversation !== undefined) begun.add(conversation);
    if (continued || notOfTheFile.has(kind)) continue;
    const question = analyseQuestion(text, tools, language);
    const found = await tools.candidates(question, asOf);
    examples.push({
      kind,
      asked: question.searched,
      answerable: expect === 'answered',
      sentences: found.slice(0, sentencesRead).map((candidate) => {
        const listed = articles.length === 0 || articles.includes(candidate.article.id);
        const folded = factText(candidate.text);
        return {
          ...toldBy(candidate),
          answers: listed && facts.some((alternatives) => holdsAny(folded, alternatives)),
          added: false,
        };
      }),
    });
  }
  return examples;
}
