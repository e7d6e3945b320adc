import { fold } from '../text/fold.ts';

/** Auxiliaries of a French compound tense with what may stand between them and the participle. */
const frenchCompound =
  /\b(?:a|ont|est|sont|avait|avaient|etait|etaient|aurait|auraient|fut|ete|va|vont|doit|peut|devait|pouvait)(?:-t)?(?:-(?:il|elle|on|ils|elles))?(?: (?:ete|pas|jamais|deja|bien|\p{L}+ment|l'|la|le|les|lui|leur|y|en))*(?: |(?<='))(\p{L}{3,}(?:e|ee|es|ees|i|is|it|ie|u|us|ue|ues|ert|erte|aint|er|ir|re))\b/gu;
const frenchInversion =
  /\b\p{L}+-(?:t-)?(?:il|elle|on|ils|elles) (?:(?:ete|pas|jamais|deja|bien|\p{L}+ment) )*(\p{L}{3,})/gu;
const afterWho =
  /\b(?:who|qui) (?:(?:has|had|was|were|is|are|did|been|a|ont|est|sont|avait|etait|s'est|l'a|va|doit|ete) )*(\p{L}{3,})/gu;
const englishParticiple =
  /\b(?:was|were|is|are|been|being|has|have|had|get|got)(?: [\p{L}']+){0,5}? (\p{L}{3,}(?:ed|ing|en|ught|ade))\b/gu;
const determiner = /^(?:the|a|an|this|that|these|those|its|his|her|their)$/;
const afterAuxiliary = /\b(?:did|does|do|will|would|can|could|should|might|may)\b(.*)/u;

const verbsLikeAdverbs = new Set('apply supply reply rely comply imply multiply ally rally bully fly'.split(' '));
const isAdverb = (word: string) => word.endsWith('ly') && !verbsLikeAdverbs.has(word);

/**
 * The term that says what is done: the participle of "a-t-il été arrêté", the verb of "did X sue Y" or of "who founded".
 * A rough reading without a parser: the first of the patterns that hits a term.
 * @param terms words of the question that are no names, folded
 */
export function predicateOf(question: string, terms: readonly string[]): string | undefined {
  const folded = fold(question);
  for (const pattern of [frenchCompound, frenchInversion, afterWho, englishParticiple]) {
    for (const match of folded.matchAll(pattern)) {
      const word = match[1];
      if (word !== undefined && terms.includes(word)) return word;
    }
  }
  // "did the minister SUE the firm", "did the minister's deputy publicly SUE the firm": the subject comes first.
  const rest =
    afterAuxiliary
      .exec(folded)?.[1]
      ?.replace(/['’]s \p{L}+/gu, '')
      .match(/\p{L}+/gu) ?? [];
  return rest.slice(determiner.test(rest[0] ?? '') ? 2 : 1).find((word) => terms.includes(word) && !isAdverb(word));
}
