import type { Language } from '../types.ts';

/** Words and patterns of dates in one language. Named groups: weekday, day, month, year, part, cue. */
export interface DatePatterns {
  readonly months: readonly RegExp[];
  readonly weekdays: readonly RegExp[];
  /** Day and month, weekday before and year after where given. */
  readonly dayAndMonth: readonly RegExp[];
  /** A month with a year, or with a word that makes it a date ("en juillet", "late September"). */
  readonly monthOnly: readonly RegExp[];
  readonly yearOnly: readonly RegExp[];
  readonly weekdayOnly: RegExp;
  /** Phrases that count from the day of publication; read by the library. */
  readonly relative: RegExp;
  /** The sentence looks forward: a date without a year may lie ahead. */
  readonly future: RegExp;
  /** The date hangs on another date of the text, not on the publication. */
  readonly anchored: RegExp;
}

const french: DatePatterns = {
  months: [/^jan/, /^f[ée]v/, /^mar/, /^avr/, /^mai/, /^juin/, /^juil/, /^ao/, /^sep/, /^oct/, /^nov/, /^d[ée]c/],
  weekdays: [/^dim/, /^lun/, /^mar/, /^mer/, /^jeu/, /^ven/, /^sam/],
  ...build(
    String.raw`[Jj]anvier|janv\.|[Ff][ée]vrier|févr\.|[Mm]ars|[Aa]vril|[Mm]ai|[Jj]uin|[Jj]uillet|juil\.|[Aa]o[ûu]t|[Ss]eptembre|sept\.|[Oo]ctobre|oct\.|[Nn]ovembre|nov\.|[Dd][ée]cembre|déc\.`,
    '[Ll]undi|[Mm]ardi|[Mm]ercredi|[Jj]eudi|[Vv]endredi|[Ss]amedi|[Dd]imanche',
    {
      dayAndMonth: [
        String.raw`(?:W,?\s+(?:le\s+)?)?(?<day>1er|\d{1,2})\s+M(?:\s+Y)?`,
        String.raw`(?<day>\d{1,2})[/.](?<monthNumber>\d{1,2})[/.]Y`,
      ],
      monthOnly: [
        String.raw`(?<part>[Ff]in|[Dd]ébut|[Mm]i-|mi|[Cc]ourant|fin du mois d[e’']|début du mois d[e’'])\s?(?:de\s|d[’'])?M(?:\s+(?:de\s+)?Y)?`,
        String.raw`M\s+(?:de\s+)?Y`,
        String.raw`(?<=(?<!\p{L})(?:en|En|depuis|dès|depuis la fin|jusqu['’]en|mois de|mois d['’]|fin de|révélations de|datait de|date de)\s)M\b`,
        String.raw`M\s+dernier`,
      ],
      yearOnly: [
        String.raw`(?<part>[Ff]in|[Dd]ébut|[Mm]i-|courant|l['’]été|été|l['’]hiver|hiver|printemps|l['’]automne|automne|année|la fin de l['’]année|la fin de)\s?(?:de\s|d[’'])?Y`,
        String.raw`(?<=(?:(?<!\p{L})(?:en|En|depuis|Depuis|dès|Dès|entre|Entre|de|et|à|ou|avant|après|puis en|année|jusqu['’]en)\s|\())Y(?=[\s.,;:)»]|$)`,
      ],
      weekday: String.raw`W(?:\s+(?<shift>dernier|prochain|précédent|suivant|passé))?(?!\s+\d)`,
    },
  ),
  relative:
    /\b(?:hier|demain|il y a (?:\d+|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|quinze) (?:jours?|mois)|le mois dernier)\b/giu,
  future:
    /\p{L}{2,}(?:era|eront|ira|iront|dra|dront|aura|auront|sera|seront)(?!\p{L})|\b(?:doi(?:t|vent)|devrai(?:t|ent)|prochaine?s?|prévue?s?|à venir|d['’]ici)\b/iu,
  anchored: /(?:\bla veille|\ble lendemain|\bce même jour|\ble même jour|\bcette année-là)[,\s]*$/iu,
};

const english: DatePatterns = {
  months: [/^jan/, /^feb/, /^mar/, /^apr/, /^may/, /^jun/, /^jul/, /^aug/, /^sep/, /^oct/, /^nov/, /^dec/],
  weekdays: [/^sun/, /^mon/, /^tue/, /^wed/, /^thu/, /^fri/, /^sat/],
  ...build(
    String.raw`January|Jan\.|February|Feb\.|March|April|Apr\.|May|June|July|August|Aug\.|September|Sept?\.|October|Oct\.|November|Nov\.|December|Dec\.`,
    'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday',
    {
      dayAndMonth: [
        String.raw`(?:W,?\s+)?(?:the\s+)?(?<day>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?M(?:,?\s+Y)?`,
        String.raw`(?:W,?\s+)?M\s+(?<day>\d{1,2})(?:st|nd|rd|th)?(?:,?\s+Y)?(?![\d%]|\s*(?:percent|people))`,
      ],
      monthOnly: [
        String.raw`(?<part>[Ll]ate|[Ee]arly|[Mm]id-?|the end of|the beginning of|the start of)\s?M(?:,?\s+Y)?`,
        String.raw`M,?\s+(?:of\s+)?Y`,
        String.raw`(?<=\b(?:in|In|since|Since|until|by|during|last|of)\s)M\b(?!\s+\d)`,
        String.raw`(?<=\b(?:the|The)\s)M\b(?=\s(?:ruling|report|reporting|revelations|article|meeting|visit|decision|talks))`,
      ],
      yearOnly: [
        String.raw`(?<part>[Ll]ate|[Ee]arly|[Mm]id-?|the end of|the beginning of|summer|autumn|fall|winter|spring|the summer of|the autumn of)\s?(?:of\s+)?Y`,
        String.raw`(?<=(?:\b(?:in|In|since|Since|from|until|by|to|and|before|after|during|back to|of)\s|\())Y(?=[\s.,;:)]|$)(?!\s(?:users|people|numbers|phones))`,
      ],
      weekday: String.raw`(?:(?<shift>last|next|previous|following|this)\s+)?W(?!,?\s+(?:the\s+)?\d|,?\s+(?:January|February|March|April|May|June|July|August|September|October|November|December))`,
    },
  ),
  relative:
    /\b(?:yesterday|tomorrow|(?:\d+|an?|two|three|four|five|six|seven|eight|nine|ten) (?:days?|months?|years?) ago|last month|last year)\b/giu,
  future: /\b(?:will|shall|(?:is|are|was|were) (?:to|set|due|scheduled|expected|planned)|next|upcoming|coming)\b/iu,
  anchored: /\b(?:the day before|the day after|the next day|that day|that year)[,\s]*$/iu,
};

interface Sources {
  readonly dayAndMonth: readonly string[];
  readonly monthOnly: readonly string[];
  readonly yearOnly: readonly string[];
  readonly weekday: string;
}

/** Puts the names of months (`M`), weekdays (`W`) and years (`Y`) into the patterns. */
function build(months: string, weekdays: string, sources: Sources) {
  const expand = (source: string): RegExp =>
    new RegExp(
      String.raw`(?<![\p{L}\p{N}])(?:${source
        .replace(/M(?![a-zà-ÿ])/g, `(?<month>${months})`)
        .replace(/W(?![a-zà-ÿ])/g, `(?<weekday>${weekdays})`)
        .replace(/Y(?![a-zà-ÿ])/g, String.raw`(?<year>(?:19|20)\d{2})(?!\d|[.,]\d)`)})(?![\p{L}\p{N}])`,
      'gu',
    );
  return {
    dayAndMonth: sources.dayAndMonth.map(expand),
    monthOnly: sources.monthOnly.map(expand),
    yearOnly: sources.yearOnly.map(expand),
    weekdayOnly: expand(sources.weekday),
  };
}

export const datePatterns: Record<Language, DatePatterns> = { fr: french, en: english };
