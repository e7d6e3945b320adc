import type { Span } from '../../types.ts';
import { clauseAt } from './clauses.ts';
import { related, type Term } from './terms.ts';

/** "not", "never", "ne … pas", "no evidence", "sans": grammatical negation. "ne … que" is "only" and none. */
const grammatical =
  /(?<![\p{L}])(?:not|never|non(?! seulement)|no(?! doubt| later| longer than| sooner)|none|neither|nor|nobody|nothing|without(?! delay| doubt)|cannot|aucune?s?|nul(?:le)?|jamais|sans(?! doute| délai| attendre)|ni|rien|faute de)(?![\p{L}])|n['’]t(?![\p{L}])|(?<![\p{L}])n(?:e\s|['’])(?!(?:\S+\s){0,5}?qu(?:e|['’]))/giu;

/** "denies", "rejette", "refused", "failed": negation by meaning. */
const lexical =
  /(?<![\p{L}])(?:den(?:y|ie[sd]|ying|ial)|rul(?:es?|ed|ing) out|reject\p{L}*|refut\p{L}*|disput\p{L}*|contest\p{L}*|declin\p{L}*|refus\p{L}*|prevent\p{L}*|fail(?:s|ed|ure)?|lack\p{L}*|unable|unaware|false|untrue|incorrect|absence|forbid\p{L}*|prohibit\p{L}*|bann?(?:ed|s)?|unproven|unconfirmed|instead of|rather than|longer|ni(?:e|é|ent|er|ait)|dément\p{L}*|démenti\p{L}*|réfut\p{L}*|rejet\p{L}*|récus\p{L}*|renonc\p{L}*|empêch\p{L}*|échou\p{L}*|échec|manque|incapable|ignor(?:e|ait|aient|ent)|faux|fausses?|inexact\p{L}*|interdi\p{L}*|plutôt que|au lieu de|dénué\p{L}*|dépourvu\p{L}*|mensong\p{L}*|calomni\p{L}*|slander\p{L}*|baseless|unfounded|infond\p{L}*|exclu\p{L}*|cess\p{L}*|stop\p{L}*|silen\p{L}*|discr[eè]t\p{L}*|abst\p{L}*|refrain\p{L}*|oppos\p{L}*|dismiss\p{L}*|barr(?:ed|ing)|missing|avoid\p{L}*|évit\p{L}*|unable|impossible)(?![\p{L}])/giu;

const denials =
  /(?<![\p{L}])(?:denie[sd]|deny|denying|denial|rul(?:es?|ed|ing) out|reject(?:s|ed)?|refut(?:es|ed)|disputes?|disputed|ni(?:e|é|ent|er)|dément\p{L}*|réfut\p{L}*|contest(?:e|ent|é)|rejett?\p{L}*|récus\p{L}*)(?![\p{L}])/giu;

/** Followed by what was not done: "refused to say", "a renoncé à acheter". */
const refusals =
  /(?<![\p{L}])(?:refus\p{L}*|declin(?:es|ed)|fail(?:s|ed)|renonc\p{L}*|unable|incapables?)(?= (?:to|de|d['’]|à) ?\p{Ll})/giu;

function spansOf(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** Whether a text negates or denies anything, in whatever form. */
export function isNegative(text: string): boolean {
  return spansOf(text, grammatical).length > 0 || spansOf(text, lexical).length > 0;
}

/** Whether a text negates by its grammar: "not", "ne … pas", "no". */
export function isNegated(text: string): boolean {
  return spansOf(text, grammatical).length > 0;
}

/** Whether somebody in a text denies or rejects. */
export function isDenied(text: string): boolean {
  return spansOf(text, denials).length > 0;
}

export function grammaticalNegations(text: string): Span[] {
  return spansOf(text, grammatical);
}

/** Words that deny what they govern: "refuses to", "ignore si", "no longer". */
const governing =
  /(?<![\p{L}])(?:den(?:y|ie[sd]|ying)|rul(?:es?|ed|ing) out|reject(?:s|ed|ing)?|refut(?:es?|ed|ing)|disput(?:es|ed|ing)|declin(?:es?|ed)|refus\p{L}*|prevent\p{L}*|fail(?:s|ed)?(?= to)|lacks?|unable|unclear|unknown|absence|forbid\p{L}*|prohibit\p{L}*|bann?(?:ed|s)?|barr(?:ed|ing)|ni(?:e|é|ent|er|ait)|dément\p{L}*|réfut\p{L}*|rejet\p{L}*|récus\p{L}*|renonc\p{L}*|empêch\p{L}*|échou\p{L}*|échec|incapable|ignor(?:e|ait|aient|ent)|interdi\p{L}*|conteste\p{L}*|exclu(?:t|ent|e|es)?|oppos\p{L}*|abst(?:ain|ien|en)\p{L}*|refrain\p{L}*|dismiss\p{L}*|avoid\p{L}*|évit\p{L}*|impossible|instead of|rather than|plutôt que|au lieu de|false|fausses?|faux)(?![\p{L}])/giu;

export function lexicalNegations(text: string): Span[] {
  return spansOf(text, governing);
}

interface Side {
  readonly text: string;
  readonly terms: readonly Term[];
}

/**
 * Negations that one side has and the other has not, as the offending words of the source or the sentence.
 * Only what both speak of counts: "did not ANNOUNCE an inquiry" against "announced an inquiry".
 */
export function turnedDenials(sentence: Side, source: Side): string[] {
  const turned: string[] = [];
  if (!isNegative(sentence.text)) {
    for (const negation of spansOf(source.text, grammatical)) {
      const head = headsOf(source, negation).find((term) => concerns(term, sentence, source, negation));
      if (head) turned.push(source.text.slice(negation.start, head.end));
    }
    for (const refusal of spansOf(source.text, refusals)) {
      const refused = source.terms
        .filter((term) => term.start >= refusal.end && term.start - refusal.end <= 20)
        .slice(0, 2);
      if (sentence.terms.some((term) => refused.some((other) => related(term, other)))) {
        turned.push(source.text.slice(refusal.start, refusal.end));
      }
    }
    for (const denial of spansOf(source.text, denials)) {
      const scope = source.terms.filter((term) => !term.stop && term.start >= denial.end);
      const content = sentence.terms.filter((term) => !term.stop);
      const shared = content.filter((term) => scope.some((other) => related(term, other)));
      if (shared.length > 0 && shared.length >= Math.min(2, content.length) && shared.length * 2 > content.length) {
        turned.push(source.text.slice(denial.start, denial.end));
      }
    }
  } else if (!isNegative(source.text)) {
    const [added] = [...spansOf(sentence.text, grammatical), ...spansOf(sentence.text, denials)];
    if (added) turned.push(sentence.text.slice(added.start, added.end));
  }
  return turned;
}

/** The first content words after a negation: what is negated, a short aside ("n'a pas, à ce stade, annoncé") allowed. */
function headsOf(side: Side, negation: Span): Term[] {
  const clause = clauseAt(side.text, negation.start);
  const following = side.terms.filter((term) => !term.stop && term.start >= negation.end);
  const own = following.filter((term) => term.end <= clause.end);
  // "did not consider": the lists take some verbs for function words, but right behind a negation they are what it negates.
  const verb = side.terms.find((term) => term.start >= negation.end);
  if (verb?.stop && verb.word.length >= 5 && verb.end <= clause.end) own.unshift(verb);
  // "sans lien de parenté", "no evidence of wrongdoing": the noun and what it is about.
  const ofNoun = /^(?:sans|without|no|aucune?s?)$/iu.test(side.text.slice(negation.start, negation.end));
  if (own.length > 0) return own.slice(0, ofNoun ? 2 : 1);
  return following.filter((term) => term.start - negation.end <= 40).slice(0, 2);
}

/** The sentence says the negated thing, and the source does not also say it without the negation. */
function concerns(head: Term, sentence: Side, source: Side, negation: Span): boolean {
  if (!sentence.terms.some((term) => (!term.stop || head.stop) && related(term, head))) return false;
  return !source.terms.some(
    (other) => !other.stop && other !== head && other.end <= negation.start && related(other, head),
  );
}
