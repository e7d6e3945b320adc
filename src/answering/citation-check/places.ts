import type { Span } from '../../types.ts';
import { foldInPlace } from './fold-in-place.ts';

/**
 * Countries with their names and adjectives in both languages, folded; "*" stands for any ending.
 * Capitals after ";" bear out their country ("Paris demands" → "France demands"), not the reverse.
 */
const table: Readonly<Record<string, string>> = {
  ae: 'emirats arabes unis|emirats|united arab emirates|emirates|uae|emirati*|emirien*;abou dabi|abu dhabi',
  af: 'afghan*',
  al: 'albani*|albanais*;tirana',
  am: 'armeni*;erevan|yerevan',
  ao: 'angola*;luanda',
  ar: 'argentin*',
  at: 'autriche|austria|autrichien*|austrian*;vienne|vienna',
  au: 'australi*;canberra',
  az: 'azerbaidjan|azerbaijan|azerbaidjanais*|azerbaijani*|azeri*;bakou|baku',
  ba: 'bosni*|bosniaque*;sarajevo',
  bd: 'bangladesh*|bangladais*;dacca|dhaka',
  be: 'belgique|belgium|belge*|belgian*',
  bf: 'burkina faso|burkina|burkinabe*;ouagadougou',
  bg: 'bulgari*|bulgare*;sofia',
  bh: 'bahrein*|bahrain*',
  bi: 'burundi*;bujumbura|gitega',
  bj: 'benin|beninois*|beninese;cotonou|porto-novo',
  bo: 'bolivi*;la paz',
  br: 'bresil*|brazil*;brasilia',
  bw: 'botswana*;gaborone',
  by: 'bielorussi*|belarus*;minsk',
  ca: 'canad*;ottawa',
  cd: 'republique democratique du congo|democratic republic of the congo|democratic republic of congo|rdc|drc;kinshasa',
  cf: 'centrafri*|central african*;bangui',
  cg: 'congo|congolais*|congolese;brazzaville',
  ch: 'suisse*|switzerland|swiss|helvetique*;berne|bern',
  ci: "cote d'ivoire|ivory coast|ivoirien*|ivorian*;abidjan|yamoussoukro",
  cl: 'chili|chile|chilien*|chilean*;santiago',
  cm: 'cameroun*|cameroon*;yaounde',
  cn: 'chine|china|chinois*|chinese;pekin|beijing',
  co: 'colombi*;bogota',
  cr: 'costa rica|costaricain*|costa rican*;san jose',
  cu: 'cuba|cubain*|cuban*;la havane|havana',
  cv: 'cap-vert|cap vert|cape verde|cabo verde|capverdien*|cape verdean*|cabo verdean*;praia',
  cy: 'chypr*|cyprus|cypriot*;nicosie|nicosia',
  cz: 'tchequie|republique tcheque|tcheque*|czech*;prague',
  de: 'allemagne|germany|allemand*|german|germans;berlin',
  dj: 'djibouti*',
  dk: 'danemark|denmark|danois*|danish;copenhague|copenhagen',
  do: 'republique dominicaine|dominican republic|dominicain*|dominican*;saint-domingue|santo domingo',
  dz: 'algerie|algeria|algerien*|algerian*;alger|algiers',
  ec: 'equateur|ecuador|equatorien*|ecuadorian*|ecuadorean*;quito',
  ee: 'estoni*;tallinn',
  eg: 'egypte|egypt|egyptien*|egyptian*;le caire|cairo',
  er: 'erythree*|eritrea*;asmara',
  es: 'espagne|spain|espagnol*|spanish|spaniard*;madrid',
  et: 'ethiopi*;addis-abeba|addis ababa',
  eu: 'union europeenne|european union|ue|eu|europe|europeen*|european*;bruxelles|brussels',
  fi: 'finland*|finn*;helsinki',
  fj: 'fidji*|fiji*;suva',
  fr: "france|francais*|french*|franco;paris|elysee|quai d'orsay|matignon",
  ga: 'gabon*;libreville',
  gb: 'royaume-uni|united kingdom|grande-bretagne|great britain|britain|uk|u.k.|britannique*|british|anglais*|england|angleterre|briton*;londres|london|downing street',
  ge: 'georgie|georgia|georgien*|georgian*;tbilissi|tbilisi',
  gh: 'ghana*|ghaneen*;accra',
  gl: 'groenland*|greenland*;nuuk',
  gm: 'gambie*|gambia*;banjul',
  gn: 'guinee*|guinea*;conakry',
  gr: 'grece|greece|grec|grecs|grecque*|greek*;athenes|athens',
  gt: 'guatemal*',
  hn: 'hondur*;tegucigalpa',
  hr: 'croati*|croate*|croat|croats;zagreb',
  ht: 'haiti*;port-au-prince',
  hu: 'hongrie|hungary|hongrois*|hungarian*;budapest',
  id: 'indonesi*;jakarta|djakarta',
  ie: 'irlande|ireland|irlandais*|irish;dublin',
  il: 'israel|israelien*|israeli*|hebreu;jerusalem|tel-aviv|tel aviv',
  in: 'inde|india|indien*|indian*;new delhi|delhi',
  iq: 'irak*|iraq*;bagdad|baghdad',
  ir: 'iran*;teheran|tehran',
  is: 'islande|iceland*|islandais*;reykjavik',
  it: 'italie|italy|italien*|italian*;rome',
  jm: 'jamaique|jamaica*|jamaicain*;kingston',
  jo: 'jordanie|jordan|jordanien*|jordanian*;amman',
  jp: 'japon*|japan*;tokyo',
  ke: 'kenya*;nairobi',
  kg: 'kirghiz*|kyrgyz*;bichkek|bishkek',
  kh: 'cambodg*|cambodia*;phnom penh',
  km: 'comores|comoros|comorien*|comorian*;moroni',
  kp: 'coree du nord|north korea*|nord-coreen*;pyongyang',
  kr: 'coree du sud|south korea*|sud-coreen*;seoul',
  kw: 'koweit*|kuwait*',
  kz: 'kazakh*',
  la: 'laos|laotien*|laotian*;vientiane',
  lb: 'liban*|leban*;beyrouth|beirut',
  li: 'liechtenstein*;vaduz',
  lk: 'sri lanka*|sri-lankais*;colombo',
  lr: 'liberia*|liberien*;monrovia',
  lt: 'lituani*|lithuania*;vilnius',
  lu: 'luxembourg*',
  lv: 'letton*|latvia*;riga',
  ly: 'liby*;tripoli',
  ma: 'maroc|morocco|marocain*|moroccan*|cherifien*;rabat',
  mc: 'monaco|monegasque*',
  md: 'moldavi*|moldov*;chisinau',
  me: 'montenegr*;podgorica',
  mg: 'madagascar|malgache*|malagas*;antananarivo|tananarive',
  mk: 'macedoine*|macedonia*|macedonien*;skopje',
  ml: 'mali|malien*|malian*;bamako',
  mm: 'birman*|birmanie|myanmar*|burma|burmese;naypyidaw',
  mn: 'mongoli*|mongol|mongols|mongole*;oulan-bator|ulaanbaatar',
  mr: 'mauritani*;nouakchott',
  mt: 'malte|malta|maltais*|maltese;la valette|valletta',
  mu: 'ile maurice|mauritius|mauricien*|mauritian*;port-louis|port louis',
  mv: 'maldiv*',
  mw: 'malawi*;lilongwe',
  mx: 'mexique|mexico|mexicain*|mexican*',
  my: 'malaisi*|malaysia*;kuala lumpur',
  mz: 'mozambi*;maputo',
  na: 'namibi*;windhoek',
  ne: 'niger|nigerien*;niamey',
  ng: 'nigeria*;abuja',
  ni: 'nicaragua*;managua',
  nl: 'pays-bas|netherlands|neerlandais*|dutch|hollandais*;la haye|the hague',
  no: 'norvege|norway|norvegien*|norwegian*;oslo',
  np: 'nepal*;katmandou|kathmandu',
  nz: 'nouvelle-zelande|new zealand*|neo-zelandais*;wellington',
  om: 'oman|omanais*|omani*;mascate|muscat',
  pa: 'panama*',
  pe: 'perou|peru|peruvien*|peruvian*;lima',
  pg: 'papouasie*|papua*;port moresby',
  ph: 'philippin*|filipino*;manille|manila',
  pk: 'pakistan*;islamabad',
  pl: 'pologne|poland|polonais*|polish;varsovie|warsaw',
  ps: 'palestin*;ramallah',
  pt: 'portug*;lisbonne|lisbon',
  py: 'paragua*;asuncion',
  qa: 'qatar*;doha',
  ro: 'roumanie|romania|roumain*|romanian*;bucarest|bucharest',
  rs: 'serbie|serbia|serbe*|serbian*|serb|serbs;belgrade',
  ru: 'russie|russia|russe*|russian*;moscou|moscow|kremlin',
  rw: 'rwanda*;kigali',
  sa: 'arabie saoudite|saudi arabia|saoudien*|saudi*;riyad|ryad|riyadh',
  sc: 'seychell*',
  sd: 'soudan*|sudan*;khartoum',
  se: 'suede|sweden|suedois*|swedish;stockholm',
  sg: 'singapo*',
  si: 'sloveni*|slovene*;ljubljana',
  sk: 'slovaqu*|slovak*;bratislava',
  sl: 'sierra leone*|sierra-leone|sierraleonais*;freetown',
  sm: 'saint-marin|san marino|saint-marinais*|sammarinese',
  sn: 'senegal*;dakar',
  so: 'somali*;mogadiscio|mogadishu',
  sr: 'surinam*;paramaribo',
  st: 'sao tome*|sao-tome*|santomeen*;',
  sv: 'salvador|el salvador|salvadorien*|salvadoran*;san salvador',
  sy: 'syrie*|syria*;damas|damascus',
  td: 'tchad*|chad|chadian*;ndjamena',
  tg: 'togo*;lome',
  th: 'thailand*',
  tj: 'tadjik*|tajik*;douchanbe|dushanbe',
  tm: 'turkmen*;achgabat|ashgabat',
  tn: 'tunisie|tunisia|tunisien*|tunisian*;tunis',
  tr: 'turquie|turkey|turc|turcs|turque*|turkish;ankara',
  tw: 'taiwan*;taipei',
  tz: 'tanzani*;dar es salaam|dodoma',
  ua: 'ukrain*;kiev|kyiv',
  ug: 'ouganda*|uganda*;kampala',
  un: 'nations unies|united nations|onu|un;',
  us: 'etats-unis|united states|usa|us|u.s.|u.s|america|american|americans|americain*|etatsunien*;washington|white house|maison blanche|maison-blanche',
  uy: 'urugua*;montevideo',
  uz: 'ouzbek*|uzbek*;tachkent|tashkent',
  va: 'vatican*|saint-siege|holy see',
  ve: 'venezuel*;caracas',
  vn: 'viet nam|vietnam*;hanoi',
  vu: 'vanuatu*;port-vila',
  xk: 'kosovo|kosovar*;pristina',
  ye: 'yemen*;sanaa',
  za: 'afrique du sud|south africa*|sud-africain*;pretoria',
  zm: 'zambi*;lusaka',
  zw: 'zimbabw*;harare',
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
