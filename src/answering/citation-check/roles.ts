import type { Span } from '../../types.ts';
import { related, type Term } from './terms.ts';

/** Somebody or something named, by an identity that all spellings share. */
export interface Actor extends Span {
  readonly id: string;
}

interface RoleSide {
  readonly text: string;
  readonly terms: readonly Term[];
  readonly actors: readonly Actor[];
}

/** [who stands first, the word between, who stands second], turned round for a passive ("was told BY Bennett"). */
interface Action {
  readonly agent: string;
  readonly act: Term;
  readonly patient: string;
}

/** "was told by", "publiée par": right after the act. */
const passiveLink = /^\s(?:by|par|de la part d\S*)(?:\s\S+){0,3}\s?$/iu;
/** A passive of another word, an instrument or a new statement in between: who does what cannot be told. */
const otherLink =
  /(?<![\p{L}])(?:by|par|with|using|of|du|des|de|avec|via|au moyen|grâce|and|et|but|mais|that|que|qu['’]|qui|who|which)(?![\p{L}])|[,;:]|\s(?:in|at|on|from|en|dans|sur|pour|for)\s*$/iu;

function actionsOf({ text, terms, actors }: RoleSide): Action[] {
  const actions: Action[] = [];
  actors.forEach((first, index) => {
    for (const second of actors.slice(index + 1)) {
      if (second.id === first.id || /[.;]/.test(text.slice(first.end, second.start).replace(/\bM\./g, 'M '))) continue;
      const between = terms.filter(
        (term) =>
          !term.stop &&
          !/\d/.test(term.word) &&
          term.start >= first.end &&
          term.end <= second.start &&
          !actors.some((actor) => term.start < actor.end && actor.start < term.end),
      );
      for (const act of between) {
        const link = text.slice(act.end, second.start);
        if (passiveLink.test(link)) actions.push({ agent: second.id, act, patient: first.id });
        else if (!otherLink.test(link)) actions.push({ agent: first.id, act, patient: second.id });
      }
    }
  });
  return actions;
}

const objectPronoun = /(?<![\p{L}])(?:lui|leur|l['’]|le|la|les|him|her|them)\s?(?:(?:a|ont|avait|avaient)\s)?$/iu;

function lastActorBefore({ actors }: RoleSide, term: Term): string | undefined {
  return actors.filter(({ end }) => end <= term.start).at(-1)?.id;
}

/**
 * Actions of the sentence that the source has only the other way round: "Bonne handed Hulata a proposal" where
 * Hulata handed it to Bonne.
 */
export function turnedRoles(sentence: RoleSide, source: RoleSide): string[] {
  const known = actionsOf(source);
  return actionsOf(sentence)
    .filter(({ agent, act, patient }) => {
      // "Shohat … lui succède": the one acted upon is a pronoun in the source, so only the actor can be compared.
      const actsInstead = () =>
        !source.actors.some(({ id }) => id === agent) &&
        source.terms.some(
          (term) =>
            related(term, act) &&
            objectPronoun.test(source.text.slice(0, term.start)) &&
            lastActorBefore(source, term) === patient,
        );
      const same = known.filter((other) => related(other.act, act));
      const straight = same.some((other) => other.agent === agent && other.patient === patient);
      return !straight && (same.some((other) => other.agent === patient && other.patient === agent) || actsInstead());
    })
    .map(({ act }) => sentence.text.slice(act.start, act.end));
}

const passiveAuxiliary =
  /(?<![\p{L}])(?:été|est|sont|était|étaient|fut|furent|être|be|been|being|was|were|is|are)\s(?:\p{L}+(?:ment|ly)\s)?$/iu;

/** "She had warned minister Berg": a verb with its subject, which the file names elsewhere. */
const subjectPronoun = /(?<![\p{L}])(?:il|elle|ils|elles|on|he|she|they|it)\s(?:[\p{L}'’]+\s){0,3}$/iu;

function isPassive(side: RoleSide, act: Term): boolean {
  return (
    passiveAuxiliary.test(side.text.slice(0, act.start)) || /^\s(?:by|par)(?![\p{L}])/iu.test(side.text.slice(act.end))
  );
}

/** "une surveillance", "the sale": a noun, which nobody before it need do. */
const determiner =
  /(?:(?<![\p{L}])(?:the|an|of|its|his|her|their|any|no|par|by|for|against|le|la|les|une?|des?|du|sa|son|ses|leurs?|cette|ce|aucune?)\s|[ld]['’])$/iu;

function isNoun(side: RoleSide, term: Term): boolean {
  return determiner.test(side.text.slice(0, term.start));
}

/** Who does an act: the nearest name before it, or behind "by" in a passive. */
function agentOf(side: RoleSide, act: Term): string | undefined {
  if (!isPassive(side, act)) return lastActorBefore(side, act);
  const first = side.actors.find(({ start }) => start >= act.end);
  return first && passiveLink.test(side.text.slice(act.end, first.start)) ? first.id : undefined;
}

/**
 * Acts given to somebody who, in the source, only comes after the act while somebody else does it: "Israel froze its
 * ties with France" where Paris froze them with Israel, "was warned by Berg" where she warned Berg. The source's
 * passives are left alone.
 */
export function exchangedSubjects(sentence: RoleSide, source: RoleSide): string[] {
  return sentence.terms
    .filter((act) => {
      const agent = act.stop || /^\d/.test(act.word) || isNoun(sentence, act) ? undefined : agentOf(sentence, act);
      if (!agent) return false;
      const same = source.terms.filter((term) => !term.stop && !isNoun(source, term) && related(term, act));
      return (
        same.length > 0 &&
        same.every((term) => {
          if (isPassive(source, term)) {
            const by = agentOf(source, term);
            return by !== undefined && by !== agent && source.actors.some(({ id }) => id === agent);
          }
          const before = source.actors.filter(({ end }) => end <= term.start);
          const after = source.actors.filter(({ start }) => start >= term.end);
          if (before.some(({ id }) => id === agent) || !after.some(({ id }) => id === agent)) return false;
          const byName = before.length > 0 && act.claims.length > 0 && term.claims.length > 0;
          return byName || subjectPronoun.test(source.text.slice(0, term.start));
        })
      );
    })
    .map((act) => sentence.text.slice(act.start, act.end));
}

/** What stands between a noun and the name it belongs to, the noun first. */
const belongsTo =
  /^\s(?:de|du|des|d['’]|de l['’]|de la|of|of the|in|at|à|en|au|aux|pour|for|from)\s?(?:l['’]|la |le |les |the )?$/iu;
/** The name first. */
const ownedBy = /^(?:['’]s?)?\s(?:\p{L}+\s)?$/u;

/** Whose a thing is, or of what country. */
interface Belonging {
  readonly id: string;
  readonly noun: Term;
  readonly text: string;
}

type Owners = Pick<RoleSide, 'text' | 'terms'> & {
  readonly actors: readonly (Actor & { readonly adjective: boolean })[];
};

function belongings({ text, terms, actors }: Owners): Belonging[] {
  return actors.flatMap(({ id, adjective, start, end }) =>
    terms
      .filter((term) => {
        if (term.stop || /^\d/.test(term.word) || (term.start < end && start < term.end)) return false;
        if (term.end <= start) {
          const between = text.slice(term.end, start);
          return adjective ? /^\s$/.test(between) : belongsTo.test(between);
        }
        const between = text.slice(end, term.start);
        return (adjective || /['’]/.test(between)) && ownedBy.test(between);
      })
      .map((noun) => ({ id, noun, text: `${noun.word} – ${text.slice(start, end)}` })),
  );
}

/**
 * Things that belong to somebody else in the source: "la justice française" where it has "la justice espagnole",
 * "the lawyer of Morocco" where it has "the lawyer of Amnesty".
 */
export function exchangedOwners(sentence: Owners, sources: readonly Owners[]): string[] {
  const known = sources.flatMap(belongings);
  return belongings(sentence)
    .filter(({ id, noun }) => {
      const same = known.filter((other) => related(other.noun, noun));
      return same.length > 0 && !same.some((other) => other.id === id);
    })
    .map(({ text }) => text);
}
