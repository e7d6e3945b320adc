/**
 * Page furniture of newspaper pages and copied articles, French and English together: pages mix them. All of it is
 * written as `fold` leaves it (lower case, no accents, straight apostrophes). Only general wording belongs here; what
 * depends on where a line stands is in clean-article.ts.
 */

export type FurnitureReason =
  | 'advertisement'
  | 'comments'
  | 'cookies'
  | 'copyright'
  | 'credit'
  | 'navigation'
  | 'newsletter'
  | 'related'
  | 'share'
  | 'subscription'
  | 'tags';

const phrases = (text: string): string[] => text.split('|').map((phrase) => phrase.trim());

/** Furniture when it is the whole line, leaving aside punctuation, symbols and counts around it. */
export const wholeLines: Readonly<Record<FurnitureReason, readonly string[]>> = {
  advertisement: phrases(`
    publicite | pub | annonce | annonces | advertisement | advertisements | advertising | ad | ads | sponsored |
    sponsored content | sponsored by | sponsorise | contenu sponsorise | contenu partenaire | contenus sponsorises |
    communique | partner content | paid content | paid post | promoted | promoted content | passer la publicite |
    fermer la publicite | skip ad | skip advertisement | close ad | scroll to continue |
    la suite apres cette publicite | la suite apres la publicite | publicite, votre article continue ci-dessous |
    article continues below | article continues after ad | article continues below this ad |
    article continues after advertisement | story continues below advertisement |
    story continues after advertisement | continue reading below
  `),
  comments: phrases(`
    annuler la reponse | cancel reply | repondre | reply | nom | name | site web | website | poster le commentaire |
    publier le commentaire | post comment | submit comment | signaler un abus | signaler un contenu |
    signaler une erreur | signaler ce commentaire | report abuse | report an error | reagir | reagissez | commenter
  `),
  cookies: phrases(`
    tout accepter | accepter tout | tout refuser | accepter et fermer | accepter et continuer | accepter les cookies |
    accepter | refuser | continuer sans accepter | personnaliser mes choix | parametrer | parametrer les cookies |
    gestion des cookies | gerer les cookies | gerer mes cookies | gerer mes preferences | gerer le consentement |
    accept | accept all | accept cookies | accept all cookies | i accept | i agree | agree | reject all | got it |
    cookie policy | cookie settings | cookie preferences | manage cookies | manage consent | manage preferences |
    manage my preferences | your privacy choices | we value your privacy | nous respectons votre vie privee
  `),
  copyright: phrases(`
    tous droits reserves | all rights reserved | reproduction interdite | copyright
  `),
  credit: phrases(`
    afp | reuters | avec afp | avec agences | avec reuters | with afp | with agencies | afp photo |
    photo d'illustration | image d'illustration | photo d'archives | file photo | credit photo | photo credit
  `),
  navigation: phrases(`
    fermer | close | menu | accueil | home | home page | recherche | rechercher | search | retour | retour en haut |
    retour en haut de page | retour en haut de la page | retour a l'accueil | bouton retour en haut de la page |
    haut de page | back to top | back to top button | scroll to top | go to top | aller au contenu |
    aller au contenu principal | skip to content | skip to main content | skip to navigation | suivant | precedent |
    next | previous |
    voir plus | voir tout | voir l'article | afficher plus | show more | see more | see all |
    view all | load more | lire la suite | lire l'article | read more | read full article | read full story |
    continue reading | en savoir plus | learn more | chargement | chargement en cours | loading | ecouter |
    ecouter l'article | ecouter cet article | listen | listen to this article | listen to article | lire la video |
    play video | watch now | agrandir l'image | agrandir la photo | enlarge image | view gallery |
    open image in gallery | telecharger l'application | download the app | download our app | mentions legales |
    conditions generales | conditions generales d'utilisation | conditions d'utilisation |
    politique de confidentialite | donnees personnelles | privacy | privacy policy | privacy notice | terms |
    terms of use | terms of service | terms and conditions | cgu | cgv | contact | contacts | contact us |
    contactez-nous | nous contacter | a propos | about | about us | qui sommes-nous | plan du site | sitemap |
    site map | faq | aide | help | se connecter | connexion | se deconnecter | s'identifier | creer un compte |
    mon compte | log in | login | log out | sign in | register | my account | en direct | direct | live |
    changer de langue | choose language | edition abonnes | e-paper | boutique | jeux concours
  `),
  newsletter: phrases(`
    newsletter | newsletters | la newsletter | nos newsletters | notre newsletter | our newsletter | our newsletters |
    lettre d'information | infolettre | s'inscrire | s'inscrire a la newsletter | je m'inscris | inscription |
    inscrivez-vous | sign up | sign up now | sign me up | votre adresse e-mail | votre adresse email | votre e-mail |
    votre email | adresse e-mail | e-mail address | email address | your email | your email address |
    enter your email | enter your email address | entrez votre e-mail | entrez votre adresse e-mail |
    desabonnez-vous | unsubscribe | activer les notifications | enable notifications
  `),
  related: phrases(`
    a lire | a lire aussi | a lire egalement | a lire ailleurs | a voir | a voir aussi | a ecouter | a ecouter aussi |
    lire aussi | lire egalement | lisez aussi | voir aussi | voir egalement | a decouvrir | a decouvrir aussi |
    a ne pas manquer | notre selection | read also | also read | see also | watch also | read next | up next |
    what to read next | keep reading | related | don't miss | article suivant | article precedent | next article | previous article |
    next post | previous post
  `),
  share: phrases(`
    partager | partager l'article | partager cet article | partagez | partagez cet article | partagez l'article |
    share | share this | share this article | share this story | share this post | share article | share this page |
    tweeter | tweet | imprimer | imprimer l'article | print | print this article | print article | enregistrer |
    sauvegarder | save | save article | save for later | offrir | offrir l'article | offrir cet article |
    gift this article | copier le lien | copier l'url | lien copie | copy link | copy url | link copied |
    envoyer par e-mail | envoyer par mail | envoyer a un ami | email this article | send by email |
    ajouter aux favoris | ajouter a mes favoris | ajouter a vos favoris | add to favorites | suivez-nous |
    nous suivre | follow | follow us | suivre | j'aime | like | likes | facebook | twitter | instagram | linkedin |
    whatsapp | telegram | youtube | tiktok | pinterest | reddit | messenger | flipboard | google news | rss |
    flux rss | e-mail | email | mail | sms
  `),
  subscription: phrases(`
    s'abonner | je m'abonne | abonnez-vous | abonnement | abonnements | abonne | abonnes | reserve aux abonnes |
    article reserve aux abonnes | article abonne | contenu reserve aux abonnes | deja abonne |
    deja abonne connectez-vous | premium | article premium | contenu premium | subscribe | subscribe now |
    subscribe today | subscriber only | subscribers only | members only | for subscribers | already a subscriber |
    already a subscriber log in | already a member | voir les offres | decouvrir nos offres | profiter de l'offre |
    start free trial | faire un don | je fais un don | donate | donate now | support us | become a member
  `),
  tags: phrases(`
    tags | tag | mots-cles | mots cles | keywords | topics | etiquettes | categories | filed under
  `),
};

