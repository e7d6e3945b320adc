import type { NameIndex } from '../../types.ts';
import { attributionMarkers } from './attribution.ts';
import type { EvidenceSentence } from './evidence.ts';
import { type NamedThing, namedThings } from './proper-names.ts';

/** Who speaks at the attributions of a text: the names right after "selon", else the subject before the verb. */
export function speakersOf(text: string, names: NameIndex, subjects: 'nearest' | 'all'): NamedThing[] {
  const things = namedThings(text, names).filter(({ adjective }) => !adjective);
  return attributionMarkers(text).flatMap(({ text: marker, start, end }) => {
    const following = things.filter((thing) => thing.start >= end && thing.start - end <= 40);
    const reach = subjects === 'nearest' ? 60 : 200;
    const preceding = things.filter((thing) => thing.end <= start && start - thing.end <= reach);
    const frame = /^(?:selon|d['’]après|à en croire|aux yeux|de l['’]avis|according)/iu.test(marker);
    if (frame || marker.startsWith(',')) return following.slice(0, 1);
    return subjects === 'nearest' ? preceding.slice(-1) : preceding;
  });
}

/**
 * The speaker of a sentence where its evidence names others and not this one; null when all is well or cannot be told.
 * The outlet of a cited article may always speak.
 */
export function misspokenBy(sentence: string, evidence: readonly EvidenceSentence[], names: NameIndex): string | null {
  const claimed = speakersOf(sentence, names, 'nearest');
  if (claimed.length === 0) return null;
  const allowed = evidence.flatMap((part) => {
    const inText = speakersOf(part.text, names, 'all');
    // "he said": the speaker stands in a sentence before, so any name there may be the one.
    const context = inText.length === 0 ? namedThings(`${part.before}\n${part.text}`, names) : inText;
    return [...context, ...namedThings(part.passage.outlet ?? '', names)];
  });
  if (allowed.length === 0) return null;
  const wrong = claimed.find((speaker) => !allowed.some((other) => other.id === speaker.id || overlap(other, speaker)));
  return wrong?.text ?? null;
}

/** "France Télévisions" and "Télévisions", "NSO" and "NSO Group". */
function overlap(a: NamedThing, b: NamedThing): boolean {
  return a.text.includes(b.text) || b.text.includes(a.text);
}
