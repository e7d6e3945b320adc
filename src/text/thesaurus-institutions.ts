/** People, offices, bodies and things: see thesaurus.ts. */
export const institutionGroups = `
diriger dirige directeur dirigeant patron pdg chef boss ceo head director executive leader manager lead led run ran
commander commandant commander command
fonder fondateur fondatrice createur founder founded cofounder cofondateur creator
president presidence presidential presidentiel elysee
presider preside presidait chair chaired chairman chairwoman president
ministre minister ministere ministry ministeriel portefeuille
ministre secretary ministry department portfolio
gouvernement government executif cabinet administration gouvernemental
premier prime
depute parlementaire elu lawmaker legislator mp senateur senator congressman representative
parlement parliament parlementaire parliamentary knesset assemblee assembly senat senate congress congres chambre
conseiller conseillere adviser advisor counsellor aide adjoint deputy assistant
adjoint deputy vice second
homologue counterpart pair peer
porte-parole spokesman spokesperson spokeswoman
ambassadeur ambassadrice ambassador ambassade embassy
diplomate diplomat diplomatie diplomacy diplomatique diplomatic
diplomatie affaires etrangeres foreign diplomacy
envoye emissaire envoy emissary
responsable official officiel fonctionnaire dignitaire
juge magistrat judge magistrate instruction
procureur parquet prosecutor prosecution prosecutors procureure
avocat avocate lawyer attorney counsel barrister me defenseur conseil
tribunal cour court juridiction tribunaux judiciaire judicial
justice judiciaire judicial
police policier policiere gendarme officer gendarmerie cop
armee militaire soldat troupe military soldier troops army forces
defense armee militaire armees defence army military
renseignement espionnage intelligence services spy agency secrets
maire mairie mayor municipal municipalite town hall
conseil council board
roi monarque king monarch royaume kingdom souverain palais royal
reine queen
prince princess princesse
commission comite committee panel commission
rapport report document
entreprise societe firme compagnie company firm business corporation groupe vendor editeur fabricant
entreprise startup start-up jeune
filiale maison-mere parent subsidiary holding proprietaire owner actionnaire shareholder
fournisseur vendeur vendor supplier provider seller prestataire
client acquereur acheteur customer client buyer purchaser utilisateur user
concurrent rival competitor concurrence competition
emploi poste employe salarie job employee staff worker personnel collaborateur
licenciement layoff laid supprimer suppression job cuts
syndicat union
journaliste reporter journalist redacteur correspondant correspondent
journal quotidien newspaper paper daily hebdomadaire weekly
magazine revue hebdomadaire magazine review
media presse outlet press newsroom redaction redactions
radio chaine station broadcaster channel television tele
consortium collectif coalition consortium partenaire
militant activiste defenseur activist campaigner defender
opposant opposition opponent dissident
ong association organisation ngo organization charity
expert specialiste chercheur chercheuse expert researcher specialist analyst technicien technician
laboratoire lab laboratory
ecole eleve school pupil student enseignant teacher
universite university academic
hopital hospital clinique
sante health
medecin docteur doctor physician
femme epouse mari conjoint wife husband spouse
fils fille enfant son daughter child children
pere mere parent father mother
frere soeur brother sister
famille family proche relative parente
mort mourir deces mourut tuer tue death die died dead kill killed victime
blesser blesse injured wounded hurt injury
otage hostage
victime victim cible
pays etat nation country state
ville city town village commune
capitale capital
etranger foreign abroad overseas exterieur
frontiere border
region province departement county
lieu endroit place location site venue
siege headquarters based seat bureaux office
hotel palais palace
liban lebanon
carte plan map
accord traite treaty agreement deal pacte
contrat contract
licence autorisation permis license licence permit
regle reglementation loi norme rule regulation law legislation texte
telephone portable mobile smartphone appareil phone handset device cellphone iphone combine
numero number numbers
message messagerie sms imessage texto text
courriel mail email e-mail
ordinateur computer pc laptop
logiciel software programme program spyware mouchard outil tool application espion
technologie technology technique technical tech cyber
faille vulnerabilite flaw vulnerability bug exploit zero-day
correctif patch update fix misajour updates
donnee data donnees
base database
liste list listing listes annuaire directory repertoire fichier
fuite divulguer leak leaked
securite security surete safety
terrorisme terroriste terrorism terrorist terror
criminalite crime criminel criminal delinquance
arme armement weapon arms weapons
dette endettement debt owe owes owed
faillite insolvable bankruptcy bankrupt insolvency
tresorerie cash liquidites reserves
credit pret loan lender creancier creditor emprunt borrow lenders
argent fonds funds money funding
argent somme montant money amount sum
prix cout couter coutait price cost costs tarif
valeur valoriser valorisation valoriser value valued worth valuation
revenus revenue revenues sales turnover chiffre ventes recettes income
amende penalite fine penalty damages indemnites dommages interets
million millions
euro euros
dollar dollars
preuve prouver evidence proof prove proven prouve
indice trace marqueur clue sign indication marker traces marqueurs temoin
droits rights
vie privee privacy intimite
secret confidentiel confidential classified classifie
photo photographie image picture photograph visuel
video film footage
caricature dessin cartoon drawing
lettre courrier letter
communique statement release declaration
discours allocution speech address
interview entretien entrevue interview
article papier story piece report
une headline title titre
chronologie timeline
eau water
incendie feu fire blaze flamme
pont bridge passerelle footbridge ouvrage
fissure crack cracks lezarde
pile pier pilier pillar
poids weight charge load tonnes
longueur length metre metres long
hauteur height haut high
bus autobus autocar coach
voiture vehicule car vehicle camion truck lorry
route road rue street voie
train rail ferroviaire railway
avion plane aircraft vol flight aeroport airport
bateau navire ship boat vessel
maison logement housing house home domicile
travaux chantier construction works building
pieton pedestrian walker passant
habitant riverain resident inhabitant
meteo weather
match jeu game
`;
