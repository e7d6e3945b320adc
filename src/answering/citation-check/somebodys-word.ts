import { attributionMarkers, outletWords } from './attribution.ts';
import type { EvidenceSentence } from './evidence.ts';

/** Whether the quoted words are attributed to somebody other than the outlet that prints them. */
export function isSomebodysWord({ text, quoted, passage }: EvidenceSentence): boolean {
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
