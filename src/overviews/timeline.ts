import { earliestDay, latestDay, precisionOf } from '../text/partial-date.ts';
import { stopwords, words } from '../text/terms.ts';
import type {
  Article,
  Dossier,
  Language,
  NameEntry,
  PartialDate,
  SourceCount,
  Span,
  Timeline,
  TimelineEvent,
  TimelineRequest,
} from '../types.ts';
import { CitationList } from './citation-list.ts';
import { type DatedSentence, datedSentences } from './dated-sentences.ts';
import { mentionsIn, passes } from './file-sentences.ts';
import { lookUpNames } from './look-up-name.ts';

/** Counts the independent sources behind sentences. */
export type CountSources = (
  told: readonly { readonly article: Article; readonly span: Span }[],
  dossier: Dossier,
  language: Language,
) => SourceCount;

export interface TimelineParts {
  readonly dossier: Dossier;
  readonly countSources: CountSources;
}

/** A timeline that a person reads in one go. */
const mostEvents = 40;
const mostEventsADay = 4;
const mostEventsAMonth = 3;
const mostCitations = 3;
/** Candidates looked at closely; in the largest files the rest would not make the cut anyway. */
const mostCandidates = 400;
/** Newsworthiness below this is not told, unless a name was asked for. */
const leastScore = 1.5;
const leastScoreForName = 0;
/** Share of the poorer sentence's names and words that the other must hold for both to tell one event. */
const sameEvent = 0.42;

interface Candidate extends DatedSentence {
  readonly features: ReadonlyMap<string, number>;
  readonly score: number;
}

interface Event {
  readonly lead: Candidate;
  readonly others: Candidate[];
}

/**
 * The dated events of the file, in order. An event's date is the one its sentence tells, not the article's; articles that
 * tell the same event on the same day stand together. Unknown names give no events.
 */
export function createTimeline({
  dossier,
  countSources,
}: TimelineParts): (request: TimelineRequest) => Promise<Timeline> {
  let dated: readonly DatedSentence[] | undefined;
  return async (request) => {
    request.signal?.throwIfAborted();
    dated ??= datedSentences(dossier);
    const entries = request.name === undefined ? null : lookUpNames(request.name, dossier);
    const chosen = choose(dated, request, entries, dossier)
      .sort((a, b) => b.newsworthiness - a.newsworthiness)
      .slice(0, mostCandidates)
      .map((sentence) => describe(sentence, request, dossier));
    const events = select(group(chosen, dossier), entries === null ? leastScore : leastScoreForName);
    const citations = new CitationList();
    return {
      events: events.map((event) => tell(event, citations, { dossier, countSources }, request.language)),
      citations: citations.citations,
    };
  };
}

function choose(
  dated: readonly DatedSentence[],
  request: TimelineRequest,
  entries: readonly NameEntry[] | null,
  { names }: Dossier,
): DatedSentence[] {
  if (entries?.length === 0) return [];
  const mentions = (entries ?? []).map((entry) => mentionsIn(entry, names));
  return dated.filter(
    (sentence) =>
      passes(sentence.article, request) &&
      liesWithin(sentence, request) &&
      mentions.every((find) => find(sentence.text).length > 0),
  );
}

/** What is told of a month may lie in any half of it; of a whole year too little is known to put it into part of one. */
function liesWithin({ date, stretch: { first, last } }: DatedSentence, { from, to }: TimelineRequest): boolean {
  const start = from === undefined ? '' : earliestDay(from);
  const end = to === undefined ? '9999' : latestDay(to);
  const wholeYear = precisionOf(date) === 'year' && first === earliestDay(date) && last === latestDay(date);
  return wholeYear ? first >= start && last <= end : last >= start && first <= end;
}

/** By the first day that is meant; the vaguer first. */
function compareDates(left: DatedSentence, right: DatedSentence): number {
  if (left.stretch.first !== right.stretch.first) return left.stretch.first < right.stretch.first ? -1 : 1;
  return left.date.length - right.date.length;
}