/** Titles of a list of other articles; the headlines under it are furniture too. */
export const relatedSections: RegExp =
  /^(?:(?:nos |les |autres? |more )?(?:articles?|sujets|contenus|posts?|stories|news|lectures) (?:similaires?|lies?|connexes?|associes?|recommandes?|recents?|populaires?|suggeres?)|(?:related|recommended|suggested|similar|recent|popular|latest|more|top|other|trending) (?:articles?|stories|posts?|news|content|topics|reading|headlines|coverage)|sur le meme (?:sujet|theme)|dans la meme (?:rubrique|categorie)|dans le meme dossier|pour aller plus loin|les plus (?:lus|vus|populaires|partages|commentes|recents)|most (?:read|popular|viewed|shared)|trending(?: now)?|recommended(?: for you)?|recommandes? pour vous|you (?:may|might) (?:also )?(?:like|enjoy|be interested in)(?: .{0,20})?|vous (?:aimerez|pourriez|devriez) (?:aussi|egalement|aimer)(?: .{0,20})?|cela (?:pourrait|peut) (?:aussi )?vous interesser|ces articles (?:pourraient|peuvent|devraient) vous interesser|(?:les )?dernieres (?:actualites|actus|infos|nouvelles|minutes|depeches)|editor'?s'? picks|around the web|from (?:around )?the web|ailleurs sur le web|more (?:from|on|about|in) .{2,40}|plus d'(?:articles|infos|actualites).{0,30}|toute l'actualite.{0,30}|a la une|fil (?:info|d'actualite)|contenus sponsorises)$/;

/** Titles of the readers' comments. */
export const commentSections: RegExp =
  /^(?:(?:les |vos |\d+ )?(?:commentaires?|reactions?|comments?|responses?)(?: des (?:lecteurs|internautes|abonnes))?|(?:laissez?|laisser|poster|publier|ajouter|ecrire|rediger)(?:[- ]nous)? (?:un|votre|une) (?:commentaire|reponse|reaction|avis)|(?:leave|post|add|write) (?:a|your) (?:comment|reply|response)|(?:reagir|reagissez) a cet article|(?:votre|your) (?:commentaire|comment|reaction)|(?:show|view|hide|read|see|all) (?:all |the )?(?:\d+ )?comments|(?:voir|afficher|masquer|lire|tous)(?: tous)? les (?:\d+ )?commentaires|join the (?:conversation|discussion)|participe[rz] a la (?:conversation|discussion)|(?:soyez|be) (?:le |the )?(?:premier|first)(?: a| to)? (?:commenter|reagir|comment)|\d+ (?:replies|thoughts on .{0,80}|reponses))$/;

/** What stands beside a reader's comment and nowhere in an article. */
export const commentCues: RegExp =
  /^(?:repondre|reply|signaler|report)$|\b(?:dit|says|a ecrit|wrote)\s*:$|^.{2,40}\b(?:il y a \d+|\d+ \w+ ago)\b.{0,20}$|^(?!publie|mise? |modifie|poste|published|updated).{2,40}\b(?:19|20)\d\d,? (?:a|at) \d{1,2}\s?[h:]\s?\d\d.{0,20}$/;

/** Words of a row of share buttons: "Partager sur Facebook Twitter". */
export const shareWords: ReadonlySet<string> = new Set(
  'partager partagez share tweeter tweet twitter facebook fb x linkedin whatsapp telegram messenger pinterest reddit instagram youtube tiktok snapchat tumblr flipboard threads bluesky mastodon skype viber line wechat google+ email e-mail mail courriel sms print imprimer copier copy lien link url envoyer send suivre suivez follow like save enregistrer rss sur on via par by with avec le la the cet cette this article page story a to un an ami friend et and or ou facebook. nous us'.split(
    ' ',
  ),
);

/** Sections of newspapers: a row of them is the site's menu. */
export const sectionWords: ReadonlySet<string> = new Set(
  'accueil home actualite actualites actu actus info infos news une politique politics international internationale monde world france europe afrique africa amerique ameriques americas asie asia moyen-orient proche-orient middle east maghreb israel maroc societe society economie economy eco business entreprises finance finances bourse markets argent money sport sports football culture cultures arts livres books cinema movies musique music television tv radio medias media people sante health sciences science planete environnement environment climat climate tech techno technologie technologies technology high-tech numerique digital internet cybersecurite cybersecurity cyber education emploi jobs immobilier real estate auto automobile voyage voyages travel cuisine gastronomie food style mode fashion lifestyle loisirs jeux games meteo weather opinion opinions idees ideas debats debat tribunes tribune editorial editoriaux chroniques chronique analyse analyses analysis decryptage enquetes enquete investigation investigations reportages dossiers dossier video videos photos podcasts podcast direct live blog blogs newsletter newsletters abonnes premium services magazine archives annonces carnet justice police defense defence securite security diplomatie diplomacy faits divers regions region villes local national nation us uk menu plus more et and the'.split(
    ' ',
  ),
);
