import type { Language, Span } from '../types.ts';
export function analyseReporting(
  _s: string,
  _l: Language,
): { attributed: boolean; source: Span | null; kind: string; hedged: boolean } {
  return { attributed: false, source: null, kind: 'none', hedged: false };
}
export function needsAttribution(_s: string, _p: string | null, _l: Language): boolean {
  return false;
}
