import { fold } from '../../text/fold.ts';
import { stems, stopwords, words } from '../../text/terms.ts';
import type { Span } from '../../types.ts';

/**
 * Words of news prose that mean the same, in French and English, one concept a line: `name: words`.
 * "!" marks concepts whose presence changes what is claimed: a sentence may only use one that its source uses.
 * "name<other" is borne out by `other` too (who is spied on was surveilled).
 */
const table = `
compromise!: infecter infection infecte pirater piratage hacker hacking hack hacked infect infected compromis compromettre compromised breach breached penetre penetrer broken infiltration infiltre
spy!<compromise: espionner espionnage espionne ecoute ecouter ecoutes surveiller surveillance surveille spy spied spying eavesdrop eavesdropped eavesdropping monitor monitored monitoring wiretap wiretapped surveil surveilled snoop espionage
target!<compromise,spy: viser vise cibler cible ciblage target targeted targeting aimed
select: retenir retenu selectionner selectionne selected select chosen choisi choisir picked liste figurer list listed
buy!: acheter achat acquerir acquis acquisition buy bought buying purchase purchased purchasing acquire acquired acheteur buyer
sell!: vendre vendu vente sell sold selling sale sales commercialise commercialiser
export: exporter exportation export exported
deny!: nier nie dementir dementi dement refuter refute contester conteste rejeter rejette recuser deny denied denies denial refutes reject rejected rejects dispute disputed disputes contest
confirm!: confirmer confirme confirm confirmed confirms confirmation valider
admit!: admettre admis reconnaitre reconnu avouer aveu admit admitted admits acknowledge acknowledged acknowledges concede conceded confess confessed
prove!: prouver prouve preuve demontrer prove proved proven proof evidence prouvent etabli
accuse!: accuser accuse accusation accusations accuses accused incriminer blame blamed mettre-en-cause impute imputer
convict!: condamner condamne condamnation convict convicted conviction sentenced guilty coupable
sue!: plainte poursuivre poursuit poursuites citation diffamation sue sued sues suing lawsuit complaint complaints complain proces trial
investigate!: enquete enqueter investigate investigated investigating investigation investigations probe inquiry inquiries instruction verifications
arrest!: arreter arrestation interpeller arrest arrested detained detention incarcere jailed imprisoned prison
resign!: demission demissionner demissionne resign resigned resignation quitter quitte quit depart departure stepped
dismiss!: limoger limoge renvoyer licencier dismiss dismissed fire fired sacked
die!: mourir mort tuer tue assassiner assassine die died dead kill killed murder murdered assassinated deces
sign!: signer signe signature sign signed
refuse!: refuser refus refuse refused refuses refusal decline declined declines renoncer renonce
agree!<accept: accord accepter accepte accept accepted accepts agree agreed agreement deal
freeze!: geler gel gele freeze froze frozen freezes
suspend!<freeze: suspendre suspendu suspension suspend suspended halt halted
resume!: reprendre reprise resume resumed
ban!: interdire interdit interdiction ban banned bans prohibit prohibited forbid forbids forbidden
blacklist!: blacklist blacklisted noire sanction sanctions sanctioned sanctionner
apologise!: excuse excuses excuser apology apologise apologize apologised apologized
threaten!: menacer menace threaten threatened threat threats
steal!: voler vol vole steal stole stolen theft
delete!: effacer efface supprimer supprime delete deleted erase erased
order!: ordonner ordonne ordered order
demand: demander demande exiger reclame reclamer ask asked demand demands demanded request requested call called calls urges urged appelle appeler
promise: promettre promis promet promesse promise promised promises pledge pledged pledges vow vowed vows engagement engager engage undertaking commit committed commitment
summon!: convoquer convoque summon summoned
expel!: expulser expulse expel expelled
attack!: attaquer attaque attack attacked attacks
bribe!: corruption corrompre bribe bribed bribery
lie!: mentir ment mensonge mensonger lied lie lies lying
win!: gagner gagne remporter remporte win won wins
lose!: perdre perdu perd lose lost
pay!: payer paye verser verse pay paid pays payment
fine: amende fine fined dommages damages
drop: retirer retrait abandonner abandon withdraw withdrew withdrawn drop dropped abandon abandoned
approve!: approuver approuve autoriser autorise autorisation aval approve approved approves approval authorise authorize authorised authorized allow allowed allows permettre permet permit
vote: voter vote voix voted votes
inherit: heriter herite inherit inherited
meet: rencontrer rencontre reunion reunir reuni entretien entrevue meet met meeting meetings recu recevoir receive received talks talk pourparlers discussion discussions discuss discussed parler tractations dialogue negotiate negotiation negotiations negocier
travel: rendre rendu deplacement voyage visite visiter aller alle visit visited visits trip travel travelled traveled went go goes depeche depecher venue flew journey dispatched
phone: telephone telephones portable portables mobile mobiles phone phones smartphone smartphones cellphone iphone iphones appareil appareils device devices handset telephonique
call: telephoner telephone appeler appele appel call called calls phoned rang
number: numero numeros number numbers
software: logiciel logiciels software programme program tool outil spyware spy-software produit product malware
company: societe entreprise firme compagnie company companies firm firms maker fabricant business enterprise
country: pays country countries etat etats state states nation nations
government: gouvernement gouvernements government governments gouvernemental governmental executif executive administration pouvoir
minister: ministre ministres minister ministers ministerial
ministry: ministere ministry department departement
prime: premier prime
defence: defense defence armees armed military militaire militaires
foreign: etrangeres etranger etrangers etrangere foreign abroad diplomatie
interior: interieur interior home
head: chef chefs head heads chief leader leaders dirigeant dirigeants patron pdg ceo directeur director boss president presidents presidente chairman chair presidency presidence presidential presidentiel executives
adviser: conseiller conseillers adviser advisers advisor advisors
envoy: emissaire envoye envoy representative representatives representant representants emissary
official: responsable responsables official officials fonctionnaire
lawyer: avocat avocats lawyer lawyers attorney counsel
journalist: journaliste journalistes reporter reporters journalist journalists
activist: militant militants activist activists defenseurs defenders campaigners
politician: politique politiques politician politicians elus elu deputes depute lawmakers lawmaker lawmaker mp mps parliamentarians parliament parlement parlementaire member members membre membres
newspaper: journal quotidien newspaper paper daily site outlet magazine media medias redaction redactions outlets press presse publication
newsreport: revelation revelations reveler report reports reported rapport rapports article enquete expose publish published publier publie
court: cour tribunal court courts juge judge judges magistrat justice judicial judiciaire
prosecutor: parquet procureur prosecutor prosecutors prosecution
statement: communique statement declaration statements declarations
crisis: crise crise crisis row dispute tension tensions scandale scandal affaire affair brouille
security: securite security
secret: secret secrets secrete secretement discret discrete discretement secretly quietly confidential confidentiel covert
proposal: proposition propositions offre offrir offert proposal proposals offer offered propose proposed plan
guarantee: garantie garanties garantir guarantee guarantees assurance assurances
licence: licence licences license licenses
contract: contrat contrats contract contracts
customer: client clients clientele customer customers
source: source sources informateurs
end: fin finir clore terminer regler apaiser end ended ending settle settled close closed finish resolve resolved over defuse ease
begin: commencer debut debuter lancer lance ouvrir ouvert ouverture begin began begun start started launch launched open opened opening set
create: creer cree creation former constituer designer create created form formed forms appoint appointed set
trace: trace traces marqueur marqueurs marker markers sign signs signature
find: decouvrir decouvert trouver trouve retrouve retrouver releve relever detecter detecte reperer repere find found discover discovered detected detect identified identify identifie uncovered
analysis: analyse analyser examen examiner examine analysis analyse analysed analyzed examine examined examination forensic expertise technical technique techniques
use: usage utiliser utilisation utilise emploi employer servir servi use used uses using usage employed employ deployed deploy deploye
abuse: abus abusif detournement detourne illegitime illegitimes misuse misused abuse abused mauvais
cooperation: cooperation echanges exchanges collaboration
relation: relation relations relationship ties liens link links lien
explain: expliquer explication explications explain explained explains explanation explanations
inform: informer informe update updated inform informed tell told brief briefed courant
answer: repondre repond reponse answer answered reply replied replies respond responded response
publicly: public publique publiquement publicly
speak: exprimer exprime speak spoke comment commenter commentaire comments remarks prononcer
serious: serieux grave graves gravite serious seriously severe
new: nouveau nouvelle nouveaux nouvelles new
former: ancien ancienne anciens former ex
debt: dette dettes debt debts
money: argent money cash tresorerie liquidites
american: dollar dollars
sourceofaid: aide aider help helped helps assist assistance
cabinet: cabinet conseil council committee commission comite panel
law: loi law legal legale legaux lawful
rule: regle regles rule rules regulation reglementation restrictions restriction
weapon: arme armes weapon weapons arms
terror: terrorisme terroriste terroristes terrorism terror terrorist terrorists
crime: crime crimes criminalite criminel criminels criminal criminals
right: droit droits right rights
human: humain humains homme human humans
king: roi king royaume kingdom
ambassador: ambassadeur ambassador embassy ambassade
person: personne personnes people person persons gens citoyen citoyens citizen citizens individuals
wife: epouse femme wife
man: hommes men
woman: femmes women
day: jour jours day days
week: semaine semaines week weeks
month: mois month months
year: annee annees an ans year years
morning: matin morning
evening: soir soiree evening
ago: plus-tot earlier ago auparavant
successor: succeder succede successeur succeed succeeded successor replace replaced remplacer remplace
predecessor: predecesseur predecesseurs predecessor predecessors
name: nom nommer nomme name named names called
message: message messages messagerie text texts
access: acces acceder access
flaw: faille failles flaw flaws vulnerability vulnerabilities
server: serveur serveurs server servers
victim: victime victimes victim victims
group: groupe group consortium collectif
member-of: partie part
sanctioned-list: liste list
link-click: lien clic clicking click
update: mise-a-jour correctif update updates fix fixes patch patches
remote: distance remotely remote
spokesperson: porte-parole spokesman spokeswoman spokesperson
interview: entretien interview
protect: proteger protection protect protected
stop: arreter cesser stopper stop stopped cease ceased halt arret
collapse: echouer echec effondrer fail failed failure collapse collapsed fell apart
worry: inquietude preoccupation concern concerns worried worry
condemn: denoncer denonce fustige fustiger condemn condemned denounce denounced criticise criticize criticised criticised critique critiquer slam slammed
welcome: accueillir accueilli bienvenue welcome welcomed host hosted
silence: silence silencieux silent
change: changer change changement changed replacing
warn: avertir averti alerter alerte warn warned warning alert
leak: fuite fuites leak leaked
record: enregistrer enregistrement record recording
price: prix cout price cost
value: valeur value valued worth
million: millions million
sector: secteur sector industry industrie
apple: apple
before: anterieur anterieurs anterieure predate predates predated prior previous precedent precedents
office: fonction fonctions office mandat
allegation: allegation allegations alleged accusation accusations claim claims fait faits facts
hand: remettre remis livrer livre hand handed deliver delivered gave give given donner donne submitted
`;

