import { fold } from '../text/fold.ts';
import { latestDay } from '../text/partial-date.ts';
import { analyseReporting, needsAttribution } from '../text/reported-speech.ts';
import type {
  AnswerPart,
  Article,
  Dossier,
  Language,
  NameEntry,
  OverviewOptions,
  PartialDate,
  Profile,
} from '../types.ts';
import { CitationList, referenceTo } from './citation-list.ts';
import { type FileSentence, fileSentences, mentionsIn, outletKey, passes } from './file-sentences.ts';
import { lookUpNames } from './look-up-name.ts';
import { endOfLeaving, rolesAround } from './roles.ts';
import type { CountSources } from './timeline.ts';

export interface WhoParts {
  readonly dossier: Dossier;
  readonly countSources: CountSources;
  /** "Selon RFI (23 octobre 2021) : ", for a sentence that cannot stand alone. */
  readonly leadIn: (article: Article, language: Language, told: string) => string;
}

const mostRoles = 8;
const mostStatements = 5;
const mostMarkersPerRole = 3;

/** Earlier first, an article of "October" after those whose day in October is known; articles without a date last. */
const byDate = (left: Article, right: Article): number => {
  const day = ({ published }: Article): string => (published === null ? '9999' : latestDay(published));
  if (day(left) !== day(right)) return day(left) < day(right) ? -1 : 1;
  return (right.published?.length ?? 0) - (left.published?.length ?? 0);
};

/** Who somebody is, from what the file says: roles as the sources give them, telling sentences, first and last mention. */
export function createWho(parts: WhoParts): (name: string, options: OverviewOptions) => Promise<Profile | null> {
  const { dossier } = parts;
  return async (name, options) => {
    options.signal?.throwIfAborted();
    const entry = lookUpNames(name, dossier)[0];
    if (entry === undefined) return null;
    const mentions = mentionsIn(entry, dossier.names);
    const articles = [...dossier.articles.values()]
      .filter((article) => passes(article, options))
      .filter(({ id, title }) => entry.articleIds.includes(id) || mentions(title).length > 0)
      .sort(byDate);
    if (articles.length === 0) return null;
    const sentences = [...fileSentences(ofArticles(dossier, articles))].filter(({ text }) => mentions(text).length > 0);
    sentences.sort((a, b) => byDate(a.article, b.article));
    const citations = new CitationList();
    const roles = findRoles(sentences, entry, dossier, citations);
    const statements = tellingSentences(sentences, mentions, options.language).map((sentence) =>
      statement(sentence, citations, parts, options.language),
    );
    return {
      entry: asToldIn(articles, entry, options),
      roles,
      firstMention: referenceTo(articles[0]!),
      lastMention: referenceTo(articles.filter(({ published }) => published !== null).at(-1) ?? articles.at(-1)!),
      statements,
      citations: citations.citations,
    };
  };
}

/** The name as these articles have it; a spelling of later ones must not show in the file as of a day. */
function asToldIn(articles: readonly Article[], entry: NameEntry, { asOf }: OverviewOptions): NameEntry {
  const stands = (variant: string): boolean =>
    articles.some(({ title, text }) => text.includes(variant) || title.includes(variant));
  const variants =
    asOf === undefined
      ? entry.variants
      : entry.variants.filter((variant) => variant === entry.canonical || stands(variant));
  return { ...entry, variants, articleIds: articles.map(({ id }) => id) };
}

function ofArticles(dossier: Dossier, articles: readonly Article[]): Pick<Dossier, 'articles' | 'passages'> {
  const ids = new Set(articles.map(({ id }) => id));
  return {
    articles: dossier.articles,
    passages: new Map([...dossier.passages].filter(([, { articleId }]) => ids.has(articleId))),
  };
}