/** Names and words of a sentence, those of few articles weighing more; five letters make French and English meet. */
function describe(sentence: DatedSentence, request: TimelineRequest, dossier: Dossier): Candidate {
  const features = new Map<string, number>();
  const mentions = dossier.names.find(sentence.text);
  const names = new Set(mentions.map(({ entry }) => entry));
  for (const { id, articleIds } of names) {
    features.set(`name:${id}`, 1 + Math.log((1 + dossier.articles.size) / (1 + articleIds.length)));
  }
  for (const { word, start } of words(sentence.text)) {
    if (word.length < 4 || stopwords.has(word) || mentions.some((name) => name.start <= start && start < name.end))
      continue;
    features.set(word.slice(0, 5), 1);
  }
  // The people whom many articles name carry the affair.
  const persons = [...names].filter(({ kind }) => kind === 'person').map(({ articleIds }) => articleIds.length);
  let score = sentence.newsworthiness + Math.min(names.size, 3) * 0.25 + 0.25 * Math.log2(Math.max(1, ...persons));
  if (sentence.article.language === request.language) score += 0.6;
  if (dossier.copies.has(sentence.article.id)) score -= 1;
  return { ...sentence, features, score };
}

function overlap(left: Candidate, right: Candidate): number {
  const weigh = (features: ReadonlyMap<string, number>) =>
    [...features.values()].reduce((sum, weight) => sum + weight, 0);
  let shared = 0;
  for (const [feature, weight] of left.features) if (right.features.has(feature)) shared += weight;
  return shared / Math.max(1, Math.min(weigh(left.features), weigh(right.features)));
}

function group(candidates: readonly Candidate[], dossier: Dossier): Event[] {
  const events: Event[] = [];
  for (const candidate of [...candidates].sort((a, b) => b.score - a.score)) {
    const same = events.find(
      ({ lead, others }) =>
        lead.date === candidate.date &&
        [lead, ...others].some(
          (other) =>
            overlap(other, candidate) >= sameEvent ||
            dossier.copies.get(other.article.id) === candidate.article.id ||
            dossier.copies.get(candidate.article.id) === other.article.id,
        ),
    );
    if (same === undefined) events.push({ lead: candidate, others: [] });
    else same.others.push(candidate);
  }
  return events;
}

/** The most telling events; several articles telling one weigh as much as its form. */
function select(events: readonly Event[], least: number): Event[] {
  const articles = ({ lead, others }: Event): number =>
    new Set([lead, ...others].map(({ article }) => article.id)).size;
  const weight = (event: Event): number => event.lead.score + 0.7 * Math.log2(articles(event));
  const perDate = new Map<PartialDate, number>();
  const ranked: { event: Event; weight: number }[] = [];
  for (const event of [...events].sort((a, b) => weight(b) - weight(a))) {
    const { date, score } = event.lead;
    const told = perDate.get(date) ?? 0;
    if (score < least || told >= (date.length === 10 ? mostEventsADay : mostEventsAMonth)) continue;
    perDate.set(date, told + 1);
    // A second event of a day makes room for the first of another.
    ranked.push({ event, weight: weight(event) - 0.8 * told });
  }
  const chosen = ranked.sort((a, b) => b.weight - a.weight).slice(0, mostEvents);
  return chosen.map(({ event }) => event).sort((a, b) => compareDates(a.lead, b.lead) || b.lead.score - a.lead.score);
}

function tell(
  { lead, others }: Event,
  citations: CitationList,
  { dossier, countSources }: TimelineParts,
  language: Language,
): TimelineEvent {
  const cited = [lead, ...others.filter(({ article }) => article.id !== lead.article.id)].slice(0, mostCitations);
  return {
    date: lead.date,
    text: lead.text,
    markers: [...new Set(cited.map((candidate) => citations.cite(candidate.article, candidate)))],
    sources: countSources(
      [lead, ...others].map((one) => ({ article: one.article, span: one })),
      dossier,
      language,
    ),
  };
}
