import type { Language } from '../types.ts';

/**
 * Language of the interface: the setting where there is one, else the locale as POSIX reads it
 * (LC_ALL before LC_MESSAGES before LANG), else English.
 */
export function interfaceLanguage(
  setting: Language | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): Language {
  if (setting !== undefined) return setting;
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return /^fr(?:[_.@-]|$)/i.test(locale) ? 'fr' : 'en';
}
