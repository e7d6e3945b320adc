import type { Texts } from '../texts/texts.ts';
import { pageLimit } from './documents.ts';
import { escapeMarkdown, shorten, webAddress } from './markdown.ts';

/**
 * What a chat model has written so far, under a line that says that it is not checked; null while it is blank. No
 * address of it can be followed: nobody has made sure that it leads to a source.
 */
export function draftText(written: string, texts: Texts): string | null {
  const shown = escapeMarkdown(written.replace(webAddress, '…')).trim();
  return shown === '' ? null : shorten(`-# ${texts('answer.draft')}\n${shown}`, pageLimit);
}
