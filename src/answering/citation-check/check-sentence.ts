import { detectLanguage } from '../../text/language.ts';
import type { Span } from '../../types.ts';
import { attributionMarkers, isAttributed, outletWords } from './attribution.ts';
import { bearsOut, findDates, maskDates, publicationDate } from './calendar-dates.ts';
import type { CheckResult, CheckTools, CitedPassage, Failure, SentenceToCheck } from './contracts.ts';
import { uncovered } from './coverage.ts';
import { type EvidenceSentence, gatherEvidence } from './evidence.ts';
import { addressesMachine } from './instruction.ts';
import { hardened, hedgesOf } from './modality.ts';
import { turnedDenials } from './negation.ts';
import { findNumbers, sameNumber } from './numbers.ts';
import { maskNames, namedThings, pronoun, unheldNames } from './proper-names.ts';
import { exchangedAdjectives, exchangedSubjects, turnedRoles } from './roles.ts';
import { misspokenBy } from './speakers.ts';
import { termsOf, unborneClaims } from './terms.ts';

/**
 * Whether a sentence is borne out by the passages it cites. Strict on purpose: a refused true sentence costs a
 * repair, an accepted false one costs trust. Reads nothing but its arguments.
 * @returns the exact places of the quotes, or everything that is wrong with the sentence.
 */
export async function checkSentence(input: SentenceToCheck, tools: CheckTools): Promise<CheckResult> {
  const passages = input.citedPassages.filter((passage): passage is CitedPassage => passage !== undefined);
  if (passages.length === 0 || passages.length < input.citedPassages.length) {
    return { ok: false, failures: [{ kind: 'no-such-passage', detail: 'no passage has the number cited' }] };
  }
  const { evidence, failures } = gatherEvidence(input.quotes, passages);
  if (failures.length > 0) return { ok: false, failures };
  const found = [
    ...evidence.sentences
      .filter((part) => addressesMachine(part.text) || addressesMachine(part.around))
      .map((part): Failure => ({ kind: 'instruction', detail: part.text.trim() })),
    ...nameFailures(input.sentence, evidence.sentences, tools),
    ...dateFailures(input.sentence, evidence.sentences),
    ...numberFailures(input.sentence, evidence.sentences, tools),
    ...(await contentFailures(input.sentence, evidence.sentences, tools)),
  ];
  return found.length > 0 ? { ok: false, failures: found } : { ok: true, quotes: evidence.quotes };
}

function nameFailures(sentence: string, evidence: readonly EvidenceSentence[], tools: CheckTools): Failure[] {
  return unheldNames(sentence, evidence, tools.names).map(({ text }) => ({ kind: 'name', detail: text }));
}

function dateFailures(sentence: string, evidence: readonly EvidenceSentence[]): Failure[] {
  return findDates(sentence)
    .filter(
      (claimed) =>
        !evidence.some(({ text, passage }) => {
          const dates = findDates(text);
          if (dates.some((found) => bearsOut(found, claimed, passage.published))) return true;
          // "a few days before 21 October": the source speaks of this very day and says that it was another.
          if (dates.some((found) => bearsOut({ ...found, relation: claimed.relation }, claimed, passage.published)))
            return false;
          // The day an article appeared, or the year it speaks from.
          const published = publicationDate(passage.published);
          if (!published || claimed.relation === 'before') return false;
          const yearOnly = claimed.month === undefined;
          return bearsOut(published, claimed, null) && (yearOnly || isAttributed(sentence));
        }),
    )
    .map(({ start, end }) => ({ kind: 'date', detail: sentence.slice(start, end) }));
}

/** The text with its names and dates blanked: what numbers and content words are read from. */
function bare(text: string, tools: CheckTools): string {
  const entries = namedThings(text, tools.names).filter(({ kind }) => kind !== 'country');
  return maskNames(maskDates(text, findDates(text)), entries);
}

function numberFailures(sentence: string, evidence: readonly EvidenceSentence[], tools: CheckTools): Failure[] {
  const claimedText = bare(sentence, tools);
  const claimedTerms = termsOf(claimedText);
  const sources = evidence.map(({ text }) => {
    const source = maskDates(text, findDates(text));
    return { numbers: findNumbers(source), terms: termsOf(source) };
  });
  const failures: Failure[] = [];
  for (const claimed of findNumbers(claimedText)) {
    if (claimed.article || isBoth(claimedText, claimed, claimed.value)) continue;
    const detail = sentence.slice(claimed.start, claimed.end);
    const same = sources.flatMap(({ numbers, terms }) =>
      numbers.filter((found) => sameNumber(claimed, found)).map((found) => ({ found, terms })),
    );
    if (same.length === 0) {
      failures.push({ kind: 'number', detail });
      continue;
    }
    // "7 journalists of 17 countries" for "17 journalists of 7 countries": right numbers, wrong things.
    const counted = countedBy(claimedTerms, claimed);
    if (!counted) continue;
    const others = sources.flatMap(({ numbers, terms }) =>
      numbers.filter((found) => !sameNumber(claimed, found)).map((found) => countedBy(terms, found)),
    );
    const agrees = same.some(({ found, terms }) => sharesNoun(counted, countedBy(terms, found)));
    if (!agrees && others.some((other) => sharesNoun(counted, other))) failures.push({ kind: 'number', detail });
  }
  return failures;
}

/** "les deux pays", "both sides": counts what was named before. */
function isBoth(text: string, number: Span, value: number): boolean {
  return value === 2 && /(?:les|des|aux|ces|the|these|both|entre)\s$/i.test(text.slice(0, number.start));
}

