import { safeLine, safeText, safeUrl } from '../../plain-text.ts';

export const webAddress = /https?:\/\/[^\s<>]+/g;

/**
 * Untrusted text as Discord markdown that reads exactly as it is: nothing in it formats, links, mentions or pings.
 * Addresses stay as they are, since backslashes would break them.
 */
export function escapeMarkdown(text: string): string {
  const clean = safeText(text);
  let escaped = '';
  let from = 0;
  for (const match of clean.matchAll(webAddress)) {
    escaped += escapePlain(clean.slice(from, match.index)) + match[0];
    from = match.index + match[0].length;
  }
  return escaped + escapePlain(clean.slice(from));
}

function escapePlain(text: string): string {
  return (
    text
      .replace(/[\\*_~`|]/g, '\\$&')
      .replace(/<(?=[@#:/a-z])/gi, '\\<')
      // A zero-width space keeps the words and takes away what they do.
      .replace(/@(?=everyone|here)/g, '@\u200b')
      .replace(/\]\(/g, '] (')
      .replace(/^(\s*)(>|#{1,3}(?=\s)|[-+](?=\s))/gm, '$1\\$2')
      .replace(/^(\s*\d+)\.(?=\s)/gm, '$1\\.')
  );
}

/** The longest address that is shown; a longer one would push the text off the page. */
const longestAddress = 400;

/** `[title](<address>)`, whose preview is off, or the bare title where there is no usable address. */
export function maskedLink(title: string, url: string | null): string {
  // A bracket would end the link's text, and Discord shows no masked link whose text looks like another address.
  const text = shorten(safeLine(title).replace(webAddress, '…'), 120).replace(/\[/g, '(').replace(/\]/g, ')');
  const href = safeUrl(url)?.replace(/\(/g, '%28').replace(/\)/g, '%29').replace(/</g, '%3C').replace(/>/g, '%3E');
  if (href === undefined || href.length > longestAddress) return escapeMarkdown(text);
  return `[${escapeMarkdown(text)}](<${href}>)`;
}

/** At most `length` UTF-16 units, cut at a word where one is near, never inside a surrogate pair. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const space = text.lastIndexOf(' ', length - 1);
  const cut = space > length * 0.6 ? space : length - 1;
  return `${text.slice(0, cut).replace(/[\ud800-\udbff]$/, '')}…`;
}
