import type { Span } from '../../types.ts';
import { type Comparison, heldShare, type SourceSentence } from './comparison.ts';

/** A clause of the sentence beside the source sentence that holds most of its words. */
interface AlignedClause {
  readonly clause: Span;
  readonly text: string;
  readonly source: SourceSentence;
  /** Share of the clause's content words that the source sentence holds. */
  readonly support: number;
}

/** What nearness to the quote is worth against words held: of two equally good sentences the quoted one is meant. */
const quotedAdvantage = 0.1;

/** Each clause with the sentence it most likely rests on; clauses without content words are left out. */
export function alignClauses({ claim, sources }: Comparison): AlignedClause[] {
  return claim.clauses.flatMap((clause) => {
    const words = claim.content.filter(({ start, end }) => start >= clause.start && end <= clause.end);
    if (words.length === 0) return [];
    let best: { source: SourceSentence; support: number; rank: number } | undefined;
    for (const source of sources) {
      const support = heldShare(words, sources, (other) => other === source);
      const rank = support + (source.quoted ? quotedAdvantage : 0);
      if (!best || rank > best.rank) best = { source, support, rank };
    }
    if (!best) return [];
    return [{ clause, text: claim.text.slice(clause.start, clause.end), source: best.source, support: best.support }];
  });
}
