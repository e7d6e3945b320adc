import { fold } from '../text/fold.ts';

/** What a line that names author or source tells. */
export interface Byline {
  readonly author: string | null;
  readonly outlet: string | null;
}

const word = "\\p{Lu}[\\p{L}'’-]*\\.?";
const particle = "(?:de|du|des|d'|d’|van|von|der|den|ben|bin|ibn|el|al|la|le|da|di|dos)";
const name = `${word}(?:(?: ${particle})*[  ]${word}){1,3}`;
const names = `${name}(?:(?:,| et| and| &|, and) ${name}){0,4}`;
/** What may follow a name: place, title, outlet, set off by a mark. */
const rest = '(?:\\s*(?:[,|(/–—•·@-]|avec |with |à |in |for |pour |pool)[^.!?]{0,80})?';
const agency = '(AFP|Reuters|REUTERS|AP|Associated Press|EFE|dpa|ANSA|Xinhua|MAP|APS|TASS|Belga|ATS|PA Media|UPI|ANI)';
const place = "\\p{Lu}[\\p{L}'’-]*(?: (?:\\p{Lu}[\\p{L}'’-]*|de|du|la)){0,2}";
const people = '(?:correspondante?s?|envoyée?s? spéciale?s?|envoyés spéciaux|correspondents?|special correspondents?)';

const named = new RegExp(
  `^(?:Par|PAR|By|BY|Texte?s?|Text|Auteure?|Author|Written by|Posted by|Publié par|Écrit par|Ecrit par|Rédigé par|Propos recueillis par|Reported by|Article de|Article by|Story by|Un article de)\\s*:?\\s+(${names})(${rest})$`,
  'u',
);
const correspondent = new RegExp(
  `^(?:Avec |De |D'|From |With )?(?:[Nn]otre|[Nn]os|[Oo]ur) ${people}(?: permanente?s?| diplomatique)?(?: (?:à|au|aux|en|in|at) ${place})?\\s*[,:;–-]?\\s*(${names})?$`,
  'u',
);
const nameWithRole = new RegExp(
  `^(${names})(\\s*(?:\\((?:à|in|au|en|avec|with)\\b|avec |with |,\\s*(?:correspondant|envoyé|journaliste|grand reporter|special |staff|reporter|diplomatic correspondent|senior)|[|•·–—-]\\s*(?:correspondant|envoyé|journaliste))[^.!?]{0,80})$`,
  'u',
);
const byAgency = new RegExp(`^(?:(?:Par|By|Source|Avec|With)\\s*:?\\s+)?(?:l')?${agency}(?: staff| Staff)?$`, 'u');
const outletWithAgency = new RegExp(
  `^(?:(?:Par|By)\\s+)?(\\p{Lu}[^,.;:!?]{1,30}?) (?:avec|with) (?:l'|l’)?(?:${agency}|agences|agencies)\\b.{0,30}$`,
  'u',
);
const staff =
  /^(?:(?:Par|By)\s+)?(?:La [Rr]édaction|Rédaction|Staff|News Desk|Newsroom|Web [Dd]esk|Editorial [Ss]taff)(?:\s+(?:de |d'|du )?(\p{Lu}[^,.;:!?]{1,30}))?$/u;

/** Reads a line that can only be a byline wherever it stands: it says "Par", "By" or "notre correspondant". */
export function readExplicitByline(line: string): Byline | null {
  if (line.length > 160) return null;
  const correspondence = correspondent.exec(line);
  if (correspondence) return { author: correspondence[1] ?? null, outlet: null };
  const match = named.exec(line);
  return match ? { author: titleCase(match[1]!), outlet: outletOf(match[2] ?? '') } : null;
}

/** Reads a line that holds nothing but author or source ("Par Michel Paul", "Avec notre correspondant à …"). */
export function readByline(line: string): Byline | null {
  if (line.length > 160) return null;
  const agencyName = byAgency.exec(line)?.[1];
  if (agencyName) return { author: null, outlet: agencyName };
  const desk = staff.exec(line);
  if (desk) return { author: null, outlet: desk[1]?.trim() ?? null };
  const outlet = outletWithAgency.exec(line)?.[1]?.trim();
  // "Le Figaro avec AFP" names a paper, "Michel Paul avec AFP" a person.
  if (outlet && (!outlet.includes(' ') || /^(?:Le|La|Les|L'|L’|The|El|Al)\b/.test(outlet)))
    return { author: null, outlet };
  const explicit = readExplicitByline(line);
  if (explicit) return explicit;
  const match = nameWithRole.exec(line);
  return match ? { author: titleCase(match[1]!), outlet: outletOf(match[2] ?? '') } : null;
}

function outletOf(text: string): string | null {
  const match = /\(([A-Z][A-Z0-9 ]{1,11})\)|\b(?:for|pour)\s+(\p{Lu}[\p{L}\d'’ -]{1,30})/u.exec(text);
  return (match?.[1] ?? match?.[2])?.trim() ?? null;
}

/** "MICHEL PAUL" → "Michel Paul". */
function titleCase(value: string): string {
  if (/\p{Ll}{2}/u.test(value)) return value;
  return value.toLowerCase().replace(/(^|[\s'’-])\p{L}/gu, (letter) => letter.toUpperCase());
}

/** The agency of a date line "PARIS, 22 oct 2021 (AFP) - …"; `rest` is what stands between place and agency. */
export function readDateline(paragraph: string): { readonly agency: string; readonly rest: string } | null {
  const match = new RegExp(`^(${place})\\s*[,/–-]?\\s*([^()]{0,40}?)\\s*\\(${agency}\\)\\s*[:–—-]`, 'u').exec(
    paragraph,
  );
  return match ? { agency: match[3]!, rest: match[2]! } : null;
}

/** The holder of a dated copyright notice: "© 2021 AFP. Tous droits réservés". */
export function copyrightHolder(line: string): string | null {
  const match =
    /^(?:©|\([cC]\)|[Cc]opyright)[\s:]*(?:©|\([cC]\))?\s*(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?[\s,]*(?:by\s+|-\s*)?(\p{Lu}[\p{L}\d&'’. -]{1,40}?)\s*(?:[.,|–]|-\s|Tous|All|$)/u.exec(
      line,
    );
  const holder = match?.[1]?.trim();
  return holder && !/^(?:tous|all|droits|reproduction)\b/.test(fold(holder)) ? holder : null;
}

/** A name alone on its line, as under an article: two to four capitalised words, or one with a hyphen. */
export function isBareName(line: string): boolean {
  return new RegExp(`^(?:${name}|\\p{Lu}[\\p{L}'’]+-\\p{Lu}[\\p{L}'’]+)$`, 'u').test(line);
}
