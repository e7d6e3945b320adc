import type { AbstentionReason } from '../types.ts';
import weights from './answer-weights.json' with { type: 'json' };
import { lacksAntecedent } from './follow-up.ts';
import { asksAboutNames } from './introduction.ts';
import { speaksOfOthers } from './other-subject.ts';
import type { Question, QuestionTerm } from './question.ts';
import type { QuestionKind } from './question-kind.ts';
import { isKindWord } from './question-words.ts';
import type { Candidate } from './ranking.ts';
import { settings } from './settings.ts';
import { weightedSum } from './weighted-sum.ts';

export interface Abstention {
  readonly reason: AbstentionReason;
  /** Words of the question that nothing near the best sentences covers, as typed; of a false premise what was not done. */
  readonly missing: readonly string[];
}

/** Decides whether the file tells; null when the best candidates answer. */
export function abstains(question: Question, ranked: readonly Candidate[]): Abstention | null {
  const { offTopic, missing: missingBelow, unknownName, threshold, among, readsAtLeast } = settings.abstention;
  if (lacksAntecedent(question)) return { reason: 'no-antecedent', missing: [] };
  if (question.terms.length === 0) return { reason: 'off-topic', missing: [] };
  const best = ranked[0];
  if (!best) return { reason: 'not-in-file', missing: [] };

  const strength = (index: number) => best.coverage.perTerm[index] ?? 0;
  const first = ranked.slice(0, among);
  const isCovered = (index: number) => first.some(({ coverage }) => (coverage.perTerm[index] ?? 0) >= missingBelow);
  const uncovered = question.terms.filter((term, index) => !term.inherited && !isCovered(index));
  const missing = uncovered
    .filter(({ word }) => !isKindWord(word) && !lightWords.has(word))
    .map(({ typed, word }) => typed ?? word);
  const strange = question.terms.some(
    ({ word }, index) => question.unknownNames.includes(word) && strength(index) < unknownName,
  );
  if (strange) return { reason: 'not-in-file', missing };
  // What was written in another year and does not speak of this one tells nothing of it.
  if (uncovered.some(({ word }) => year.test(word))) return { reason: 'not-in-file', missing };
  if (onlyAdds(question) && question.terms.every((term) => term.inherited || uncovered.includes(term)))
    return { reason: 'not-in-file', missing };
  const isRead = first.some(({ reading }) => reading !== undefined && reading.answers >= settings.reading.sure);
  if (best.coverage.total < offTopic && question.names.length === 0 && !isRead)
    return { reason: 'off-topic', missing: [] };
  if (asksAboutNames(question)) {
    return question.terms.every(({ inherited }, index) => inherited || strength(index) >= missingBelow)
      ? null
      : { reason: 'not-in-file', missing };
  }
  const takenForAnswer = first.some(({ signals }) => signals.reads >= readsAtLeast);
  const undone = presumed(question);
  const somebodyElse = undone !== undefined && didSomebodyElse(undone, question, first);
  if (takenForAnswer && !somebodyElse && !lacksValue(question, ranked) && confidence(question, ranked) > threshold)
    return null;
  if (undone && (somebodyElse || !first.some((candidate) => tellsOfNames(undone, question, candidate))))
    return { reason: 'false-premise', missing: [undone.typed ?? undone.word] };
  return { reason: 'not-in-file', missing };
}

const year = /^(?:19|20)\d\d$/;

/** "avoir lieu", "take place", "give", "go", "supposed": they say that something happened or was told, not what. */
const lightWords = new Set(
  `eu lieu lieux place take takes took taken prendre pris prise produit produite survenu survenue deroule deroulee tenu tenue
   occur occurred held hold give gave given make made mis mise rendu put get got alle allee alles allees venu venue venus
   venues go goes going gone come comes coming came say says said tell tells told dit dits dite suppose supposed supposee
   expect expected argue argues argued`.split(/\s+/),
);

/** What the question takes for done by or to those whom it names. */
function presumed({ kind, names, predicate }: Question): QuestionTerm | undefined {
  const presumes = kind === 'why' || kind === 'when' || kind === 'how';
  return presumes && names.length > 0 && predicate && !predicate.inherited && !lightWords.has(predicate.word)
    ? predicate
    : undefined;
}

/** Whether a sentence says it of those whom the question names: that somebody else resigned is another matter. */
function tellsOfNames(predicate: QuestionTerm, { terms }: Question, { coverage }: Candidate): boolean {
  return terms.every(
    (term, index) =>
      (term !== predicate && (!term.name || term.inherited)) ||
      (coverage.perTerm[index] ?? 0) >= settings.abstention.missing,
  );
}

/** Whether sentences say it of other persons only: "Her deputy resigned" tells nothing of her own resignation. */
function didSomebodyElse(predicate: QuestionTerm, question: Question, first: readonly Candidate[]): boolean {
  const telling = first.filter(
    (candidate) =>
      tellsOfNames(predicate, question, candidate) && candidate.coverage.words >= settings.abstention.inWords,
  );
  return telling.length > 0 && telling.every((candidate) => speaksOfOthers(question, candidate, 'person'));
}