type Terms = ReturnType<typeof termsOf>;

/** The content word right after a number: what it counts. */
function countedBy(terms: Terms, number: Span): Terms[number] | undefined {
  const next = terms.find((term) => term.start >= number.end && !term.stop && !/\d/.test(term.word));
  return next && next.start - number.end <= 24 ? next : undefined;
}

function sharesNoun(a: Terms[number], b: Terms[number] | undefined): boolean {
  if (!b) return false;
  return a.stems.some((stem) => b.stems.includes(stem)) || a.claims.some((name) => b.claims.includes(name));
}

async function contentFailures(
  sentence: string,
  evidence: readonly EvidenceSentence[],
  tools: CheckTools,
): Promise<Failure[]> {
  const failures: Failure[] = [];
  const language = detectLanguage(sentence);
  const sourceText = evidence.map(({ text }) => text).join('\n');
  const sameLanguage = detectLanguage(sourceText) === language;
  // Names, dates, numbers and the frame ("according to") are checked by themselves; the rest must be covered.
  const frame = [
    ...namedThings(sentence, tools.names),
    ...findDates(sentence),
    ...attributionMarkers(sentence),
    ...hedgesOf(sentence).filter(({ kind }) => kind === 'doubt'),
  ];
  const terms = termsOf(maskNames(sentence, frame)).filter(({ word }) => !/^\d/.test(word));
  const unnamedText = maskNames(sentence, [...namedThings(sentence, tools.names), ...findDates(sentence)]);
  const unnamed = termsOf(unnamedText);
  const side = { text: sentence, terms, attributed: isAttributed(sentence) };
  // "Its conclusions": what the pronoun stands for is claimed too.
  const sourceTerms = termsOf(
    evidence.map(({ focus, before }) => (pronoun.test(focus) ? `${before}\n${focus}` : focus)).join('\n'),
  );

  for (const term of unborneClaims(terms, sourceTerms)) failures.push({ kind: 'coverage', detail: term.word });
  const around = evidence.map((part) => part.passage.text).join('\n');
  const missing = await uncovered(
    { text: sentence, terms },
    { text: around, terms: termsOf(around) },
    sameLanguage,
    tools.vectors,
  );
  if (missing) failures.push({ kind: 'coverage', detail: missing.join(', ') });

  for (const part of evidence) {
    const source = { text: part.focus, terms: termsOf(part.focus) };
    for (const detail of hardened(side, source, sameLanguage)) failures.push({ kind: 'modality', detail });
    // "Reporters sans frontières" negates nothing.
    const namelessText = maskNames(part.focus, namedThings(part.focus, tools.names));
    const nameless = { text: namelessText, terms: termsOf(namelessText) };
    const claimed = { text: sentence, terms: termsOf(sentence), actors: actorsOf(sentence, tools) };
    const told = { ...source, actors: actorsOf(part.focus, tools) };
    for (const detail of turnedDenials({ text: unnamedText, terms: unnamed }, nameless))
      failures.push({ kind: 'denial', detail });
    for (const detail of [
      ...turnedRoles(claimed, told),
      ...exchangedSubjects(claimed, told),
      ...exchangedAdjectives(claimed, source),
    ])
      failures.push({ kind: 'roles', detail });
  }
  if (!side.attributed && evidence.length > 0 && evidence.every(isSomebodysWord)) {
    failures.push({ kind: 'attribution', detail: attributionMarkers(sourceText)[0]?.text ?? '' });
  }
  const wrongSpeaker = misspokenBy(sentence, evidence, tools.names);
  if (wrongSpeaker) failures.push({ kind: 'attribution', detail: wrongSpeaker });
  return failures;
}

/** Who can act: people, organisations and countries, not "israélienne" nor "Glasgow". */
function actorsOf(text: string, { names }: CheckTools) {
  return namedThings(text, names).filter(({ id, kind, adjective }) => {
    if (kind === 'entry') return names.get(id.replace(/^entry:/, ''))?.kind !== 'place';
    return kind === 'country' && !adjective;
  });
}

/** Whether the quoted words are attributed to somebody other than the outlet that prints them. */
function isSomebodysWord({ text, quoted, passage }: EvidenceSentence): boolean {
  const quotedStart = Math.min(...quoted.map(({ start }) => start));
  const quotedEnd = Math.max(...quoted.map(({ end }) => end));
  return attributionMarkers(text).some(({ text: marker, start, end }) => {
    // "… sa préoccupation : d'après certaines informations, …": what stands before the colon is the paper's own.
    const between = start >= quotedEnd ? text.slice(quotedEnd, start) : text.slice(end, quotedStart);
    if (start >= quotedEnd && !marker.startsWith(',') && /[:;]/.test(between)) return false;
    // The speaker stands in the marker's own clause: "reported by Reuters, Lapid said" is Lapid's word.
    const clauseStart = Math.max(...[',', ';', ':'].map((mark) => text.lastIndexOf(mark, start - 1)), start - 120, 0);
    const near = text.slice(clauseStart, end) + (text.slice(end, end + 40).split(',')[0] ?? '');
    return !outletNames(passage.outlet).some((name) => near.includes(name)) && !outletWords.test(near);
  });
}

/** "RFI (texte repris par IsraelValley)" is RFI and IsraelValley's reprint. */
function outletNames(outlet: string | null | undefined): string[] {
  return (outlet ?? '').split(/\s*[(/)]\s*/).filter((name) => name.length >= 2);
}