/** The same role in other words of one language stays apart: that is how the sources give it. */
function findRoles(
  sentences: readonly FileSentence[],
  entry: NameEntry,
  dossier: Dossier,
  citations: CitationList,
): Profile['roles'] {
  const found = new Map<string, { text: string; date: PartialDate | null; sentences: FileSentence[] }>();
  for (const sentence of sentences) {
    for (const mention of dossier.names.find(sentence.text)) {
      if (mention.entry.id !== entry.id) continue;
      for (const { start, end } of rolesAround(sentence.text, mention, sentence.article.language)) {
        if (namesAnother(sentence.text.slice(start, end), dossier)) continue;
        // Who had given the role up did not hold it on the day of the article.
        const left = endOfLeaving(sentence.text, Math.max(end, mention.end));
        const text = sentence.text.slice(start, left ?? end);
        const date = left === null ? sentence.article.published : null;
        const key = fold(text)
          .replace(/[^a-z0-9]+/g, ' ')
          .trim();
        const known = found.get(key);
        if (known === undefined) found.set(key, { text, date, sentences: [sentence] });
        else if (!known.sentences.some(({ article }) => article.id === sentence.article.id))
          known.sentences.push(sentence);
      }
    }
  }
  const kept = [...found.values()]
    .sort((a, b) => b.sentences.length - a.sentences.length || b.text.length - a.text.length)
    .slice(0, mostRoles)
    .sort((a, b) => byDate(a.sentences[0]!.article, b.sentences[0]!.article));
  return kept.map((role) => ({
    text: role.text,
    date: role.date,
    markers: role.sentences.slice(0, mostMarkersPerRole).map((sentence) => citations.cite(sentence.article, sentence)),
  }));
}

/** In a list the next item looks like an apposition: "Macron, le roi Mohammed VI". "Proche d'Emmanuel Macron" does not. */
function namesAnother(role: string, { names }: Dossier): boolean {
  return names
    .find(role)
    .some(
      ({ entry, start, end }) =>
        entry.kind === 'person' &&
        !/(?:d[eu]s?|d['’]|of|for)\s?$/i.test(role.slice(0, start)) &&
        !/^['’]s/.test(role.slice(end)),
    );
}

/** Sentences that tell most of the name: its own words and what it did, one an article, in order of date. */
function tellingSentences(
  sentences: readonly FileSentence[],
  mentions: ReturnType<typeof mentionsIn>,
  language: Language,
): FileSentence[] {
  const score = ({ article, text }: FileSentence): number => {
    const reporting = analyseReporting(text, article.language);
    const { source } = reporting;
    const named = mentions(text);
    const speaks = source !== null && named.some(({ start, end }) => start >= source.start && end <= source.end);
    const leads = named.some(({ end }) => end <= 60);
    return (
      (speaks ? 2 : 0) +
      (leads ? 1 : 0) +
      (article.language === language ? 0.5 : 0) -
      (reporting.hedged ? 0.25 : 0) -
      (reporting.attributed && reporting.source === null ? 0.75 : 0) -
      (text.length > 320 || text.length < 50 ? 1 : 0)
    );
  };
  const best = new Map<string, { sentence: FileSentence; score: number }>();
  for (const sentence of sentences) {
    const known = best.get(sentence.article.id);
    const value = score(sentence);
    if (known === undefined || value > known.score) best.set(sentence.article.id, { sentence, score: value });
  }
  return [...best.values()]
    .sort((a, b) => b.score - a.score)
    .slice(0, mostStatements)
    .map(({ sentence }) => sentence)
    .sort((a, b) => byDate(a.article, b.article));
}

/** A sentence as it stands, with a lead-in when it cannot stand alone, its marker and its sources. */
export function statement(
  sentence: FileSentence,
  citations: CitationList,
  parts: WhoParts,
  language: Language,
): AnswerPart {
  const { article, text, previous } = sentence;
  const before = previous === null ? null : article.text.slice(previous.start, previous.end);
  const outlet = outletKey(article.outlet);
  const named = outlet !== '' && fold(text).includes(outlet);
  const lead = !named && needsAttribution(text, before, article.language) ? parts.leadIn(article, language, text) : '';
  const marker = citations.cite(article, sentence);
  return {
    kind: 'statement',
    text: `${lead}${text} [${marker}]`,
    markers: [marker],
    sources: parts.countSources([{ article, span: sentence }], parts.dossier, language),
  };
}