interface Concept {
  readonly name: string;
  /** Changes what is claimed. */
  readonly critical: boolean;
  /** Stronger concepts that bear it out. */
  readonly borneOutBy: readonly string[];
}

const concepts = new Map<string, Concept>();
const byStem = new Map<string, Set<string>>();
for (const line of table.trim().split('\n')) {
  const [head = '', list = ''] = line.split(': ');
  const [, name = head, critical, others = ''] = /^([\w-]+)(!?)(?:<(.+))?$/.exec(head) ?? [];
  concepts.set(name, { name, critical: critical === '!', borneOutBy: others.split(',').filter(Boolean) });
  for (const word of list.trim().split(/\s+/)) {
    for (const stem of stems(fold(word))) {
      const known = byStem.get(stem) ?? new Set<string>();
      known.add(name);
      byStem.set(stem, known);
    }
  }
}

/** A word of a text with all that it may be recognised by. */
export interface Term extends Span {
  readonly word: string;
  readonly stems: readonly string[];
  readonly concepts: readonly string[];
  /** A function word: counts for nothing by itself. */
  readonly stop: boolean;
}

/** "logiciel espion" is a thing, not an act: its "espion" must not count as spying. Same length as the text. */
function blankCompounds(text: string): string {
  return text.replace(
    /(?<=\b(?:logiciels?|programmes?|produits?)\s)(?:espions?|d['’]espionnage|de surveillance)\b/giu,
    (part) => ' '.repeat(part.length),
  );
}

/** Words of a text in order, with stems and concepts. */
export function termsOf(text: string): Term[] {
  return words(blankCompounds(text)).map(({ word, start, end }) => {
    const wordStems = stems(word);
    const found = new Set(wordStems.flatMap((stem) => [...(byStem.get(stem) ?? [])]));
    return {
      word,
      start,
      end,
      stems: wordStems,
      concepts: [...found],
      stop: word.length < 2 || (stopwords.has(word) && found.size === 0) || auxiliaries.has(word),
    };
  });
}

/** Verbs that carry no content of their own; some of them are concepts by another sense. */
const auxiliaries: ReadonlySet<string> = new Set(
  'etre est sont ete etait etaient etant fut soit avoir ai as a avons ont avait avaient eu ayant aurait auraient serait seraient aura auront sera seront fait faire faisait is are was were be been being has have had having do does did done will would shall should can could may might must'.split(
    ' ',
  ),
);

/** Whether two words say the same: a common stem, a common concept, or cognates of the two languages. */
export function related(a: Term, b: Term): boolean {
  if (a.stems.some((stem) => b.stems.includes(stem))) return true;
  if (a.concepts.some((concept) => b.concepts.includes(concept))) return true;
  return a.stems.some((left) => b.stems.some((right) => cognates(left, right)));
}

function cognates(a: string, b: string): boolean {
  let shared = 0;
  while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared += 1;
  return shared >= 5 && shared >= 0.7 * Math.min(a.length, b.length) && Math.max(a.length, b.length) - shared <= 4;
}

/** Critical concepts of a sentence that its source has in no form: "infected" where it says "targeted". */
export function unborneConcepts(sentence: readonly Term[], source: readonly Term[]): Term[] {
  const held = new Set(source.flatMap((term) => term.concepts));
  const isHeld = (name: string) =>
    held.has(name) || (concepts.get(name)?.borneOutBy.some((other) => held.has(other)) ?? false);
  return sentence.filter((term) => {
    if (term.concepts.length === 0 || !term.concepts.every((name) => concepts.get(name)?.critical)) return false;
    if (source.some((other) => other.stems.some((stem) => term.stems.includes(stem)))) return false;
    return !term.concepts.some(isHeld);
  });
}
