import { isAttributed } from '../attribution.ts';
import { hardened, hedgesOf, isHedged } from '../modality.ts';
import { isDenied, isNegated, isNegative, turnedDenials } from '../negation.ts';
import { namedThings, nameless } from '../proper-names.ts';
import { termsOf } from '../terms.ts';
import type { Signal, SignalReader } from './signal.ts';

/** Whether the sentence is as sure as the quoted sentences, and says yes or no as they do. */
export const polaritySignals: SignalReader = ({ claim, sources, evidence, sameLanguage, names: index }) => {
  const own = nameless(claim);
  const attributed = isAttributed(claim.text);
  const quoted = sources.filter((source) => source.quoted);
  const focus = evidence.sentences.map((part) => ({ text: part.focus, terms: termsOf(part.focus) }));
  const negative = isNegative(own.text);
  const hedged = isHedged(claim.text);
  const hedges = hedged
    ? []
    : quoted.flatMap(({ text }) => hedgesOf(text).map(({ start, end }) => text.slice(start, end)));
  const signal = (kind: 'denial' | 'modality', name: string, found: readonly string[] | boolean): Signal => ({
    name,
    value: Number(typeof found === 'boolean' ? found : found.length),
    kind,
    detail: typeof found === 'boolean' ? '' : (found[0] ?? ''),
  });
  const turned = evidence.sentences.flatMap((part) =>
    turnedDenials(own, nameless({ text: part.focus, names: namedThings(part.focus, index) })),
  );
  const dropped = focus.flatMap((source) =>
    hardened({ text: claim.text, terms: claim.content, attributed }, source, sameLanguage),
  );
  return [
    signal('denial', 'turnedDenials', turned),
    signal('denial', 'negationDropped', !negative && quoted.some((source) => isNegated(nameless(source).text))),
    signal('denial', 'denialDropped', !negative && quoted.some((source) => isDenied(nameless(source).text))),
    signal('modality', 'hardened', dropped),
    signal('modality', 'hedgesDropped', hedges),
    signal('modality', 'bareHedgesDropped', attributed ? [] : hedges),
  ];
};
