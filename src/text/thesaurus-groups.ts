/**
 * General vocabulary of the press, French and English, one group of near-synonyms a line: what a reader may call one
 * and the same thing. It knows nothing of any affair. Words are compared by stem; a word may stand in several groups.
 */
export const thesaurusGroups = `
demissionner demission demissionnaire resign resignation quit
quitter depart partir leave left departure
limoger renvoyer licencier revoquer evincer fire fired sack dismiss dismissed dismissal ousted
remplacer succeder successeur remplacant replace replaced succeed successor replacement
nommer nomination designer appoint appointed appointment named
diriger directeur dirigeant patron pdg chef ceo boss head director chief executive leader manager lead
fondateur fonder cree createur founder founded cofounder found creator
president presidence presidential presidentiel
ministre minister ministere ministry ministeriel
gouvernement government executif cabinet
depute parlementaire elu lawmaker legislator mp
parlement parliament parlementaire parliamentary knesset assemblee assembly
conseiller adviser advisor counsellor aide
homologue counterpart
porte-parole spokesman spokesperson spokeswoman
ambassadeur ambassador ambassade embassy
diplomate diplomat diplomatie diplomacy diplomatique diplomatic
envoye emissaire envoy emissary
responsable official officiel fonctionnaire
juge magistrat judge magistrate
procureur parquet prosecutor prosecution prosecutors
avocat lawyer attorney counsel
tribunal cour court juridiction
proces trial poursuites proceedings
plainte complaint lawsuit suit poursuivre sue sued
diffamation defamation libel diffamatoire
condamner condamnation convict convicted conviction sentence sentenced ordered
amende penalite fine penalty damages indemnites dommages
verser payer paiement pay paid payment payer regler
jugement decision arret ruling judgment verdict ruled
rejeter debouter rejet reject rejected dismiss dismissed throw
appel pourvoi appeal
enquete enqueter investigation investigate inquiry probe investigator enqueteur
commission comite committee panel commission
rapport report
preuve prouver evidence proof prove proven prouve
indice trace marqueur trace marker clue sign indication
accuser accusation mettre cause accuse accused allegation alleged blame
soupcon soupconner suspect suspicion suspected presume
nier dementir dementi deny denied denial refuter contester
admettre reconnaitre avouer admit acknowledge concede
confirmer confirmation confirm confirmed
affirmer assurer declarer dire claim assert say said state declare
annoncer annonce announce announced announcement
reveler revelation devoiler publier reveal revealed revelation disclose expose uncover broke publish published
informer information inform information news
demander reclamer exiger ask demand request call urge
promettre promesse engager engagement promise pledge commit commitment undertaking vow
garantie guarantee assurance
proposer proposition offre offrir propose proposal offer offered suggest
accepter accord accept accepted agree agreed agreement deal
refuser refus refuse refusal decline reject turned
negocier negociation pourparlers discussion tractation negotiate negotiation talks discussions
rencontrer rencontre reunion entretien entrevue voir meet met meeting encounter
recevoir accueillir receive received host hosted welcome
visite visiter deplacement voyage visit trip travel rendre
telephoner appeler appel entretien call called phone phoned ring rang
parler evoquer speak spoke talk discuss
secret discret discretement confidentiel secretly covert discreet confidential quiet
crise tension brouille dispute differend crisis row rift tension feud spat quarrel
gel geler suspendre suspension interrompre freeze froze frozen suspend suspended halt stop
reprendre reprise retablir resume restore restart
cooperation cooperer partenariat cooperate partnership
relation lien rapport relation relationship ties link
apaiser desamorcer calmer calm defuse ease soothe appease
mettre fin terminer clore achever end ended close conclude finish over
ouvrir lancer demarrer open launch start begin began
consequence suite impact effet fallout consequence effect aftermath
pirater piratage hack hacked hacking breach hacker pirate compromettre compromised
espionner espionnage espion spy spied spying espionage snoop surveillance
ecouter ecoute mettre wiretap tapped eavesdrop listening
surveiller surveillance monitor monitoring surveil watch watched
cibler cible viser target targeted aim aimed
infecter infection infect infected
logiciel software programme program spyware logiciel-espion mouchard outil tool application
telephone portable mobile smartphone appareil phone handset device cellphone iphone
numero number numbers
message messagerie sms imessage texto text
courriel mail email e-mail
faille vulnerabilite flaw vulnerability bug exploit
mise jour correctif patch update fix
attaque attaquer attack attacked
donnee data base database
liste list listing
fuite divulguer leak leaked
vie privee privacy intimite
securite security surete safety
defense armee militaire military defence army
renseignement intelligence services
police policier gendarme officer
terrorisme terroriste terrorism terrorist terror
criminalite crime criminel criminal
arme weapon arms
exporter exportation export exports
licence autorisation permis license licence permit
autoriser autoriser permettre allow authorise authorize permit approve approval aval feu vert
interdire interdiction ban banned prohibit forbid prohibited
exclure exempter exemption exclu intouchable excluded exempt exempted protected untouchable off-limits
proteger protection protect protected shield
limiter restreindre restriction limit restrict restrictions encadrement
regle reglementation loi norme rule regulation law
moratoire moratorium
sanction sanctionner noire blacklist blacklisted sanctions sanctioned entity
acheter achat acquerir acquisition buy bought purchase acquire
vendre vente vendeur sell sold sale sales
client acquereur acheteur customer client buyer
contrat contract
prix cout couter price cost costs
argent somme montant money amount sum
dette endettement debt owe owes owed
faillite insolvable bankruptcy bankrupt insolvency
tresorerie cash liquidites
credit pret loan lender creancier creditor
valeur valoriser value valued worth
chiffre affaires revenus revenue revenues sales turnover
emploi poste employe salarie job employee staff worker layoff
entreprise societe firme compagnie company firm business corporation
filiale maison-mere parent subsidiary
journaliste reporter journalist
journal quotidien newspaper paper daily
media presse outlet press
radio chaine station broadcaster channel
militant activiste defenseur activist campaigner defender
opposant opposition opponent dissident
ong association organisation ngo organization charity
droits homme human rights
personne individu people person
femme epouse mari conjoint wife husband spouse
mort mourir deces tuer tue death die died kill killed
blesser blesse injured wounded hurt
arreter arrestation interpeller arrest arrested detained
prison incarcerer emprisonner detention jail jailed imprisoned
otage hostage
victime victim
accident catastrophe disaster crash
pays etat nation country state
ville city town
capitale capital
etranger foreign abroad
frontiere border
guerre war conflit conflict
paix peace
accord traite treaty
election vote voter scrutin ballot elected
campagne campaign
parti party
roi monarque king monarch royaume kingdom
allie ally allied ami friend
ennemi enemy adversaire rival
liste annuaire directory
debut commencement beginning early start
fin end late
hier veille yesterday eve
semaine week
mois month
annee an year
age ans aged old
premier first
dernier last latest
nombre number figure
environ quelque about around roughly
moitie half
majorite plupart majority most
augmenter hausse increase rise rose grow
baisser baisse reduire reduction decrease fall fell drop reduce reduced cut smaller
grave gravite serieux serious grave severe seriously
important majeur major significant important key
dangereux danger risque dangerous risk
difficile difficulte difficult hard struggle
nouveau neuf new
ancien former ex
public publique public
prive private
illegal illicite unlawful illegal
legal legitime legal lawful legitimate
responsabilite responsible responsibility liable
cause raison motif reason why cause
but objectif objet aim goal purpose objective subject sujet
moyen methode maniere means method way
technique technical technologie technology
expert specialiste chercheur expert researcher specialist analyst
analyse examen expertise analyse analysis analyze forensic examine examination test
laboratoire lab laboratory
ecole eleve school pupil student
universite university academic
sante hopital health hospital
medecin docteur doctor physician
eau water
incendie feu fire blaze
pont bridge
route road
train rail
avion plane aircraft
bateau navire ship boat vessel
maison logement housing house home
maire mairie mayor municipal council
region province department
travaux chantier construction works
fermer fermeture close closed closure shut
ouvrir ouverture open opened reopening rouvrir
promulguer adopter adoption adopt adopted pass passed approve approved vote
critiquer critique criticise criticize criticism denounce denoncer
colere indigner anger angry outrage outraged furious
surprise surpris stunned surprised astonish stupeur
inquiet inquietude worry worried concern concerned
silence taire silent quiet mutisme
excuse excuses apology apologise
explication expliquer explanation explain explanations
reponse repondre answer reply respond response
reaction reagir react reaction
opinion avis view opinion
soutenir soutien support back backed
aider aide assistance help assist aid
changer changement change changed switch
utiliser usage emploi servir use used using
abus mesusage detournement abuse misuse abused
fabriquer fabricant concevoir produire make maker manufacturer produce producer develop developer developed design
livrer fournir fournisseur deliver supply supplier provide
envoyer depecher send sent dispatch
chercher tenter essayer seek try attempt
reussir succes succeed success
echouer echec fail failure failed
gagner victoire win won victory
perdre perte lose lost loss
continuer poursuivre continue pursue ongoing
arriver venir arrive come came
heriter heritage inherit inherited
predecesseur predecessor
membre member
groupe group
reunir rassembler gather convene assemble
conseil council board
siege headquarters based seat
pere mere parent father mother
allemagne allemand germany german
angleterre anglais england english
arabie saoudite saoudien saudi arabia
argentine argentin argentina argentinian
australie australien australia australian
autriche autrichien austria austrian
belgique belge belgium belgian
bresil bresilien brazil brazilian
britannique britain british royaume-uni uk
bulgarie bulgare bulgaria bulgarian
canada canadien canadian
chine chinois china chinese
danemark danois denmark danish
egypte egyptien egypt egyptian
emirats emirati emirates uae
espagne espagnol spain spanish
americain american etats-unis usa us washington
europe europeen european
finlande finlandais finland finnish
france francais french paris
grece grec greece greek
hongrie hongrois hungary hungarian
inde indien india indian
indonesie indonesien indonesia indonesian
irak irakien iraq iraqi
iran iranien iranian
irlande irlandais ireland irish
israel israelien israeli
italie italien italy italian
japon japonais japan japanese
jordanie jordanien jordan jordanian
liban libanais lebanon lebanese
maroc marocain morocco moroccan rabat
mexique mexicain mexico mexican
norvege norvegien norway norwegian
pakistan pakistanais pakistani
palestine palestinien palestinian
bas hollande neerlandais netherlands dutch
pologne polonais poland polish
portugal portugais portuguese
roumanie roumain romania romanian
russie russe russia russian moscou moscow
rwanda rwandais rwandan
senegal senegalais senegalese
suede suedois sweden swedish
suisse switzerland swiss
syrie syrien syria syrian
tunisie tunisien tunisia tunisian
turquie turc turkey turkish
ukraine ukrainien ukrainian
algerie algerien algeria algerian
azerbaidjan azerbaidjanais azerbaijan azerbaijani
togo togolais togolese
afrique africain africa african
asie asiatique asia asian
journaliste reporter correspondent correspondant
caricature dessin cartoon drawing
carte plan map
photo photographie image picture photograph
video film footage
argent fonds funds money
jury jure juror
faille vulnerabilite zero-day
`;
