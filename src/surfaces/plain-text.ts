/**
 * Control characters, escape sequences among them, and the marks that reorder what is displayed.
 * Articles, questions and models' drafts are untrusted: none of these may reach a terminal through them.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point.
const unsafe = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
/** Whole sequences first (`ESC [ 31 m`, `ESC ] 8 ; ; url BEL`), so that no `[31m` litter stays behind. */
const sequences =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point.
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|(?:\u001b\]|\u009d)[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)/g;

/** Text that is safe to print: line feeds kept, tabs made spaces, every other control character gone. */
export function safeText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(sequences, '').replace(unsafe, '').replaceAll('\t', ' ');
}

/** `safeText` on one line: runs of white space that hold a line feed become one space. */
export function safeLine(text: string): string {
  return safeText(text)
    .replace(/ *\n\s*/g, ' ')
    .trim();
}

/** A web address as it may be printed, or null when it is none. */
export function safeUrl(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? href : null;
}
