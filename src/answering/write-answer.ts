import type { AnswerPart, AnswerPartKind, Dossier, Language } from '../types.ts';
import { clauseOf } from './clause.ts';
import { CitationList, joinParts, statementPart } from './compose.ts';
import { settings } from './settings.ts';
import type { Statement } from './statements.ts';

export interface Written {
  readonly parts: readonly AnswerPart[];
  readonly citations: CitationList;
}

/**
 * Writes statements, best first, under headings; what would make the answer too long is left out, and the first ones, which
 * must be there, are cut to a clause.
 *
 * @param versions those among the statements that tell versions of a divergence; two of them must be there, else the first
 */
export function writeAnswer(
  headings: readonly AnswerPart[],
  versions: readonly Statement[],
  statements: readonly Statement[],
  dossier: Dossier,
  language: Language,
): Written {
  const needed = versions.length > 0 ? 2 : 1;
  const { longestAnswer, longestStatement } = settings.selection;
  let written: Written = { parts: headings, citations: new CitationList() };
  for (const [index, statement] of statements.entries()) {
    const kind: AnswerPartKind = versions.includes(statement) ? 'version' : 'statement';
    const longest = index < needed ? Math.floor(longestStatement / needed) : longestStatement;
    const added = add(written, kind, statement, dossier, language);
    if (joinParts(added.parts).length <= (index + 1 < needed ? longestAnswer / 2 : longestAnswer)) written = added;
    else if (index < needed) {
      const lead = clauseOf(statement.lead, longest);
      written = add(written, kind, { ...statement, lead }, dossier, language);
    }
  }
  return written;
}

function add(
  { parts, citations }: Written,
  kind: AnswerPartKind,
  statement: Statement,
  dossier: Dossier,
  language: Language,
): Written {
  const list = citations.copy();
  return { parts: [...parts, statementPart(kind, statement, list, dossier, language)], citations: list };
}
