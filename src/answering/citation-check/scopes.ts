import type { Span } from '../../types.ts';
import { attitudeSpans } from './attitudes.ts';
import { hedgesOf } from './modality.ts';
import { grammaticalNegations, lexicalNegations } from './negation.ts';

/** A word that makes of what follows it something denied, or something left open. */
export interface Operator {
  readonly kind: 'negation' | 'doubt';
  readonly word: Span;
  readonly scope: Span;
}

const statementEnd =
  /[;:.!?](?=\s|$)|\s(?:mais|but|tandis qu\p{L}*|alors qu\p{L}*|while|whereas|although|though|bien qu\p{L}*|quoiqu\p{L}*|même si|yet|et a|and has)(?=[\s'’])/iu;
/** "ne … pas" is one negation, however many words it takes. */
const frenchParts = /^(?:n['’]|ne\s|pas|aucune?s?|rien|jamais|nul(?:le)?|ni)$/iu;
const passive =
  /(?<![\p{L}])(?:été|est|sont|était|étaient|fut|être|been|being|be|was|were|is|are)\s(?:\p{L}+(?:ment|ly)\s)?$/iu;
/** "un démenti", "le refus": a noun. */
const nominal =
  /(?<![\p{L}])(?:le|la|les|un|une|des|du|de|ce|cette|côté|son|sa|ses|leurs?|the|a|an|its|his|her|their)\s$|[ld]['’]$/iu;
/** How far a "not" reaches. */
const grammaticalReach = 70;

function scopeOf(text: string, word: Span, reach: number): Span {
  const rest = text.slice(word.end, word.end + reach);
  const end = word.end + (statementEnd.exec(rest)?.index ?? rest.length);
  return { start: word.end, end };
}

/** From the beginning of its clause: "the accusations have been rejected". */
function scopeBefore(text: string, word: Span): Span {
  const before = text.slice(0, word.start);
  return { start: Math.max(-1, ...[',', ';', ':', '.'].map((mark) => before.lastIndexOf(mark))) + 1, end: word.start };
}

/** Everything in a text that denies something or leaves it open. */
export function operatorsOf(text: string): Operator[] {
  const operators: Operator[] = [];
  let last: Span | undefined;
  for (const word of grammaticalNegations(text)) {
    const french = frenchParts.test(text.slice(word.start, word.end));
    const continues = last && french && word.start - last.end < 45 && !/[,;:.]/.test(text.slice(last.end, word.start));
    if (continues) continue;
    operators.push({ kind: 'negation', word, scope: scopeOf(text, word, grammaticalReach) });
    last = french ? word : undefined;
  }
  for (const word of lexicalNegations(text)) {
    if (nominal.test(text.slice(0, word.start))) continue;
    const scope = passive.test(text.slice(0, word.start)) ? scopeBefore(text, word) : scopeOf(text, word, 160);
    operators.push({ kind: 'negation', word, scope });
  }
  for (const hedge of hedgesOf(text)) {
    // A conditional leaves open what its own verb says.
    const scope = scopeOf(text, hedge, 90);
    operators.push({ kind: 'doubt', word: hedge, scope: { ...scope, start: Math.max(0, hedge.start - 25) } });
  }
  for (const word of attitudeSpans(text)) operators.push({ kind: 'doubt', word, scope: scopeOf(text, word, 90) });
  return operators;
}
