/** Qualities, measures and times: see thesaurus.ts. */
export const qualityGroups = `
debut commencement beginning early start
fin end late
hier veille yesterday eve
semaine week
mois month
annee an year ans
age ans aged old
ete summer
automne autumn fall
hiver winter
printemps spring
janvier january
fevrier february
mars march
avril april
mai may
juin june
juillet july
aout august
septembre september
octobre october
novembre november
decembre december
lundi monday
mardi tuesday
mercredi wednesday
jeudi thursday
vendredi friday
samedi saturday
dimanche sunday
jour journee day quotidien daily
premier premiere first 1er
dernier derniere last latest
nombre number figure chiffre
environ quelque about around roughly
moitie half
majorite plupart majority most
partiel partial partly partially
total complet entire complete whole
ampleur scale extent size magnitude importance
grave gravite serieux serious grave severe seriously
important majeur major significant important key
difficile difficulte difficult hard struggle
nouveau neuf new
ancien former ex precedent previous
public publique publics
prive privee private
illegal illicite unlawful illegal
legal legitime legal lawful legitimate
responsabilite responsable responsible responsibility liable
cause raison motif reason why cause pretexte
but objectif objet aim goal purpose objective
sujet subject topic theme
moyen methode maniere means method way
role function fonction position
colere indigner anger angry outrage outraged furious fureur
surprise surpris stunned surprised astonish stupeur nues
inquiet inquietude worry worried concern concerned preoccupation
silence taire silent quiet mutisme
opinion avis view opinion
aider aide assistance help helped assist aid
guerre war conflit conflict
paix peace
allie ally allied ami friend amitie
ennemi enemy adversaire rival
provisoire interim temporaire temporary preliminaire preliminary
definitif final definitive
francophone french-speaking
principal main chief senior top haut
plus-haut highest
temoin witness temoignage testimony
jury jure juror
groupe group
parti party
presence present presents
absence absent lack manque
sabotage
genre sorte type kind sort
visuel visual
mondial world monde worldwide international
national nationwide
local locale
vrai vraiment veritable true really reellement
faux fausse false untrue mensonge lie mensonger
connu celebre fameux famous known well-known
`;
