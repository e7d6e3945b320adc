import { fold } from '../text/fold.ts';
import { words } from '../text/terms.ts';
import { withoutMarkup } from './question.ts';

/**
 * Messages that are not questions about the file: greetings, thanks, talk about the bot itself, and attempts to make it
 * act or reveal settings. Only short messages count as chit-chat, so that "Bonjour, qui a révélé … ?" is answered.
 */
const greeting =
  /\b(?:bonjour|bonsoir|salut|coucou|hello|hi|hey|yo|good (?:morning|evening|afternoon)|merci|thanks|thank(?: you)?|au revoir|bye|goodbye|bonne (?:nuit|journee|soiree)|good night|mdr|lol|super|cool|parfait|great|nice|ok|d'accord)\b/u;
const thanks = /\b(?:merci|thanks|thank(?: you)?|thx)\b/u;
/** Who the bot is and what it is for. */
const identity =
  /\b(?:(?:qui|que|ki) (?:es|etes|est)[- ]?(?:tu|vous)|t(?:u es|'es) qui|who are you|what are you|are you (?:a |an )?(?:bot|robot|human|ai)|(?:es[- ]tu|tu es|t'es|etes[- ]vous) (?:un |une )?(?:bot|robot|humain|ia|reel\p{L}*)|comment (?:tu )?t'appelles?(?:[- ]tu)?|what(?:'s| is) your name|quel est ton nom|que (?:sais|peux)[- ]tu faire|what can you do|can you help( me)?|peux[- ]tu m'aider)\b/u;
const chat =
  /\b(?:(?:ca|comment) (?:ca )?va(?:s-tu)?|comment (?:tu )?vas|how are you|how's it going|what's up|quoi de neuf|tu (?:m'|peux m')?aimes?|do you (?:like|love|feel|dream|sleep)|tell me a joke|raconte[- ]moi une (?:blague|histoire)|une blague)\b/u;
const framingWords = new Set(
  "a alors and as aujourd'hui au beaucoup bien bot bcp de et est for il is je la le les moi mon my on ou sur the there tout toute tu un une vous you your ton toi tres vraiment much so very today".split(
    ' ',
  ),
);

/** Where an order begins: at the start of a clause or after a word that introduces one. A participle stands elsewhere. */
const order = String.raw`(?:^|[.,;:!?"'()\n-]\s*|\b(?:and|et|please|then|puis|now|maintenant|to|de|svp|stp|just|must|should|dois|devez|peux-tu|can you|could you|pouvez-vous)\s+)`;
const patterns = [
  String.raw`${order}(?:ignore[rz]?|ignoring|oublie[rz]?|disregard|forget|override|bypass|contourne[rz]?)\b.{0,40}\b(?:instructions?|consignes?|regles?|rules?|prompts?|above|previous|precedent\p{L}*|guidelines?|everything|tout ce qui)\b`,
  String.raw`\b(?:system|systeme|hidden|initial|secret|developer)\s*(?:prompt|message|instructions?)\b|\b(?:prompt|message|instructions?|consignes?) (?:systeme|cachee?s?|initiale?s?|d'origine)\b`,
  String.raw`\b(?:reveal|show|print|give|send|repeat|display|leak|dump|montre[rz]?|affiche[rz]?|donne[rz]?|revele[rz]?|envoie|envoye[rz]|repete[rz]?|recopie[rz]?|quel(?:le)?s? (?:est|sont)|what(?:'s| is| are))\b.{0,40}\b(?:token|api[ _-]?keys?|cle (?:d')?api|passwords?|mots? de passe|environment variables?|variables? d'environnement|env\b|config(?:uration)?|settings|reglages|parametres|(?:your|tes|vos|ton|votre) (?:prompt|instructions|rules|consignes|regles))`,
  String.raw`\b(?:you are now|tu es (?:maintenant|desormais)|vous etes (?:maintenant|desormais)|from now on|desormais,? (?:tu|vous|reponds)|a partir de maintenant|pretend (?:to be|you)|act as|fais comme si|joue le role|roleplay|jailbreak|developer mode|mode developpeur|dan mode|do anything now)\b`,
  String.raw`${order}(?:delete|remove|drop|erase|supprime[rz]?|efface[rz]?)\b.{0,30}\b(?:files?|fichiers?|database|base de donnees|corpus|table|index|everything|tout)\b`,
  String.raw`${order}(?:execute[rz]?|exec|run|lance[rz]?)\b.{0,20}\b(?:command|commande|script|code|shell|sudo)\b|\brm -rf\b|</?(?:system|assistant|user)>|\[/?inst\]|<\|`,
  String.raw`${order}(?:write|say|answer|reply|respond|ecris|ecrivez|dis|dites|reponds|repondez|print)\b.{0,30}\b(?:only|exactly|just|uniquement|seulement|exactement|simplement|par)\b.{0,12}["'].+["']`,
  String.raw`${order}(?:repete[rz]?|repeat)\b.{0,30}\b(?:apres moi|after me|mot pour mot|word for word|verbatim|above|ci-dessus|plus haut|qui precede(?:nt)?)\b`,
];
/** Orders to change the bot's behaviour, to reveal settings or to say a given text. */
const manipulation = patterns.map((pattern) => new RegExp(pattern, 'u'));

export type SmallTalk = 'chit-chat' | 'thanks' | 'identity' | 'manipulation' | 'empty';

/** Null for a question to be looked up in the file. */
export function smallTalk(message: string): SmallTalk | null {
  const folded = fold(message).replace(/\s+/g, ' ').trim();
  if (!/[\p{L}\p{N}]/u.test(withoutMarkup(folded))) return 'empty';
  if (manipulation.some((pattern) => pattern.test(folded))) return 'manipulation';
  if (words(message).length <= 12) {
    if (identity.test(folded)) return 'identity';
    if (chat.test(folded)) return 'chit-chat';
  }
  if (greeting.test(folded)) {
    const rest = words(folded.replace(new RegExp(greeting, 'g'), ' ')).filter(({ word }) => !framingWords.has(word));
    if (rest.length <= 1) return thanks.test(folded) ? 'thanks' : 'chit-chat';
  }
  return null;
}
