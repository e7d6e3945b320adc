import { nameKey } from './spelling.ts';

/** A country or union of countries with its French and English names, from the Unicode data that Node carries. */
export interface Region {
  readonly code: string;
  readonly names: readonly string[];
}

/** Everyday names that the Unicode data lacks. */
const everyday: Record<string, readonly string[]> = {
  US: ['USA', 'U.S.', 'États-Unis d’Amérique', 'United States of America'],
  GB: ['Grande-Bretagne', 'Great Britain', 'Britain', 'U.K.'],
  EU: ['UE', 'EU'],
  AE: ['Émirats', 'Emirates', 'UAE'],
  CZ: ['République tchèque', 'Czech Republic'],
};

/** Codes for stretches of the world rather than for countries: their names are ordinary words. */
const notCountries = new Set(['ZZ', 'XA', 'XB', 'QO']);

function* codes(): Generator<string> {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  for (const first of letters) for (const second of letters) yield first + second;
}

function readRegions(): Region[] {
  const displays = (['fr', 'en'] as const).flatMap((locale) =>
    (['long', 'short'] as const).map(
      (style) => new Intl.DisplayNames(locale, { type: 'region', style, fallback: 'none' }),
    ),
  );
  const regions: Region[] = [];
  const byName = new Map<string, { code: string; names: string[] }>();
  for (const code of codes()) {
    if (notCountries.has(code)) continue;
    const names = [...displays.map((display) => display.of(code)), ...(everyday[code] ?? [])].filter(
      (name): name is string => name !== undefined,
    );
    if (names.length === 0) continue;
    // Withdrawn codes (UK, SU…) repeat the name of a current one.
    const known = names.map((name) => byName.get(nameKey(name))).find((region) => region !== undefined);
    const region = known ?? { code, names: [] };
    if (known === undefined) regions.push(region);
    for (const name of names) {
      if (region.names.some((other) => nameKey(other) === nameKey(name))) continue;
      region.names.push(name);
      byName.set(nameKey(name), region);
    }
  }
  return regions;
}

/** Countries by their French and English names. */
export const regions: readonly Region[] = readRegions();

const byKey = new Map(regions.flatMap((region) => region.names.map((name) => [nameKey(name), region] as const)));

/** The country that `key` (see `nameKey`) names, in French or English. */
export function regionOf(key: string): Region | undefined {
  return byKey.get(key);
}

const irregularDemonyms = new Set(
  'french american british english dutch swiss greek irish welsh scottish danish spanish swedish turkish polish finnish arab arabic jewish european african asian francais francaise anglais anglaise americain americaine britannique europeen africain allemand suisse grec belge russe turc suedois danois polonais espagnol neerlandais arabe juif saudi emirati saoudien kiwi'.split(
    ' ',
  ),
);
/** Given names and surnames that only look like one. */
const notDemonyms = new Set('francois martin martine romain romaine germain germaine jordan malin'.split(' '));
const regionStems = new Set(
  [...byKey.keys()].filter((key) => !key.includes(' ') && key.length >= 4).map((key) => key.slice(0, 4)),
);

/** Whether a folded word is built like the name of a people or language: `israeli`, `moroccan`, `marocains`. */
export function isDemonym(word: string): boolean {
  const singular = word.replace(/e?s$/, '');
  if (irregularDemonyms.has(word) || irregularDemonyms.has(singular)) return true;
  return (
    regionStems.has(word.slice(0, 4)) &&
    !notDemonyms.has(word) &&
    byKey.get(word) === undefined &&
    /(?:i|ian|an|ese|ish|ic|ien|ienne|ain|aine|ais|aise|ois|oise|ol|ole|in|ine|iote)$/.test(singular)
  );
}
