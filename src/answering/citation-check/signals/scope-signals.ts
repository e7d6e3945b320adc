import { alignClauses } from '../alignment.ts';
import type { ReadText } from '../comparison.ts';
import type { WordVectors } from '../contracts.ts';
import { isHedged } from '../modality.ts';
import { nameless } from '../proper-names.ts';
import { type Operator, operatorsOf } from '../scopes.ts';
import type { Term } from '../terms.ts';
import { wordSimilarity, wordWeight } from '../word-similarity.ts';
import type { Signal, SignalReader } from './signal.ts';

/** From this likeness on a word of the other side is the same word. */
const sameWord = 0.7;
/** From this likeness on a word of denial or doubt says the same as another. */
const takenOver = 0.6;
/** What is denied or left open by a word stands right behind it. */
const heads = 2;

interface Side {
  readonly text: string;
  readonly terms: readonly Term[];
  readonly operators: readonly Operator[];
}

function sideOf(read: ReadText): Side {
  const bare = nameless(read);
  return { ...bare, operators: operatorsOf(bare.text) };
}

function headsOf({ terms }: Side, { scope, word }: Operator): Term[] {
  const inside = terms.filter(
    (term) => !term.stop && term.start >= scope.start && term.end <= scope.end && !/^\d/.test(term.word),
  );
  const behind = inside.filter(({ end }) => end > word.start);
  return behind.length > 0 ? behind.slice(0, heads) : inside.slice(-heads);
}

function isUnder({ operators }: Side, kind: Operator['kind'], place: Term): boolean {
  return operators.some(
    ({ kind: other, scope, word }) =>
      other === kind &&
      ((place.start >= scope.start && place.end <= scope.end) ||
        (place.start >= word.start && place.end <= word.end && kind === 'doubt')),
  );
}

/** Words that `first` puts under an operator and `others` say, all of them without one. */
function freed(first: Side, others: readonly Side[], kind: Operator['kind'], vectors: WordVectors): Term[] {
  return (
    first.operators
      .filter((operator) => operator.kind === kind)
      // "dismissed" for "rejected": the denial itself was taken over.
      .filter(({ word }) => {
        const own = first.terms.filter(
          (term) => term.start >= word.start && term.end <= word.end && term.word.length > 3,
        );
        return !own.some((term) =>
          others.some((side) => side.terms.some((other) => wordSimilarity(term, other, vectors) >= takenOver)),
        );
      })
      .flatMap((operator) =>
        headsOf(first, operator).filter((head) => {
          const places = others.flatMap((side) =>
            side.terms
              .filter((other) => !other.stop && wordSimilarity(head, other, vectors) >= sameWord)
              .map((place) => ({ side, place })),
          );
          return places.length > 0 && places.every(({ side, place }) => !isUnder(side, kind, place));
        }),
      )
  );
}

/** Whether what the source denies or leaves open is denied or left open in the sentence, and the reverse. */
export const scopeSignals: SignalReader = (comparison) => {
  const { claim, sources, vectors } = comparison;
  const own = sideOf(claim);
  const aligned = new Set(
    alignClauses(comparison)
      .filter(({ support }) => support >= 0.4)
      .map(({ source }) => source),
  );
  const quoted = sources.filter((source) => source.quoted).map(sideOf);
  const involved = sources.filter((source) => source.quoted || aligned.has(source)).map(sideOf);
  const hedged = isHedged(claim.text);
  const signal = (kind: 'denial' | 'modality', name: string, words: readonly Term[]): Signal => ({
    name,
    value: Math.max(0, ...words.map(wordWeight)),
    kind,
    detail: [...new Set(words.map(({ word }) => word))].join(', '),
  });
  const among = (sides: readonly Side[], kind: Operator['kind']) =>
    sides.flatMap((side) => freed(side, [own], kind, vectors));
  return [
    signal('denial', 'denialAdded', freed(own, involved, 'negation', vectors)),
    signal('denial', 'denialLost', among(quoted, 'negation')),
    signal('modality', 'doubtSettled', hedged ? [] : among(involved, 'doubt')),
  ];
};
