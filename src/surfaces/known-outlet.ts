import { editDistance } from '../text/edit-distance.ts';
import { fold } from '../text/fold.ts';
import { safeLine } from './plain-text.ts';
import type { Texts } from './texts/texts.ts';

/** "RFI (reprise)" and "AFP / France 24" without what follows the first name. */
const mainName = (outlet: string): string => fold(outlet.split(/\s*[(/]/)[0] ?? '').trim();

/** What a person typed, as the file has it; or, where no article is by such an outlet, those that may be meant. */
export type OutletLookup =
  | { readonly kind: 'known'; readonly outlet: string }
  | { readonly kind: 'unknown'; readonly typed: string; readonly meant: readonly string[] };

const mostMeant = 3;

/** An outlet that no article is by must be told apart from one that is silent on the question. */
export function lookUpOutlet(typed: string, outlets: readonly string[]): OutletLookup {
  const wanted = fold(typed).trim();
  const known =
    outlets.find((outlet) => fold(outlet).trim() === wanted) ??
    outlets.find((outlet) => wanted !== '' && mainName(outlet) === wanted);
  if (known !== undefined) return { kind: 'known', outlet: known };
  const farthest = Math.max(1, Math.floor(wanted.length / 3));
  const meant = outlets
    .map((outlet) => ({ outlet, distance: distanceTo(mainName(outlet), wanted, farthest) }))
    .filter(({ distance }) => distance <= farthest)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, mostMeant)
    .map(({ outlet }) => outlet);
  return { kind: 'unknown', typed: safeLine(typed.trim()), meant: meant.map(safeLine) };
}

export function unknownOutletText({ typed, meant }: Extract<OutletLookup, { kind: 'unknown' }>, texts: Texts): string {
  return meant.length === 0
    ? texts('outlet.unknown', { outlet: typed })
    : texts('outlet.unknownMeant', { outlet: typed, meant: meant.join(', ') });
}

/** Names that hold all that was typed are as near as a single slip. */
function distanceTo(name: string, wanted: string, farthest: number): number {
  if (wanted.length > 2 && name.split(/\s+/).some((word) => word.startsWith(wanted))) return 1;
  return editDistance(name, wanted, farthest);
}
