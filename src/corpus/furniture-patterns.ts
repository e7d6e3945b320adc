import type { FurnitureReason } from './boilerplate.ts';

/** Furniture by how a line starts or by what it says. Tested on folded text, symbols in front left aside. */
export interface FurniturePattern {
  readonly reason: FurnitureReason;
  readonly pattern: RegExp;
  /** A longer line is never taken for it. */
  readonly mostWords: number;
  /** Only lines that do not end like a sentence. */
  readonly onlyFragments: boolean;
}

type Scope = readonly [reason: FurnitureReason, mostWords: number, endings?: 'fragments' | 'any'];

/** Lines that start with one of the alternatives (regular expressions, one per line). */
function opening([reason, mostWords, endings = 'any']: Scope, alternatives: string): FurniturePattern {
  const sources = alternatives.split('\n').map((line) => line.trim());
  const pattern = new RegExp(`^(?:${sources.filter(Boolean).join('|')})`);
  return { reason, mostWords, pattern, onlyFragments: endings === 'fragments' };
}

const networks =
  '(?:twitter|facebook|instagram|telegram|whatsapp|linkedin|youtube|tiktok|google (?:news|actualites)|flipboard|threads|bluesky|les reseaux sociaux|social media|nos reseaux)';
const yours = '.*\\b(?:votre|vos|notre|nos|your|our)\\b';
const see = '(?:lire|lisez|relire|voir|voyez|revoir|ecouter|ecoutez|reecouter|regarder|decouvrir|decouvrez|consulter)';

/**
 * Where a sentence of a report could start with the same words, the rest of the pattern speaks to the reader (you, our,
 * this site), which a report does not outside quotation marks.
 */
