import type { Span } from '../../types.ts';
import { foldInPlace } from './fold-in-place.ts';

/**
 * Countries with their names and adjectives in both languages, folded; "*" stands for any ending.
 * Capitals after ";" bear out their country ("Paris demands" → "France demands"), not the reverse.
 */
const table: Readonly<Record<string, string>> = {
  af: 'afghan*',
  ae: 'emirats arabes unis|emirats|united arab emirates|emirates|uae|emirati*|emirien*;abou dabi|abu dhabi',
  ar: 'argentin*',
  at: 'autriche|austria|autrichien*|austrian*;vienne|vienna',
  au: 'australi*;canberra',
  az: 'azerbaidjan|azerbaijan|azerbaidjanais*|azerbaijani*|azeri*;bakou|baku',
  be: 'belgique|belgium|belge*|belgian*',
  bh: 'bahrein*|bahrain*',
  br: 'bresil*|brazil*;brasilia',
  ca: 'canad*;ottawa',
  ch: 'suisse*|switzerland|swiss|helvetique*;berne|bern',
  cn: 'chine|china|chinois*|chinese;pekin|beijing',
  cy: 'chypr*|cyprus|cypriot*;nicosie|nicosia',
  de: 'allemagne|germany|allemand*|german|germans;berlin',
  dk: 'danemark|denmark|danois*|danish;copenhague|copenhagen',
  dz: 'algerie|algeria|algerien*|algerian*;alger|algiers',
  eg: 'egypte|egypt|egyptien*|egyptian*;le caire|cairo',
  es: 'espagne|spain|espagnol*|spanish|spaniard*;madrid',
  eu: 'union europeenne|european union|ue|eu|europe|europeen*|european*;bruxelles|brussels',
  fi: 'finland*|finn*;helsinki',
  fr: "france|francais*|french*|franco;paris|elysee|quai d'orsay|matignon",
  gb: 'royaume-uni|united kingdom|grande-bretagne|great britain|britain|uk|u.k.|britannique*|british|anglais*|england|angleterre|briton*;londres|london|downing street',
  gr: 'grece|greece|grec|grecs|grecque*|greek*;athenes|athens',
  hu: 'hongrie|hungary|hongrois*|hungarian*;budapest',
  ie: 'irlande|ireland|irlandais*|irish;dublin',
  il: 'israel|israelien*|israeli*|hebreu;jerusalem|tel-aviv|tel aviv',
  in: 'inde|india|indien*|indian*;new delhi|delhi',
  iq: 'irak*|iraq*;bagdad|baghdad',
  ir: 'iran*;teheran|tehran',
  it: 'italie|italy|italien*|italian*;rome',
  jo: 'jordanie|jordan|jordanien*|jordanian*;amman',
  jp: 'japon*|japan*;tokyo',
  kr: 'coree du sud|south korea*|sud-coreen*;seoul',
  kz: 'kazakh*',
  lb: 'liban*|leban*;beyrouth|beirut',
  lu: 'luxembourg*',
  ma: 'maroc|morocco|marocain*|moroccan*|cherifien*;rabat',
  mx: 'mexique|mexico|mexicain*|mexican*',
  nl: 'pays-bas|netherlands|neerlandais*|dutch|hollandais*;la haye|the hague',
  no: 'norvege|norway|norvegien*|norwegian*;oslo',
  nz: 'nouvelle-zelande|new zealand*|neo-zelandais*;wellington',
  pk: 'pakistan*;islamabad',
  pl: 'pologne|poland|polonais*|polish;varsovie|warsaw',
  ps: 'palestin*;ramallah',
  pt: 'portug*;lisbonne|lisbon',
  qa: 'qatar*;doha',
  ru: 'russie|russia|russe*|russian*;moscou|moscow|kremlin',
  rw: 'rwanda*;kigali',
  sa: 'arabie saoudite|saudi arabia|saoudien*|saudi*;riyad|ryad|riyadh',
  se: 'suede|sweden|suedois*|swedish;stockholm',
  sy: 'syrie*|syria*;damas|damascus',
  tg: 'togo*;lome',
  th: 'thailand*',
  tn: 'tunisie|tunisia|tunisien*|tunisian*;tunis',
  tr: 'turquie|turkey|turc|turcs|turque*|turkish;ankara',
  ua: 'ukrain*;kiev|kyiv',
  us: 'etats-unis|united states|usa|us|u.s.|u.s|america|american|americans|americain*|etatsunien*;washington|white house|maison blanche|maison-blanche',
  un: 'nations unies|united nations|onu|un;',
  za: 'afrique du sud|south africa*|sud-africain*;pretoria',
};

interface CountryMention extends Span {
  readonly code: string;
  /** Named by its capital or seat of government. */
  readonly capital: boolean;
  /** "Moroccan", "israélienne" rather than the country itself. */
  readonly adjective: boolean;
}

interface Form {
  readonly code: string;
  readonly capital: boolean;
  /** Folded; a "*" was cut off. */
  readonly text: string;
}

const forms: Form[] = Object.entries(table).flatMap(([code, line]) => {
  const [names = '', capitals = ''] = line.split(';');
  const read = (list: string, capital: boolean) =>
    list
      .split('|')
      .filter(Boolean)
      .map((text) => ({ code, capital, text }));
  return [...read(names, false), ...read(capitals, true)];
});
/** Longer forms first: "new zealand" before "new delhi" does not matter, "us" before "usa" would. */
const byLength = forms.toSorted((a, b) => b.text.length - a.text.length);
const toExpression = ({ text }: Form) => text.replace(/[.\\]/g, '\\$&').replaceAll('*', '\\p{L}*');
const anyForm = new RegExp(`(?<![\\p{L}\\p{N}])(?:${byLength.map(toExpression).join('|')})(?![\\p{L}\\p{N}])`, 'giu');
const exact = byLength.map((form) => ({ ...form, expression: new RegExp(`^(?:${toExpression(form)})$`, 'iu') }));

function isAdjective(written: string): boolean {
  return /^\p{Ll}/u.test(written) || /(?:an|[^s]i|ish|ese|French|Dutch|Greek)$/.test(written);
}

/** Countries that a text names, by name, adjective or capital. "us", "un" and "eu" count in capitals only. */
export function findCountries(text: string): CountryMention[] {
  const found: CountryMention[] = [];
  for (const match of foldInPlace(text).matchAll(anyForm)) {
    const start = match.index;
    const end = start + match[0].length;
    const written = text.slice(start, end);
    const form = exact.find(({ expression }) => expression.test(match[0]));
    if (!form || (written.length <= 3 && written !== written.toUpperCase())) continue;
    const adjective = !form.capital && isAdjective(written);
    found.push({ code: form.code, capital: form.capital, adjective, start, end });
  }
  return found;
}
