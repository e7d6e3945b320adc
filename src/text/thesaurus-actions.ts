/** What people do and what happens, irregular forms included since they share no stem: see thesaurus.ts. */
export const actionGroups = `
demissionner demission demissionnaire resign resignation quit step stepped demis
quitter depart partir parti leave left departure departed leaving
limoger renvoyer licencier revoquer evincer fire fired sack sacked dismiss dismissed dismissal ousted limogeage demettre
remplacer succeder successeur remplacant replace replaced succeed successor replacement succede succession
predecesseur predecessor
nommer nomination designer nomme appoint appointed appointment designate
nommer appeler surnommer qualifier baptiser call called name named dub dubbed term nom
heriter heritage inherit inherited
arreter arrestation interpeller arrest arrested detained interpelle gardeavue custody
prison incarcerer emprisonner detention jail jailed imprisoned prisonnier
extrader extradition extradite
expulser expulsion expel deport
proces audience trial hearing poursuites proceedings audiences
plainte complaint lawsuit suit poursuivre sue sued plaintes suing attaquer citation assignation
diffamation defamation libel diffamatoire
condamner condamnation convict convicted conviction sentence sentenced ordered condamne
accuser accusation accuse accused allegation alleged blame blamed imputer imputation
inculper inculpation examen indict indicted charge charged
jugement decision arret ruling judgment verdict ruled
rejeter debouter rejet reject rejected dismiss dismissed deboute irrecevable inadmissible threw thrown
appel pourvoi appeal cassation
enquete enqueter investigation investigate inquiry probe investigator enqueteur investigations
soupcon soupconner suspect suspicion suspected presume soupconne
nier dementir dementi deny denied denial refuter contester rejeter balayer disavow rebut rebuff
admettre reconnaitre reconnu avouer admit acknowledge concede recognise recognize
confirmer confirmation confirm confirmed
affirmer assurer declarer dire dit claim assert say said state declare declared
dire non refuser refus no reject
annoncer annonce announce announced announcement
reveler revelation devoiler reveal revealed revelation disclose expose uncover uncovered broke scoop
publier paru publication publish published release released parution
informer information inform informed avertir avertissement warn warned warning alerte prevenir signaler
demander reclamer exiger ask asked demand request requested call urge reclame exige
promettre promesse promis engager engagement promise promised pledge commit commitment undertaking vow vowed
garantie garantir guarantee assurance
proposer proposition offre offrir offert propose proposal proposed offer offered suggest
accepter accepte accept accepted agree agreed consentir
refuser refus refuse refused refusal decline declined turned
negocier negociation pourparlers discussion tractation negotiate negotiation talks discussions discuter
rencontrer rencontre reunion entretien entrevue meet met meeting encounter entretenir
recevoir recu accueillir accueil receive received host hosted welcome welcomed
visite visiter deplacement voyage visit visited trip travel travelled sejour venue venu venir rendre
accompagner escorter accompany accompanied
telephoner appeler appel call called phone phoned ring rang
parler evoquer aborder speak spoke spoken talk discuss discussed
exprimer prononcer parole speak express comment remarks statement prise
demander question interroger questionner ask asked questioned quiz
repondre repondu reponse answer answered reply replied respond responded response retorquer
reagir reaction react reacted
critiquer critique denoncer criticise criticize criticism denounce denounced condemn condemned
soutenir soutien support supported back backed appuyer
secret discret discretement confidentiel secretly covert discreet discreetly confidential quiet quietly
crise tension brouille dispute differend litige crisis row rift tension feud spat quarrel
gel geler suspendre suspendu suspension freeze froze frozen suspend suspended
interrompre arreter stopper cesser cesse halt halted stop stopped cease ceased interrompu
reprendre repris reprise retablir resume resumed restore restored restart
cooperation cooperer collaborer collaboration partenariat cooperate partnership collaborate
relation lien relationship ties link liens
apaiser desamorcer calmer calm defuse ease eased soothe appease apaisement reconcilier reconciliation
terminer clore achever fin finir end ended close closed conclude finish over tourner
conclure conclu conclusion conclusions conclude concluded findings found find
lancer demarrer debuter commencer commence launch launched start started begin began begun
ouvrir ouvert ouverture rouvrir open opened opening reopening reopen
fermer fermeture ferme close closed closure shut
creer cree creation mettre place create created set setup establish established instituer former designer
consequence suite impact effet repercussion fallout consequence effect aftermath retombees
pirater piratage hack hacked hacking breach hacker pirate compromettre compromised intrusion
espionner espionnage espion spy spied spying espionage snoop snooping surveillance
ecouter ecoute wiretap tapped eavesdrop eavesdropping listening listen
surveiller surveillance monitor monitoring surveil watch watched suivre pister track
cibler cible viser vise target targeted aim aimed targeting
infecter infection infect infected contaminer contamination
attaque attaquer attack attacked
selectionner choisir choisi select selected choose chose chosen retenir retenu pick picked
figurer apparaitre apparu appear appeared feature listed inscrire inscrit
autoriser permettre permis allow allowed authorise authorize permit approve approval aval
interdire interdit interdiction bannir ban banned banning prohibit forbid forbidden prohibited bannissant
exclure exclu exclus exclue exempter exempte exemption intouchable excluded exclude exempt exempted protected untouchable epargner
proteger protection protect protected shield
limiter restreindre restreint restriction limit limited restrict restrictions encadrement encadrer
reglementer regulate moratoire moratorium
sanction sanctionner noire blacklist blacklisted blacklisting sanctions sanctioned punir punish
acheter achat acquerir acquis acquisition buy buying bought purchase purchased acquire
vendre vendu vente sell selling sold sale sales commercialiser market
exporter exportation export exports exported
verser versement payer paiement pay paid payment regler debourser
coute coutera cost costs couter facture bill
payer financer financement fund funded finance
livrer fournir fourni fournisseur deliver supply supplied supplier provide provided
envoyer depecher envoi send sent dispatch dispatched
apporter amener emporter bring brought carry carried remettre remis livrer hand handed deliver
montrer presenter show showed shown display presented
utiliser utilise usage emploi servir use used using emploi
abus mesusage detournement abuse misuse abused misused
fabriquer fabricant concevoir concu produire produit make made maker manufacturer produce producer develop developer developed design designed
construire construit batir build built construction
detruire detruit destruction destroy destroyed demolir
endommager abimer degat damage damaged deteriorer
reparer reparation repair repaired mend fix
chercher tenter essayer tentative seek sought try tried attempt attempted
faillir failli proche pres close near nearly almost verge finaliser last
reussir reussi succes succeed success
echouer echec fail failed failure
gagner victoire gagne win won victory remporter
perdre perdu perte lose lost loss
continuer poursuivre continue continued pursue ongoing
survivre survie survival survive survived
arriver arrive venu come came arrived
risquer risque danger dangereux risk dangerous peril menace threat threaten
craindre crainte peur fear fears afraid
couper coupe cut cutoff disconnect debrancher retirer revoquer revoke withdraw withdrew withdrawn
prendre attraper saisir catch caught seize seized
decouvrir decouvert decouverte discover discovered discovery find found detecter detection detect detected repere
trouver trouve find found locate
chercher recherche search searched
voir vu see saw seen apercevoir
examiner examen analyser analyse expertise analysis analyze analysed forensic examine examined examination test tested
verifier verification check checked verify verified
savoir su connaitre connu know known knew ignorer
croire penser estimer think thought believe believed consider considered juger
decider decision decide decided trancher
vouloir souhaiter want wanted wish
elire elu election elections vote voter scrutin ballot elected
voter vote adopter adoption adopt adopted pass passed approve approved promulguer
campagne campaign
changer change changement modifier changed switch switched alter replace
ajouter ajout add added
mettre jour actualiser update updated
augmenter hausse monter increase increased rise rose risen grow grew
baisser baisse reduire reduit reduction diminuer decrease decreased fall fell fallen drop dropped reduce reduced cut smaller
deplacer bouger move moved transferer
rester demeurer sejourner durer duree stay stayed remain remained last lasted
attendre attente wait waited expect expected
reunir rassembler gather convene assemble
membre member appartenir belong
signer signature sign signed
ecrire ecrit write wrote written rediger
lire lu read
expliquer explication explain explained explanation
decrire decrit describe described
raconter narrate recount
citer quote cite cited mention mentioned
traiter qualifier describe call
moquer mock ironiser
excuser excuses apology apologise apologize
voler vol theft steal stole stolen
blesser injure
evacuer evacuation evacuate
effondrer effondrement collapse collapsed ecrouler
habiter resider live lived vivre
naitre ne naissance born birth
etudier etude study studied
prevoir prevu plan planned schedule scheduled longue
cacher dissimuler hide hid hidden conceal
lier lie linked connected related
`;