export const furniturePatterns: readonly FurniturePattern[] = [
  opening(
    ['advertisement', 12],
    `la suite (?:de l'article )?apres (?:cette |la )?publicite
    (?:article|story) continues (?:below|after)
    (?:contenu|article) (?:sponsorise|propose) par
    sponsored (?:by|content)\\b
    publi-?(?:redactionnel|reportage)
    advertisement[ :|-]`,
  ),

  opening(['related', 40], `(?:a )?${see} (?:aussi|egalement|encore)\\b`),
  opening(
    ['related', 30],
    `(?:a )?${see}(?: [a-z'-]+){0,2} ?[:>|→]
    (?:also read|read also|see also|watch also|read (?:more|next|too|full story)|must read|explore more) ?[:>|→]
    (?:more|related|recommended|watch|listen|en lien|sur le meme sujet|pour aller plus loin|plus d'informations?|dossier) ?[:>|→]`,
  ),
  opening(
    ['related', 30, 'fragments'],
    `a (?:re)?(?:lire|voir|ecouter|decouvrir)\\b
    ${see} (?:la suite|l'article|l'analyse|l'enquete|l'interview|l'entretien|le reportage|notre|nos)\\b
    (?:also read|read also|see also|read more|read next|learn more|find out more|more on|more from)\\b
    (?:click here|cliquez ici|full story|full coverage)\\b
    (?:(?:retrouvez|suivez) )?(?:tous (?:nos|les) articles|toute l'actualite)\\b`,
  ),

  opening(
    ['comments', 30],
    `(?:leave a reply|laisser un commentaire|laisser une reponse) (?:cancel reply|annuler la reponse)
    votre (?:adresse )?(?:e-?mail|de messagerie|(?:adresse )?electronique)[^.]* ne sera pas (?:publiee?|visible|affichee?)
    les champs (?:obligatoires sont|marques)
    your e-?mail(?: address)? will not be
    required fields are
    fields marked with
    enregistrer mon nom
    save my name
    (?:ce site utilise|this site uses) akismet
    en savoir plus sur (?:comment|la facon dont) (?:les|vos) donnees
    learn how your comment
    prevenez-moi (?:de|par)
    notify me (?:of|when|by)
    les commentaires sont (?:fermes|desactives|moderes|soumis)
    comments are (?:closed|moderated|off)`,
  ),
  opening(
    ['comments', 25],
    `vous devez (?:etre (?:connecte|identifie|abonne)|vous (?:connecter|identifier))
    you must be (?:logged|signed|registered|a (?:member|subscriber))
    connectez-vous (?:pour|afin)
    (?:please )?(?:log|sign) ?in (?:to|or) (?:comment|leave|post|reply|view|read|continue|register|sign|your)
    pour (?:commenter|reagir|laisser un commentaire)
    to (?:comment|leave a comment|post a comment)`,
  ),
  opening(
    ['comments', 10, 'fragments'],
    `\\d+ (?:commentaires?|reactions?|comments?|replies)\\b
    (?:commentaires?|comments?) ?[(:\\d]
    (?:nom|name|e-?mail|adresse e-?mail|site(?: web)?|website|commentaire|comment) ?:? ?\\*`,
  ),

  opening(
    ['cookies', 90],
    `(?:nous|notre site|nos partenaires|ce site(?: web| internet)?|cette page|avec votre (?:accord|consentement))\\b[^.]{0,160}\\bcookies?\\b
    (?:we|our (?:web)?sites?|this (?:web)?site|this page|we and our (?:\\d+ )?partners)\\b[^.]{0,160}\\bcookies?\\b
    en (?:poursuivant|continuant) (?:votre|la|a) (?:navigation|naviguer)
    by (?:continuing|using) (?:to (?:use|browse) )?(?:this|our) (?:web)?site
    (?:en cliquant|by clicking)\\b.*\\b(?:vous (?:acceptez|consentez|autorisez)|you (?:agree|accept|consent))
    (?:les )?cookies (?:nous permettent|assurent le bon|help us|allow us)
    vous pouvez (?:changer d'avis|modifier vos (?:choix|preferences)|retirer votre consentement)
    you can (?:change|withdraw|manage) your (?:consent|mind|preferences|settings)
    le respect de votre vie privee
    your privacy is
    (?:this site is protected by|ce site est protege par) recaptcha`,
  ),
  opening(
    ['navigation', 40],
    `please (?:enable|turn on) (?:javascript|cookies)
    (?:veuillez |merci d')?activer? (?:javascript|les cookies)
    your browser (?:does not|doesn't|is)
    votre navigateur (?:ne|n'est|est)
    you need to enable javascript
    javascript is (?:disabled|required)
    (?:merci de )?desactivez? votre bloqueur
    please disable your ad`,
  ),

  opening(
    ['newsletter', 45],
    `(?:inscrivez-vous|abonnez-vous|s'inscrire|s'abonner|sign up|subscribe|recevez|receive|get|join)\\b.*\\b(?:newsletters?|infolettres?|lettres? d'info\\w*|mailing list)\\b
    (?:inscrivez-vous|abonnez-vous|sign up|subscribe|recevez|receive|get|join|ne (?:manquez|ratez)|never miss|don't miss)\\b${yours}.*\\b(?:e-?mails?|inbox|boite|whatsapp|telegram|notifications?|alertes?|alerts?)\\b
    recevez\\b.*\\bpar (?:e-?mail|courriel)
    (?:la |notre |our |the )?newsletter ?[:|-]
    newsletters? ?(?:recevez|inscrivez|abonnez|sign up|get)
    en vous inscrivant\\b.*\\bvous
    by (?:signing up|subscribing|entering your e-?mail|providing your e-?mail)\\b.*\\byou
    (?:vous pouvez (?:a tout moment )?vous des(?:inscrire|abonner)|you can unsubscribe)
    (?:entrez|saisissez|indiquez) votre (?:adresse|e-?mail|mail)
    enter your e-?mail
    (?:merci (?:pour|de) votre inscription|thank you for (?:signing up|subscribing))
    (?:stay (?:informed|up to date|updated)|restez informe)\\b${yours}`,
  ),
  opening(
    ['subscription', 45],
    `abonnez-vous
    s'abonner (?:a|pour|des)\\b
    subscribe (?:to (?:our|the|read|continue|get|unlock)|for (?:just|only|full|as little|unlimited|[$£€\\d])|now|today)
    deja (?:abonne|inscrit|membre) ?\\?
    already (?:a )?(?:subscri|member|registered)
    (?:cet|cette|ce) (?:article|contenu|video|page) (?:est|vous est) (?:reservee?|disponible|accessible|offert)\\b.{0,40}(?:abonnes?|membres?|lecteurs?)
    (?:article|contenu) reserve a
    la suite (?:de (?:cet |l')article )?est (?:reservee?|accessible)
    il vous reste \\d+([.,]\\d+)? ?%
    pour (?:lire la suite|(?:continuer|poursuivre) (?:la|votre) lecture|acceder a (?:cet article|l'integralite|la suite))
    this (?:article|content|story|post) is (?:only |exclusively )?(?:for|available (?:to|for)|reserved for|exclusive to) .{0,30}(?:subscribers|members)
    to (?:continue|keep|finish) reading
    you(?:'ve| have) (?:read|reached|used|\\d+).{0,30}\\barticles?
    vous avez lu .{0,20}articles?
    profitez de (?:notre offre|nos offres|l'offre)
    offre (?:speciale|decouverte|d'abonnement)
    (?:premier mois|1er mois|1 mois) offert
    sans engagement
    (?:start|begin) your (?:free )?trial
    try .{0,30} for (?:free|(?:just |only )?[$£€])
    (?:create (?:a|your) free account|creez (?:un|votre) compte)`,
  ),
  opening(
    ['subscription', 60],
    `(?:faites|faire) un don
    soutenez (?:nous|notre|la presse|le journalisme|un (?:media|journal)|une (?:presse|redaction))
    support (?:our (?:work|journalism|mission)|independent (?:journalism|media)|quality journalism)
    (?:please )?consider (?:donating|making a donation|becoming|subscribing|supporting)
    please donate
    if you (?:value|appreciate|enjoy|like) (?:this (?:article|story)|our|what (?:we|you))
    become an? (?:member|subscriber|patron|supporter)
    devenez (?:membre|abonne)
    rejoignez (?:notre|nous|la) communaute
    join (?:our|the .{1,30}) community
    (?:votre soutien|vos dons|your support) (?:nous|est|sont|is|helps|makes)`,
  ),

  opening(
    ['share', 25],
    `(?:suivez|suivre|follow|retrouvez|rejoignez|like|find|join|connect with|abonnez-vous)\\b.*\\b(?:sur|on|a|to|via)\\b(?: (?:notre|nos|our|la|le|the|chaine|page|compte|channel))* ${networks}\\b
    (?:suivez|follow)(?:-| )(?:nous|us)\\b.*${networks}`,
  ),
  opening(
    ['share', 14, 'fragments'],
    `suivez-(?:nous|le|la|moi)
    suivre @
    follow (?:us|me|him|her|them|@)
    nous suivre`,
  ),
  opening(
    ['share', 12, 'fragments'],
    `(?:partagez?r?|share|tweete[rz]|envoye[rz]|send|e-?mail|print|imprime[rz]|enregistre[rz]|click to (?:share|e-?mail|print))\\b.{0,30}\\b(?:sur|on|via|par|by|l'article|cet article|this|le lien|link|ami|friend)\\b
    (?:copie[rz]|copy) (?:le |the |this )?(?:lien|link|url)`,
  ),
  opening(
    ['share', 4, 'fragments'],
    "[\\d.,]+ ?k? (?:vues?|views?|lectures?|partages?|shares?|likes?|j'aime|retweets?|abonnes|followers)$",
  ),

  opening(
    ['copyright', 60],
    `©
    \\(c\\)
    copyright\\s*(?:©|\\(c\\)|:|\\d{4}|by\\b)
    .{0,80}\\b(?:tous droits (?:de reproduction[^.]{0,30})?reserves|all rights reserved)\\b
    (?:toute )?reproduction (?:interdite|meme partielle|totale|partielle|integrale)
    this (?:material|article|content) may not be
    (?:cet article|ce contenu) ne peut etre (?:reproduit|copie|diffuse)
    toutes les informations reproduites
    unauthorized reproduction`,
  ),
  { reason: 'copyright', mostWords: 45, onlyFragments: true, pattern: /(?:©|\bcopyright (?:©|\(c\)|\d{4})).{0,60}$/ },
  opening(
    ['credit', 30],
    `credits?(?: photos?| images?)? ?[:©(/]
    photos?(?: credits?| by| de| d'illustration| d'archives)? ?[:©(/]
    (?:images?|illustrations?|picture)(?: credits?| by)? ?[:©(/]
    (?:legende|visuel|source photo|source image|video) ?[:©(/]
    our standards ?:`,
  ),
  opening(
    ['credit', 40],
    `\\(?\\s?(?:(?:additional |with )?reporting by|editing by|writing by)\\b
    \\(?\\s?(?:avec|with) (?:l'afp|afp|reuters|ap|agences|les agences|agencies|files from)\\W*$`,
  ),
  opening(
    ['credit', 40, 'fragments'],
    `\\(?\\s?(?:written|edited|compiled|translated|produced) by\\b
    \\(?\\s?(?:reportage (?:de|par)|edite par|redige par|version francaise|traduit par)\\b`,
  ),
  {
    reason: 'credit',
    mostWords: 25,
    onlyFragments: false,
    pattern: /\b(?:contributed to this (?:report|article|story)|(?:a|ont) contribue a cet article)\W*$/,
  },

  opening(
    ['navigation', 8, 'fragments'],
    `(?:(?:temps|duree) de lecture|lecture|reading time|read time|estimated reading|ecouter|listen|duree|audio)\\b.{0,25}\\d
    \\d+ ?(?:min|mn|minutes?)(?: de lecture| read| to read)?$
    (?:il y a \\d+ \\w+|(?:\\d+|an?) (?:minutes?|hours?|days?|weeks?|months?|years?) ago)$
    (?:https?://|www\\.|pic\\.twitter\\.com|t\\.co/)\\S*$`,
  ),
  opening(
    ['tags', 40, 'fragments'],
    `(?:tags?|mots?[- ]cles?|keywords?|filed under|topics?|categor(?:y|ies|ie)|rubriques?|themes?|etiquettes?) ?[:|]
    (?:classe (?:dans|sous)|posted in|publie dans|a propos de|sujets?|more about) ?[:|]`,
  ),
];
