/** Countries with their inhabitants, and the capitals and seats of power that the press names in their stead. */
export const placeGroups = `
allemagne allemand germany german berlin
angleterre anglais england english
arabie saoudite saoudien saudi arabia riyad riyadh
argentine argentin argentina argentinian
australie australien australia australian canberra
autriche autrichien austria austrian
belgique belge belgium belgian bruxelles brussels
bresil bresilien brazil brazilian brasilia
britannique britannic britain british royaume-uni uk londres london downing
bulgarie bulgare bulgaria bulgarian
canada canadien canadian ottawa
chine chinois china chinese pekin beijing
danemark danois denmark danish
egypte egyptien egypt egyptian caire cairo
emirats emirati emirates uae dubai abou dhabi
espagne espagnol spain spanish madrid
americain american etats-unis usa us washington pentagone pentagon
europe europeen european
finlande finlandais finland finnish
france francais francaise french paris
grece grec greece greek athenes athens
hongrie hongrois hungary hungarian budapest
inde indien india indian delhi
indonesie indonesien indonesia indonesian
irak irakien iraq iraqi
iran iranien iranian teheran tehran
irlande irlandais ireland irish
israel israelien israeli hebreu hebrew jerusalem
italie italien italy italian rome
japon japonais japan japanese tokyo
jordanie jordanien jordan jordanian amman
liban libanais lebanon lebanese beyrouth beirut
maroc marocain morocco moroccan rabat cherifien
mexique mexicain mexico mexican
norvege norvegien norway norwegian
pakistan pakistanais pakistani islamabad
palestine palestinien palestinian ramallah gaza
bas hollande neerlandais netherlands dutch
pologne polonais poland polish varsovie warsaw
portugal portugais portuguese
roumanie roumain romania romanian
russie russe russia russian moscou moscow kremlin
rwanda rwandais rwandan kigali
senegal senegalais senegalese dakar
suede suedois sweden swedish stockholm
suisse switzerland swiss berne geneve geneva
syrie syrien syria syrian damas damascus
tunisie tunisien tunisia tunisian tunis
turquie turc turkey turkish ankara
ukraine ukrainien ukrainian kiev kyiv
algerie algerien algeria algerian alger algiers
azerbaidjan azerbaidjanais azerbaijan azerbaijani
togo togolais togolese
afrique africain africa african
asie asiatique asia asian
`;
