import { detectLanguage } from '../../../text/language.ts';
import { analyseReporting } from '../../../text/reported-speech.ts';
import { attributionMarkers, isAttributed } from '../attribution.ts';
import { type Comparison, heldShare, type SourceSentence } from '../comparison.ts';
import { heldBy, type NamedThing, pronoun } from '../proper-names.ts';
import { isSomebodysWord } from '../somebodys-word.ts';
import { misspokenBy, speakersOf } from '../speakers.ts';
import { related, termsOf } from '../terms.ts';
import type { Signal, SignalReader } from './signal.ts';

/** What a quoted sentence that only names the source somewhere is worth against one that names it as its source. */
const mentioned = 0.5;

/** Whether the sentence leaves a statement with the one whose word it is. */
export const attributionSignals: SignalReader = (comparison) => {
  const { claim, sources, evidence, names } = comparison;
  const signal = (name: string, value: number | boolean, detail = ''): Signal => ({
    name,
    value: Number(value),
    kind: 'attribution',
    detail,
  });
  const attributed = isAttributed(claim.text);
  const marked = attributionMarkers(claim.text).length > 0;
  const others = evidence.sentences.filter(isSomebodysWord);
  const theirs = others[0] && attributionMarkers(others[0].text)[0]?.text;
  const wrong = misspokenBy(claim.text, evidence.sentences, names);
  const other = otherSpeaker(comparison);
  const told = analyseReporting(claim.text, detectLanguage(claim.text));
  const tellings = sources.filter(({ quoted }) => quoted).map(reportingOf);
  const hedged = tellings.some((telling) => telling.hedged);
  const teller = told.source ? claim.text.slice(told.source.start, told.source.end) : '';
  return [
    signal(
      'attributionDropped',
      !attributed && others.length > 0 && others.length === evidence.sentences.length,
      theirs,
    ),
    signal('attributionThinned', !marked && others.length > 0, theirs),
    signal('reportDropped', !told.attributed && !attributed && tellings.some((telling) => telling.attributed)),
    signal('reserveLost', !told.hedged && hedged),
    signal('reserveDropped', !told.hedged && !told.attributed && hedged),
    signal('questionSettled', told.kind !== 'question' && tellings.some(({ kind }) => kind === 'question')),
    signal('wrongSpeaker', wrong !== null, wrong ?? ''),
    signal('otherSpeaker', other.gap, other.name),
    signal('otherTeller', teller === '' ? 0 : 1 - tellsQuoted(teller, sources), teller),
  ];
};

const reportingOf = ({ text, passage }: SourceSentence) => analyseReporting(text, detectLanguage(passage.text));

/** How much better the sentence is held by all sources than by those in which its speaker speaks. */
function otherSpeaker({ claim, sources, names }: Comparison): { readonly gap: number; readonly name: string } {
  const outlets = sources.map(({ passage }) => passage.outlet ?? '').join('\n');
  const speaksIn = (source: SourceSentence, speaker: NamedThing) => {
    const inText = speakersOf(source.text, names, 'all');
    if (heldBy(speaker, inText, inText.map(({ text }) => text).join('\n'))) return true;
    const pointsBack = pronoun.test(source.text) || attributionMarkers(source.text).length > 0;
    const { before } = source;
    return (
      pointsBack && (before.length === 0 || before.some((earlier) => heldBy(speaker, earlier.names, earlier.text)))
    );
  };
  const best = (chosen: readonly SourceSentence[]) =>
    Math.max(0, ...chosen.map((source) => heldShare(claim.content, sources, (one) => one === source)));
  return speakersOf(claim.text, names, 'nearest')
    .filter((speaker) => !heldBy(speaker, [], outlets))
    .map((speaker) => ({
      name: speaker.text,
      gap: best(sources) - best(sources.filter((source) => speaksIn(source, speaker))),
    }))
    .reduce((worst, one) => (one.gap > worst.gap ? one : worst), { gap: 0, name: '' });
}

/** How far the words that name the source of a statement name the source of a quoted sentence, or the outlet. */
function tellsQuoted(teller: string, sources: readonly SourceSentence[]): number {
  const own = termsOf(teller).filter(({ stop }) => !stop);
  if (own.length === 0) return 1;
  const named = (text: string) => {
    const pool = termsOf(text);
    return own.filter((term) => pool.some((other) => related(term, other))).length / own.length;
  };
  const quoted = sources.filter((source) => source.quoted);
  return Math.max(
    0,
    ...sources.map(({ passage }) => named(passage.outlet ?? '')),
    ...quoted.map((source) => {
      const { source: span } = reportingOf(source);
      return span ? named(source.text.slice(span.start, span.end)) : 0;
    }),
    ...quoted.map(({ text }) => mentioned * named(text)),
    ...quoted
      .filter(({ text }) => pronoun.test(text))
      .flatMap(({ before }) => before.map(({ text }) => mentioned * named(text))),
  );
}