/** "Et la gare ?": a follow-up that only names something; without it in the file, it would repeat the last answer. */
function onlyAdds({ kind, predicate, terms }: Question): boolean {
  return (
    kind === 'what' &&
    predicate === undefined &&
    terms.some(({ inherited }) => inherited) &&
    terms.some(({ inherited, word }) => !inherited && !isKindWord(word))
  );
}

/** How well a value must fit for the question to be answered at all; 0 when sentences without one may answer. */
function neededFit(question: Question): number {
  const { valueFit } = settings.abstention;
  switch (question.kind) {
    case 'how-old':
      return valueFit;
    case 'how-many':
      return question.counted || question.ofMoney ? valueFit : Number.MIN_VALUE;
    case 'when':
      return Number.MIN_VALUE;
    case 'who':
      return question.nameWanted ? valueFit : 0;
    default:
      return 0;
  }
}

/** Whether only a value answers and none of the best sentences has one that fits. */
function lacksValue(question: Question, ranked: readonly Candidate[]): boolean {
  const fit = neededFit(question);
  const values = ranked.slice(0, settings.abstention.among).flatMap(({ values: found }) => found);
  return fit > 0 && values.every((value) => value.fit < fit);
}

export type AbstentionSignal = keyof typeof weights.abstention.weights;
/** What speaks for the file telling: the inputs of the logistic regression. */
export type AbstentionSignals = Readonly<Record<AbstentionSignal, number>>;

/** @param ranked candidates, best first, at least one */
export function abstentionSignals(question: Question, ranked: readonly Candidate[]): AbstentionSignals {
  const { among, unaccounted, nameNear, noPredicate } = settings.abstention;
  const first = ranked.slice(0, among);
  const [best] = first as [Candidate];
  const own = question.terms.flatMap((term, index) => (term.inherited ? [] : [{ term, index }]));
  const strengthIn = ({ coverage }: Candidate, index: number) => coverage.perTerm[index] ?? 0;
  const strongest = (index: number) => Math.max(...first.map((candidate) => strengthIn(candidate, index)));
  // What a follow-up takes over from the turns before speaks for it too.
  const evidence = question.terms.reduce((sum, { weight }, index) => sum + weight * strongest(index), 0);
  const missing = own
    .filter(({ term, index }) => !term.name && !isKindWord(term.word) && strongest(index) < unaccounted)
    .reduce((sum, { term }) => sum + term.specificity, 0);
  const names = own.filter(({ term }) => term.name).map(({ index }) => index);
  const predicate = question.predicate ? question.terms.indexOf(question.predicate) : -1;
  const together = (candidate: Candidate) =>
    Math.min(...[predicate, ...names].map((index) => strengthIn(candidate, index)));
  const presumes = presumingKinds.has(question.kind);
  const apart = own.some(({ term, index }) => isTelling(term, question) && strengthIn(best, index) < nameNear);
  const is = (condition: boolean) => (condition ? 1 : 0);
  return {
    evidence: Math.log(1 + evidence),
    reads: best.signals.reads,
    readsMost: Math.max(...first.map(({ signals }) => signals.reads)),
    readsAll: Math.log(ranked.reduce((sum, { reading }) => sum + Math.exp(reading?.answers ?? -Infinity), 0) || 1),
    alike: best.signals.alike,
    coverage: best.coverage.total,
    focus: best.signals.focus,
    articleNames: best.signals.articleNames,
    similarity: best.similarity,
    valueInContext: best.signals.valueInContext,
    /** One sentence of what is done by or to those whom the question names. */
    predicateOfNames: predicate < 0 ? noPredicate : Math.max(...first.map(together)),
    hasPredicate: is(predicate >= 0),
    missingSpecific: missing,
    presumedMissing: presumes ? missing : 0,
    namesApart: is(presumes && apart),
    otherPerson: is(speaksOfOthers(question, best, 'person')),
    onlyNames: is(own.every(({ term }) => term.name !== undefined)),
    asksYesNo: is(question.kind === 'yes-no'),
    asksWhy: is(question.kind === 'why'),
    asksWho: is(question.kind === 'who'),
    asksHowMany: is(question.kind === 'how-many'),
    asksHowOld: is(question.kind === 'how-old'),
    asksWhich: is(question.kind === 'which'),
    asksWhere: is(question.kind === 'where'),
    asksWhen: is(question.kind === 'when'),
    asksHow: is(question.kind === 'how'),
  };
}

/** "Why was she dismissed?" takes the dismissal for granted; "Was she dismissed?" does not. */
const presumingKinds: ReadonlySet<QuestionKind> = new Set(['why', 'when', 'who', 'how-many', 'how-old']);

/** A name that the answering sentence must be about: another person's resignation explains nothing. */
function isTelling({ name, weight }: QuestionTerm, { counted }: Question): boolean {
  return (
    name !== undefined && weight >= settings.abstention.rareName && (counted !== undefined || name.kind === 'person')
  );
}

/** Log-odds that the file tells. */
function confidence(question: Question, ranked: readonly Candidate[]): number {
  const { bias, weights: weightOf } = weights.abstention;
  return bias + weightedSum(abstentionSignals(question, ranked), weightOf);
}
