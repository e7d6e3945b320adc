/**
 * Folding for comparison: lower case, no accents, straight quotes and apostrophes, ligatures opened.
 * Search and matching work on folded text; what is shown never is.
 */
export function fold(text: string): string {
  // Most words are plain ASCII, and this is called for every word of the corpus.
  if (/^[ -_a-~\n]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/ß/g, 'ss')
    .replace(/[’‘ʼ′`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‐‑‒–—]/g, '-')
    .replace(/[\u00a0\u202f\u2009]/g, ' ');
}
