import type { Span } from '../../types.ts';

/**
 * Words that say whose word a statement is. Evidence counts as attributed by `strong` ones only; a sentence keeps
 * an attribution with any of both.
 */
const strong =
  /\b(?:(?:selon|d['’]après|according to) (?:ces|cette|cet|ce|les mêmes|la même|these|this|those|the same) \p{L}+|selon|d['’]après|à en croire|aux yeux d|de l['’]avis d|according to|in the words of|in (?:his|her|its|their) view)(?![\p{L}])|(?<![\p{L}])(?:affirm|assur|soutien|soutenu|déclar|estim|jug(?:e|é|ea)|préten|accus|explique|expliqu|précis|ajout|indiqu|rapport(?:e|ent|é|a)|relat|rappell|soulign|écri(?:t|vent)|répond|répète|dénonc|promet|promis|insist|reconn|admet|raconte|évoque|parle(?:nt)? d)[\p{L}]*(?=[^.;]{0,60}?(?:\bqu(?:e|['’])|[:«“"]))|,\s*(?:a-t-(?:il|elle|on) |l['’])?(?:ajout|affirm|assur|déclar|dit|indiqu|note|noté|précis|rapport|relat|relèv|soulign|expliqu|écri|rappell|poursui|estim|constat|analys)[\p{L}]*(?:[\s-](?:il|elle|ils|elles|on)\b)?|(?<![\p{L}])(?:dit|disent)(?=\s(?:qu|vouloir|avoir|être|«|au))|(?<![\p{L}])(?:said|says|(?<!to )say|answer(?:s|ed)|claimed|claims?(?= (?:that|to)\b)|argue[sd]?|insist(?:s|ed)?|maintain(?:s|ed)?|told|stated|states(?= that)|alleg(?:es|ed)|noted|notes(?= that|[.,])|add(?:s|ed)|write[s]?|wrote|reported|reports(?= that|[.,])|repl(?:y|ies|ied)|recall(?:s|ed)|stress(?:es|ed)|conten(?:ds|ded)|accus(?:es|ed)|suggest(?:s|ed)?|explain(?:s|ed)|considers?|describes?)(?![\p{L}])/giu;

const weak =
  /(?<![\p{L}])(?:annonc|révél|confirm|dément|conteste|réfut|rejett|ni(?:e|é|ent)(?![\p{L}])|promet|promis|accus|soupçonn|dénonc|demand|réclam|évoqu|cit(?:e|é|ant)|affirm|assur|soutien|soutenu|déclar|estim|jug(?:e|é|ea)|expliqu|précis|ajout|indiqu|rapport|relat|rappel|soulign|écri|répon|répèt|insist|reconn|admet|raconte|dit|disent|parl|expos|plaid|laiss\p{L}+ entendre|fait savoir|signal|mentionn|propos|offert|offr|souhait|veu(?:t|lent)|voul)[\p{L}]*|(?<![\p{L}])(?:announc|reveal|confirm|den(?:y|ie)|reject|disput|refut|promis|pledg|vow|accus|alleg|suspect|denounc|demand|call(?:s|ed)? for|cit(?:e|ing)|quot|ask|admit|acknowledg|claim|offer|propos|request|want|describ|present|express|view|welcom|mention|find|consider|deem|point(?:s|ed) out|say|said|told|warn|read[sy]|found|finding)[\p{L}]*/giu;

interface AttributionMarker extends Span {
  readonly text: string;
}

function collect(text: string, pattern: RegExp): AttributionMarker[] {
  return [...text.matchAll(pattern)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Marks by which a source makes a statement somebody's word. */
export function attributionMarkers(text: string): AttributionMarker[] {
  return collect(text, strong);
}

/** Whether a sentence says whose word it gives, in whatever form. */
export function isAttributed(text: string): boolean {
  return collect(text, strong).length > 0 || collect(text, weak).length > 0;
}

/** Words that stand for the outlet itself: its citation names it, so its own report frame may be dropped. */
export const outletWords =
  /\b(?:AFP|Reuters|AP|Associated Press)\b|\b(?:le (?:site|journal|quotidien|magazine|titre)|la (?:radio|chaîne|rédaction|publication)|l['’](?:article|auteure?|agence)|the (?:paper|newspaper|site|website|article|outlet|magazine|publication|briefing|piece))\b/iu;
