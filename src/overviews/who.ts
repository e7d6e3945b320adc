import { fold } from '../text/fold.ts';
import { earliestDay } from '../text/partial-date.ts';
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
import { type FileSentence, fileSentences, mentionsName, outletKey, passes } from './file-sentences.ts';
import { rolesAround } from './roles.ts';
import type { CountSources } from './timeline.ts';

export interface WhoParts {
  readonly dossier: Dossier;
  readonly countSources: CountSources;
  /** "Selon RFI (23 octobre 2021) : ", for a sentence that cannot stand alone. */
  readonly leadIn: (article: Article, language: Language) => string;
}

const mostRoles = 8;
const mostStatements = 5;
const mostMarkersPerRole = 3;

/** Earlier first; articles without a date last. */
const byDate = (left: Article, right: Article): number => {
  const day = ({ published }: Article): string => (published === null ? '9999' : earliestDay(published));
  return day(left) < day(right) ? -1 : day(left) > day(right) ? 1 : 0;
};

/** Who somebody is, from what the file says: roles as the sources give them, telling sentences, first and last mention. */
export function createWho(parts: WhoParts): (name: string, options: OverviewOptions) => Promise<Profile | null> {
  const { dossier } = parts;
  return async (name, options) => {
    options.signal?.throwIfAborted();
    const entry = lookUp(name, dossier);
    if (entry === undefined) return null;
    const holds = mentionsName(entry);
    const sentences = [...fileSentences(ofArticles(dossier, entry))].filter(
      ({ article, text }) => passes(article, options) && holds(text),
    );
    if (sentences.length === 0) return null;
    sentences.sort((a, b) => byDate(a.article, b.article));
    const citations = new CitationList();
    const roles = findRoles(sentences, entry, dossier, citations);
    const statements = tellingSentences(sentences, entry, options.language).map((sentence) =>
      statement(sentence, citations, parts, options.language),
    );
    return {
      entry,
      roles,
      firstMention: referenceTo(sentences[0]!.article),
      lastMention: referenceTo(
        sentences.filter(({ article }) => article.published !== null).at(-1)?.article ?? sentences.at(-1)!.article,
      ),
      statements,
      citations: citations.citations,
    };
  };
}

/** "bonne" or "le monde" typed small are ordinary words in a question, but here a name is all that is asked for. */
function lookUp(name: string, { names }: Dossier): NameEntry | undefined {
  const typed = fold(name).trim();
  const spelt = names.entries.find(({ variants }) => variants.some((variant) => fold(variant) === typed));
  if (spelt !== undefined) return spelt;
  const capitalised = name.trim().replace(/(?<![\p{L}'’])\p{Ll}/gu, (letter) => letter.toUpperCase());
  // A capital at the start of a text proves nothing to the recogniser, so the name does not stand there.
  return (names.find(name)[0] ?? names.find(`de ${capitalised}`)[0])?.entry;
}

function ofArticles(dossier: Dossier, entry: NameEntry): Pick<Dossier, 'articles' | 'passages'> {
  const ids = new Set(entry.articleIds);
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
        const text = sentence.text.slice(start, end);
        if (namesAnother(text, dossier)) continue;
        const key = fold(text)
          .replace(/[^a-z0-9]+/g, ' ')
          .trim();
        const known = found.get(key);
        if (known === undefined) found.set(key, { text, date: sentence.article.published, sentences: [sentence] });
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
function tellingSentences(sentences: readonly FileSentence[], entry: NameEntry, language: Language): FileSentence[] {
  const holds = mentionsName(entry);
  const score = ({ article, text }: FileSentence): number => {
    const reporting = analyseReporting(text, article.language);
    const speaks = reporting.source !== null && holds(text.slice(reporting.source.start, reporting.source.end));
    const leads = holds(text.slice(0, 60));
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
  const lead = !named && needsAttribution(text, before, article.language) ? parts.leadIn(article, language) : '';
  const marker = citations.cite(article, sentence);
  return {
    kind: 'statement',
    text: `${lead}${text} [${marker}]`,
    markers: [marker],
    sources: parts.countSources([{ articleId: article.id }], parts.dossier),
  };
}
