import { fold } from '../../text/fold.ts';
import { stems } from '../../text/terms.ts';

/**
 * Words whose presence changes what is claimed, in French and English, one claim a line: `name: words`. A sentence may
 * only make a claim that its source makes: "infected" is not borne out by "targeted".
 * `name<other`: the stronger claim `other` bears it out too (a hacked phone was targeted).
 */
const table = `
compromise: infecter infection infecte pirater piratage hacker hacking hack hacked infect infected compromis compromettre compromised breach breached penetre penetrer broken infiltration infiltre
spy<compromise: espionner espionnage espionne ecoute ecouter ecoutes surveiller surveillance surveille spy spied spying eavesdrop eavesdropped eavesdropping monitor monitored monitoring wiretap wiretapped surveil surveilled snoop espionage
target<compromise,spy: viser vise cibler cible ciblage target targeted targeting
buy: acheter achat acquerir acquis acquisition buy bought buying purchase purchased purchasing acquire acquired acheteur acquereur buyer
sell: vendre vendu vente sell sold selling sale sales commercialise commercialiser
deny: nier nie dementir dementi dement refuter refute contester conteste rejeter rejette recuser deny denied denies denial refutes reject rejected rejects dispute disputed disputes contest
confirm: confirmer confirme confirm confirmed confirms confirmation valider
admit: admettre admis reconnaitre reconnu avouer aveu admit admitted admits acknowledge acknowledged acknowledges concede conceded confess confessed
prove: prouver prouve preuve demontrer prove proved proven proof evidence prouvent etabli
accuse: accuser accuse accusation accusations accuses accused incriminer blame blamed mettre-en-cause impute imputer
convict: condamner condamne condamnation convict convicted conviction sentenced guilty coupable
sue: plainte poursuivre poursuit poursuites citation diffamation sue sued sues suing lawsuit complaint complaints complain proces trial plaignant plaignants plaignante plaintiff plaintiffs complainant
investigate: enquete enqueter investigate investigated investigating investigation investigations probe inquiry inquiries instruction verifications
arrest: arreter arrestation interpeller arrest arrested detained detention incarcere emprisonner emprisonne emprisonnes jailed imprisoned prison
resign: demission demissionner demissionne resign resigned resignation quitter quitte quit depart departure stepped
dismiss: limoger limoge renvoyer licencier dismiss dismissed fire fired sacked
die: mourir mort tuer tue assassiner assassine die died dead kill killed murder murdered assassinated deces
sign: signer signe signature sign signed
refuse: refuser refus refuse refused refuses refusal decline declined declines renoncer renonce
agree: accord accepter accepte accept accepted accepts agree agreed agreement deal
freeze: geler gel gele freeze froze frozen freezes
suspend<freeze: suspendre suspendu suspension suspend suspended halt halted
resume: reprendre reprise resume resumed
ban: interdire interdit interdiction ban banned bans prohibit prohibited forbid forbids forbidden
blacklist: blacklist blacklisted noire sanction sanctions sanctioned sanctionner
apologise: excuse excuses excuser apology apologise apologize apologised apologized
threaten: menacer menace threaten threatened threat threats
steal: voler vol vole steal stole stolen theft
delete: effacer efface supprimer supprime delete deleted erase erased
order: ordonner ordonne ordered order
summon: convoquer convoque summon summoned
expel: expulser expulse expel expelled
secret: secret secrete secrets secretement secretly covert covertly clandestin clandestine discret discrete discretement discreet discreetly quietly confidential confidentiel confidentielle behind-closed-doors
certainty<prove: certainly definitely undoubtedly unquestionably clearly certainement incontestablement assurement clairement evidemment certain certitude
attack: attaquer attaque attack attacked attacks
bribe: corruption corrompre bribe bribed bribery
lie: mentir ment mensonge mensonger lied lie lies lying
win: gagner gagne remporter remporte win won wins
obtain: obtenir obtenu obtient obtiennent obtention obtained obtains obtain
withdraw: retirer retire retrait abandonner abandonne withdraw withdrew withdrawn withdraws withdrawal abandon abandoned
lose: perdre perdu perd lose lost
pay: paiement verser verse versement paid payment payments bribed
approve: approuver approuve autoriser autorise autorisation aval approve approved approves approval authorise authorize authorised authorized allow allowed allows permettre permet permit
`;

const borneOutBy = new Map<string, readonly string[]>();
const byStem = new Map<string, Set<string>>();
for (const line of table.trim().split('\n')) {
  const [, name = '', stronger = '', list = ''] = /^(\w+)(?:<([\w,]+))?: (.+)$/.exec(line) ?? [];
  borneOutBy.set(name, stronger.split(',').filter(Boolean));
  for (const stem of list.split(' ').flatMap((word) => stems(fold(word)))) {
    const known = byStem.get(stem);
    if (known) known.add(name);
    else byStem.set(stem, new Set([name]));
  }
}

/** Claims made by two words together, on the folded text; the group is the word that carries the claim. */
export const idioms: readonly { readonly pattern: RegExp; readonly claim: string }[] = [
  { pattern: /\bm(?:ettre|et|ettent|is|ise|ises|ettait|ettant) en (?<word>cause)\b/dg, claim: 'accuse' },
  { pattern: /\binformation (?<word>judiciaire)\b/dg, claim: 'investigate' },
  { pattern: /\bopen(?:ed|s)? (?:a|an) (?<word>case)\b/dg, claim: 'investigate' },
];

/** Names of the claims that a word with these stems may make. */
export function claimsOf(wordStems: readonly string[]): string[] {
  return [...new Set(wordStems.flatMap((stem) => [...(byStem.get(stem) ?? [])]))];
}

/** Whether a source that makes the claims `held` bears out the claim `name`. */
export function bearsOutClaim(held: ReadonlySet<string>, name: string): boolean {
  return held.has(name) || (borneOutBy.get(name)?.some((stronger) => held.has(stronger)) ?? false);
}
