import { type Piece, piecesOfText } from './pieces.ts';

const escaped = 0xe100;

/** A Markdown text as pieces, without the signs that only set its type; links keep their text, pictures go. */
export function piecesOfMarkdown(text: string): Piece[] {
  // Bounded repetitions: signs that are opened a million times and never closed must not cost a million scans.
  const bare = text
    // An escaped sign means itself: hidden from what follows by a character that `decode` drops.
    .replace(/\\([\\`*_{}[\]()<>#+.!=~-])/g, (_, sign: string) => String.fromCharCode(escaped + sign.charCodeAt(0)))
    .replace(/<!--[\s\S]{0,2000}?-->/g, '')
    .replace(/!\[[^\]\n]{0,300}\]\([^)\n]{0,500}\)/g, '')
    .replace(/\[([^\]\n]{1,300})\]\((?:https?:|mailto:|\/|#|\.)[^)\n]{0,500}\)/g, '$1')
    .replace(/<(https?:\/\/[^>\s]{1,500})>/g, '$1')
    .replace(/(\*\*|__)(?=\S)([^\n]{1,500}?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}*_])([*_])(?=[^\s*_])([^\n*_]{1,500}?)(?<=\S)\1(?![\p{L}\p{N}*_])/gu, '$2')
    .replace(/^[ \t]*>[ \t]?/gm, '')
    .replace(/^[ \t]*(?:[-*_][ \t]*){3,}$/gm, '')
    .replace(/^([^\n]+)\n(?:=+|-+)[ \t]*$/gm, '# $1');
  return piecesOfText(bare).map((piece) => {
    const heading = /^#{1,6} +(.+?)(?: +#+)?$/.exec(piece.text);
    const shown = (heading?.[1] ?? piece.text).replace(/[\ue100-\ue17f]/g, (sign) =>
      String.fromCharCode(sign.charCodeAt(0) - escaped),
    );
    return { ...piece, text: shown, isHeading: heading !== null };
  });
}
