import type { Span } from '../../types.ts';

/** Verbs and nouns after which something is feared, wanted, planned or asked for, not told as so. */
const attitude =
  /(?<![\p{L}])(?:crai(?:nt|gn)\p{L}*|redout\p{L}*|peur|esp[eé]r\p{L}*|espoir|souhait\p{L}*|veut|veulent|voul\p{L}*|voudr\p{L}*|envisag\p{L}*|song\p{L}*|compt(?:e|ent|ait)(?= \p{L}+(?:er|ir|re)\b)|prévo\p{L}*|projet\p{L}*|entend(?:ent|ait)?(?= \p{L}+(?:er|ir|re)\b)|menac\p{L}*|demand\p{L}*|réclam\p{L}*|exig\p{L}*|propos\p{L}*|offr\p{L}*|invit\p{L}*|appell\p{L}* à|promet\p{L}*|promis|s['’]engag\p{L}*|prêt\p{L}* à|tent(?:e|é|er|ait|ent|ative)\p{L}*|essa[iy]\p{L}*|cherch\p{L}* à|vis(?:e|ant|ait|ent) à|risqu\p{L}*|soupçon\p{L}*|accus\p{L}*|croi(?:t|re|ent)|pens(?:e|ent|ait)|estim\p{L}*|juge\p{L}*|doute\p{L}*|fear\p{L}*|afraid|worr\p{L}*|hop(?:e|es|ed|ing)|wants?|wanted|wish\p{L}*|plan(?:s|ned|ning)?|intend\p{L}*|consider(?:s|ed|ing)?|mull\p{L}*|threat\p{L}*|ask(?:s|ed|ing)?|demand\p{L}*|request\p{L}*|seek(?:s|ing)?|sought|propos\p{L}*|offer\p{L}*|invit\p{L}*|urg(?:e|es|ed)|call(?:s|ed)? (?:for|on)|promis\p{L}*|pledg\p{L}*|vow\p{L}*|ready to|tr(?:y|ies|ied|ying)|attempt\p{L}*|aim\p{L}*|risk\p{L}*|suspect\p{L}*|accus\p{L}*|alleg\p{L}*|believ\p{L}*|think|thinks|thought|deem\p{L}*|doubt\p{L}*|expect\p{L}*|should)(?![\p{L}])/giu;

/** Where attitudes stand. */
export function attitudeSpans(text: string): Span[] {
  return [...text.matchAll(attitude)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}
