import { fold } from '../text/fold.ts';

const list = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** General knowledge of French and English, folded; nothing here belongs to one affair. */

/** Written before a person's name and never part of it. */
export const civilities = list(
  'm mm mme mmes mlle mlles me maitre monsieur madame mr mrs ms miss dr docteur doctor sir lord lady prof professeur professor',
);

/** Capitalised words that English sets before a role noun: "Deputy Attorney General", "Foreign Minister". */
export const roleModifiers = list(`
  prime vice deputy assistant foreign defense defence interior finance justice attorney national security home state district
  supreme federal former senior chief acting interim crown first executive managing general economy health education transport
  agriculture environment energy trade commerce culture sports labour labor
`);

/** Words that make a name an organisation's. */
export const organisationWords = list(`
  group groupe inc ltd llc corp corporation company compagnie societe gmbh plc holdings technologies technology systems
  agence agency ministere ministry departement department parlement parliament cour court tribunal commission comite committee
  conseil council union international internationale association federation fondation foundation institut institute universite
  university lab laboratoire laboratory labs radio television tv times post news info journal magazine review tribune herald
  today daily press presse reuters monitor banque bank parti party police armee army bureau office organisation organization
  club fc league ligue academie academy museum musee hospital hopital studio studios network networks media medias stories
  assemblee assembly senat senate congress congres house chambre chamber observatoire orchestra orchestre team
`);

/** Offices and ministries' fields: capitals by courtesy, not names. */
export const officeWords = list(`
  etat etats state states republique republic cour assemblee conseil constitution premier premiere ministere maison gouvernement
  interieur exterieur defense affaires affairs economie finances armees logement transition education agriculture justice sante culture
  travail ville outre-mer internet web ecologie industrie commerce recherche transports sports jeunesse energie environnement
  eglise histoire histoire-geographie bourse ong ngo pdg ceo iphone iphones ipad ipads
`);

/** Words that stand before a thing's name and hardly ever before a person's. */
export const determiners = list('le la les l du des au aux the un une ce cet cette ces a an');

/** Lower-case words inside a name, between its capitalised words. */
export const particles = list(
  'de du des d la le les ben bin ibn bint al el van von der den di da dos del della of the y & e',
);

/** Prepositions that stand before a place. */
export const placePrepositions = list('a au aux en in at depuis from vers near');
/** Those of them that hardly ever stand before a person. */
export const placeOnlyPrepositions = list('en in at depuis near');

const months: string[] = [];
const weekdays: string[] = [];
for (const locale of ['en', 'fr']) {
  for (let index = 0; index < 12; index += 1) {
    const day = new Date(Date.UTC(2021, index, 15));
    months.push(new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(day));
    months.push(new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' }).format(day).replace('.', ''));
  }
  for (let day = 1; day <= 7; day += 1) {
    const date = new Date(Date.UTC(2021, 0, day));
    weekdays.push(new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(date));
  }
}
/** Names of months and days: English writes them with a capital. */
export const calendarWords: ReadonlySet<string> = new Set([...months, ...weekdays].map(fold));
