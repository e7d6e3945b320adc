import iconv from 'iconv-lite';

export type Decoded = { readonly text: string } | { readonly reason: string };

const signatures: readonly (readonly [signature: string, name: string])[] = [
  ['%PDF', 'a PDF document'],
  ['PK\u0003\u0004', 'a zip archive or an office document'],
  ['{\\rtf', 'an RTF document'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old office document'],
  ['\u001f\u008b', 'a gzip archive'],
  ['\u0089PNG', 'a picture'],
  ['\u00ff\u00d8\u00ff', 'a picture'],
  ['GIF8', 'a picture'],
];

/** Icons of a page's own fonts; the readers of HTML and Markdown use these characters for themselves. */
const privateUse = /\p{Co}/gu;

/**
 * Bytes of a text file as NFC text with `\n` line ends. UTF-8 with or without byte order mark, UTF-16 with one; what is
 * not UTF-8 is read as the charset an HTML page declares, else as Windows-1252, of which Latin-1 is the printable part.
 * Binary content is refused with a reason.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return { reason: 'Expected an article, but the file is empty.' };
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  const kind = signatures.find(([signature]) => head.startsWith(signature))?.[1];
  if (kind) return { reason: `Expected text, but this is ${kind}: save its text as .txt.` };
  const text = decodeText(bytes);
  if (text.trim() === '') return { reason: 'Expected an article, but the file holds only white space.' };
  if (isBinary(text)) return { reason: 'Expected text, but the file holds binary data: save its text as .txt.' };
  return {
    text: text
      .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
      .replace(privateUse, '')
      .normalize('NFC'),
  };
}

function decodeText(bytes: Uint8Array): string {
  const mark = bytes[0]! * 256 + (bytes[1] ?? 0);
  if (mark === 0xfffe) return iconv.decode(Buffer.from(bytes), 'utf-16le');
  if (mark === 0xfeff) return iconv.decode(Buffer.from(bytes), 'utf-16be');
  const utf8 = new TextDecoder('utf-8').decode(bytes);
  if (isMostlyUtf8(utf8)) return utf8;
  return iconv.decode(Buffer.from(bytes), declaredCharset(bytes) ?? 'windows-1252');
}

/** A file cut off inside a character, or with one stray byte, is still UTF-8: Windows-1252 text has no valid sequences. */
function isMostlyUtf8(decoded: string): boolean {
  const damaged = decoded.split('\ufffd').length - 1;
  if (damaged === 0) return true;
  const sound = decoded.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0;
  return damaged * 10 < sound;
}

function declaredCharset(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  const name = /<(?:meta|\?xml)[^>]+(?:charset|encoding)=["']?\s*([\w-]+)/i.exec(start)?.[1];
  return name && !/^utf-?8$/i.test(name) && iconv.encodingExists(name) ? name : undefined;
}

function isBinary(text: string): boolean {
  if (text.includes('\0')) return true;
  const sample = text.slice(0, 4096);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells binary data from text
  const controls = sample.match(/[\u0001-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0;
  return controls > sample.length / 50;
}
