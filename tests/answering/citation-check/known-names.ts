import { foldInPlace } from '../../../src/answering/citation-check/fold-in-place.ts';
import { fold } from '../../../src/text/fold.ts';
import type { NameEntry, NameIndex, NameKind, NameMention } from '../../../src/types.ts';

/** A name index over a given list: the check is tested apart from how names are found in a file. */
export function knownNames(lines: readonly string[], kind: NameKind = 'person'): NameIndex {
  const entries: NameEntry[] = lines.map((line) => {
    const variants = line.split('|');
    const canonical = variants[0] ?? '';
    return { id: fold(canonical).replace(/[^a-z0-9]+/g, '-'), kind, canonical, variants, articleIds: [] };
  });
  const spellings = entries
    .flatMap((entry) => entry.variants.map((variant) => ({ entry, variant: fold(variant) })))
    .sort((a, b) => b.variant.length - a.variant.length);
  const find = (text: string): NameMention[] => {
    const folded = foldInPlace(text);
    const found: NameMention[] = [];
    for (const { entry, variant } of spellings) {
      for (let at = folded.indexOf(variant); at >= 0; at = folded.indexOf(variant, at + 1)) {
        const end = at + variant.length;
        if (/[a-z0-9]/.test(folded[at - 1] ?? ' ') || /[a-z0-9]/.test(folded[end] ?? ' ')) continue;
        if (found.some((other) => at < other.end && other.start < end)) continue;
        found.push({ entry, exact: true, start: at, end });
      }
    }
    return found.sort((a, b) => a.start - b.start);
  };
  return {
    entries,
    find,
    get: (id) => entries.find((entry) => entry.id === id),
    suggest: (prefix, limit) =>
      entries.filter(({ canonical }) => fold(canonical).startsWith(fold(prefix))).slice(0, limit),
  };
}

/** The names that the check's test sets speak of. */
export const affairNames = knownNames([
  'Emmanuel Macron|M. Macron|Macron',
  'Naftali Bennett|M. Bennett|Bennett',
  'Eyal Hulata|Hulata|Eyal Hulta|Hulta|Eyal Khulata|Khulata',
  'Emmanuel Bonne|Bonne',
  'Benny Gantz|M. Gantz|Gantz',
  'Florence Parly|Parly',
  'Yair Lapid|Yaïr Lapid|Lapid',
  'Benjamin Netanyahu|Benyamin Netanyahou|Netanyahu|Netanyahou',
  'Shalev Hulio|Hulio',
  'Yaron Shohat|Shohat',
  'Phyllis Hamilton',
  'John Scott-Railton',
  'Will Cathcart',
  'Jean-Michel Blanquer|Blanquer',
  'Jacqueline Gourault',
  'Julien Denormandie',
  'Emmanuelle Wargon',
  'Sébastien Lecornu',
  'Bruno Le Maire',
  'Édouard Philippe|Edouard Philippe',
  'François de Rugy|M. de Rugy|de Rugy',
  'Franck Paris',
  'Angela Merkel|Merkel',
  'Pedro Sánchez|Pedro Sanchez',
  "Gideon Sa'ar",
  'NSO Group|NSO',
  'Pegasus|Pégase',
  'Forbidden Stories',
  'Amnesty International|Amnesty',
  'Citizen Lab',
  'Mediapart',
  'Le Monde',
  'Axios',
  'AFP',
  'Reporters sans frontières (RSF)|Reporters sans frontières|RSF',
  'Le Canard enchaîné',
  'MIT Technology Review',
  'WhatsApp',
  'Candiru',
  'Quadream',
  'Calcalist',
  "Moody's",
  'Reuters',
  'Direkt36',
  'Yabiladi',
  'Élysée|Elysée|Elysee',
]);
