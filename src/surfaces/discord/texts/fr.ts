import type { en } from './en.ts';

/** French interface texts; same keys as English (tested), `\u202f` and `\u00a0` where French typography asks for them. */
export const fr: Record<keyof typeof en, string> = {
  'sources.title': 'Sources',
  'sources.independent_one': '{{count}} source indépendante',
  'sources.independent_other': '{{count}} sources indépendantes',
  'sources.heading_one': '**{{count}} article au dossier** · page {{page}} sur {{pages}}',
  'sources.heading_other': '**{{count}} articles au dossier** · page {{page}} sur {{pages}}',
  'sources.none': 'Aucun article n’a «\u202f{{filter}}\u202f» dans son titre ou son média.',

  'answer.asOf': 'Au {{date}}\u00a0: seulement ce qui était publié à cette date.',
  'answer.mode.generative': 'Rédigé par un modèle de langue\u202f; chaque phrase est vérifiée dans ses citations.',
  'answer.draft': 'Brouillon d’un modèle de langue, en cours de vérification…',
  'answer.nearest': 'Article le plus proche\u00a0:',
  'quotes.gone': 'Cet article n’est plus au dossier.',

  'timeline.title': 'Chronologie',
  'timeline.empty': 'Le dossier ne donne aucun événement daté qui corresponde.',
  'timeline.picture': 'Chronologie de {{count}} événements datés\u202f; le texte ci-dessous dit la même chose.',

  'who.articles_one': 'cité dans {{count}} article',
  'who.articles_other': 'cité dans {{count}} articles',
  'who.variants': 'Aussi écrit\u00a0: {{variants}}',
  'who.first': 'Première mention\u00a0:',
  'who.last': 'Dernière mention\u00a0:',
  'who.unknown': 'Le dossier ne nomme personne qui s’appelle «\u202f{{name}}\u202f».',
  'who.suggestions': 'Vouliez-vous dire {{names}}\u202f?',

  'check.supported': 'Confirmé par le dossier',
  'check.disputed': 'Contesté\u00a0: les sources divergent',
  'check.contradicted': 'Contredit par le dossier',
  'check.attributed': 'Seulement affirmé par ceux à qui on l’attribue',
  'check.absent': 'Absent du dossier',
  'check.supporting': 'Pour',
  'check.opposing': 'Contre',
  'check.noText': 'Ce message n’a pas de texte à vérifier.',

  'button.quotes': 'Citations',
  'button.more': 'Suite',
  'button.publish': 'Publier',
  'button.previous': 'Précédent',
  'button.next': 'Suivant',

  'feedback.thanks': 'Merci.',
  'feedback.title': 'Qu’est-ce qui n’allait pas\u202f?',
  'feedback.reason': 'Qu’aurait-il fallu répondre\u202f?',
  'feedback.placeholder': 'Faux, incomplet, à côté de la question…',

  'publish.already': 'Cette réponse est déjà publiée.',
  'publish.notYours': 'Seule la personne qui a posé la question peut publier cette réponse.',
  'publish.question': '> {{question}}',

  'refusal.cooldown': 'C’est allé vite\u202f! Vous pourrez poser une autre question {{when}}.',
  'refusal.inFlight': 'Je réponds encore à votre question précédente.',
  'refusal.busy': 'Trop de questions attendent en ce moment. Reposez-la dans une minute.',
  'refusal.closing': 'Je redémarre. Reposez votre question dans une minute.',
  'refusal.replyWithoutMention':
    'Je ne peux pas lire une réponse qui ne me mentionne pas. Laissez la mention (@ activé) ou passez par /demander.',
  'refusal.asOfAhead': '{{date}} est à venir : donnez un jour jusqu’à aujourd’hui.',
  'refusal.asOf':
    'Je ne lis pas de date dans «\u202f{{date}}\u202f». Écrivez par exemple 2021-10-01 ou 1er octobre 2021.',
  'refusal.outlet': 'Le dossier n’a pas de média «\u202f{{outlet}}\u202f». Il a par exemple {{outlets}}.',

  'failure.unexpected': 'Quelque chose a échoué de mon côté, désolé. Référence\u00a0: `{{reference}}`',
  'failure.timeout': 'C’était trop long, j’ai abandonné. Reposez votre question. Référence\u00a0: `{{reference}}`',
  'failure.cancelled': 'Annulé.',
  'failure.restarting': 'J’ai dû redémarrer avant d’avoir la réponse. Reposez votre question.',
  'failure.expired':
    'Ce bouton ne marche plus\u00a0: la réponse n’est plus conservée. Reposez la question pour en avoir une nouvelle.',

  'help.intro':
    'Je réponds aux questions sur le dossier de presse. Chaque phrase est tirée d’un article, source à l’appui, ou je dis que le dossier ne le dit pas.',
  'help.example': 'Par exemple\u00a0: {{command}} *{{question}}*',
  'help.direct': 'En message privé, écrivez-moi simplement. Sur un serveur, mentionnez-moi ou répondez-moi.',
  'help.ask': 'poser une question\u202f; à une date, d’un seul média ou en privé si vous voulez',
  'help.timeline': 'ce qui s’est passé, et quand',
  'help.who': 'qui est quelqu’un, d’après le dossier',
  'help.sources': 'les articles du dossier',
  'help.check': 'vérifier une affirmation\u202f; aussi par un clic droit sur un message → Applications',
  'help.privacy': 'ce que je garde, et combien de temps',
  'help.forget-me': 'effacer ce que je garde sur vous',

  'privacy.body_zero':
    'Je n’écris sur disque aucun texte de vos questions. Votre identifiant Discord n’est gardé que haché et salé. Les réponses restent 30 jours pour que leurs boutons marchent\u202f; le fil d’une conversation reste en mémoire un jour au plus. Rien n’est partagé. {{command}} efface tout ce qui vous concerne.',
  'privacy.body_one':
    'Je garde le texte de vos questions {{count}} jour, pour améliorer le dossier\u202f; le fil d’une conversation, un jour. Votre identifiant Discord n’est gardé que haché et salé. Les réponses restent 30 jours pour que leurs boutons marchent. Rien n’est partagé. {{command}} efface tout ce qui vous concerne.',
  'privacy.body_other':
    'Je garde le texte de vos questions {{count}} jours, pour améliorer le dossier\u202f; le fil d’une conversation, un jour. Votre identifiant Discord n’est gardé que haché et salé. Les réponses restent 30 jours pour que leurs boutons marchent. Rien n’est partagé. {{command}} efface tout ce qui vous concerne.',
  'forget.done_zero': 'C’est fait. Je ne gardais rien sur vous.',
  'forget.done_one':
    'C’est fait. J’ai effacé {{count}} enregistrement. Les boutons sous vos réponses précédentes ne marchent plus.',
  'forget.done_other':
    'C’est fait. J’ai effacé {{count}} enregistrements. Les boutons sous vos réponses précédentes ne marchent plus.',

  'welcome.body':
    'Bonjour\u202f! Je réponds aux questions sur le dossier de presse, citations à l’appui. Essayez {{command}} ou mentionnez-moi\u00a0: *{{question}}*',
  'message.empty': 'Posez-moi une question sur le dossier de presse, par exemple\u00a0: *{{question}}*',
};
