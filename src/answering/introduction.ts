import { roleNouns } from '../text/role-nouns.ts';
import { words } from '../text/terms.ts';
import type { NameIndex } from '../types.ts';
import type { Question } from './question.ts';
import type { QuestionKind } from './question-kind.ts';
import type { Candidate } from './ranking.ts';

/** What an organisation is; beside the nouns for what a person is. */
const organisationNouns = new Set(
  `societe entreprise firme groupe compagnie organisation ong association agence institution parti journal site consortium collectif
   company firm group organization organisation ngo agency outfit maker party newspaper website outlet collective`.split(
    /\s+/,
  ),
);
/** Words on either side of a name among which a role introduces it: "X, conseiller à la sécurité nationale d'Israël". */
const wordsBefore = 5;
const wordsAfter = 6;

const kinds: ReadonlySet<QuestionKind> = new Set(['who', 'what', 'yes-no']);

/** "Qui est X ?", "What about X?", or the bare name: the question names somebody and asks nothing that could be missing. */
export function asksAboutNames({ kind, terms }: Question): boolean {
  return kinds.has(kind) && terms.some(({ inherited }) => !inherited) && terms.every(({ name }) => name !== undefined);
}

/** For "who is X": sentences that say what X is come first, others that name X follow; a pronoun introduces nobody. */
export function introductionsFirst(question: Question, ranked: readonly Candidate[], names: NameIndex): Candidate[] {
  const asked = new Set(question.names.map(({ id }) => id));
  const naming = ranked.filter(({ sentence }) => sentence.names.some(({ id }) => asked.has(id)));
  const introducing = naming.filter(({ text }) => saysWhat(text, asked, names));
  return [...introducing, ...naming.filter((candidate) => !introducing.includes(candidate))];
}

function saysWhat(sentence: string, asked: ReadonlySet<string>, names: NameIndex): boolean {
  const all = words(sentence);
  return names
    .find(sentence)
    .filter(({ entry }) => asked.has(entry.id))
    .some(({ start, end }) => {
      const before = all.filter((word) => word.end <= start).slice(-wordsBefore);
      // An apposition begins with its noun soon after the comma.
      const after = /^\s*[,(]/.test(sentence.slice(end))
        ? all.filter((word) => word.start >= end).slice(0, wordsAfter)
        : [];
      return [...before, ...after].some(({ word }) => roleNouns.has(word) || organisationNouns.has(word));
    });
}
