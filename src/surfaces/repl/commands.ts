import { distance } from 'fastest-levenshtein';
import { fold } from '../../text/fold.ts';
import type { Language } from '../../types.ts';
import type { TextKey } from '../texts/texts.ts';

export type CommandName = 'open' | 'sources' | 'timeline' | 'who' | 'check' | 'asOf' | 'new' | 'lang' | 'help' | 'quit';

interface CommandDescription {
  /** With the slash; both languages' spellings work whatever the interface's language. */
  readonly spelling: Readonly<Record<Language, string>>;
  readonly help: TextKey;
  readonly argument?: TextKey;
}

/** In the order of /help. */
export const commands: Readonly<Record<CommandName, CommandDescription>> = {
  open: { spelling: { fr: '/ouvrir', en: '/open' }, help: 'help.open', argument: 'help.argument.marker' },
  sources: { spelling: { fr: '/sources', en: '/sources' }, help: 'help.sources', argument: 'help.argument.filter' },
  timeline: {
    spelling: { fr: '/chronologie', en: '/timeline' },
    help: 'help.timeline',
    argument: 'help.argument.timeline',
  },
  who: { spelling: { fr: '/qui', en: '/who' }, help: 'help.who', argument: 'help.argument.name' },
  check: { spelling: { fr: '/verifier', en: '/check' }, help: 'help.check', argument: 'help.argument.claim' },
  asOf: { spelling: { fr: '/au', en: '/as-of' }, help: 'help.asOf', argument: 'help.argument.date' },
  new: { spelling: { fr: '/nouveau', en: '/new' }, help: 'help.new' },
  lang: { spelling: { fr: '/langue', en: '/lang' }, help: 'help.lang', argument: 'help.argument.language' },
  help: { spelling: { fr: '/aide', en: '/help' }, help: 'help.help' },
  quit: { spelling: { fr: '/quitter', en: '/quit' }, help: 'help.quit' },
};

const bySpelling: ReadonlyMap<string, CommandName> = new Map(
  (Object.keys(commands) as CommandName[]).flatMap((name) =>
    Object.values(commands[name].spelling).map((spelling) => [spelling, name] as const),
  ),
);

export type ReadCommand =
  | { readonly kind: 'command'; readonly name: CommandName; readonly argument: string }
  /** `meant`: the spelling that is nearest, when one is near. */
  | { readonly kind: 'unknown'; readonly spelling: string; readonly meant: string | null };

/** Reads a line that starts with a slash; case and accents of the command do not matter. */
export function readCommand(line: string): ReadCommand {
  const [, spelling = '/', argument = ''] = /^(\S+)\s*(.*)$/s.exec(line.trim()) ?? [];
  const folded = fold(spelling);
  const name = folded === '/' ? 'help' : bySpelling.get(folded);
  if (name !== undefined) return { kind: 'command', name, argument: argument.trim() };
  return { kind: 'unknown', spelling, meant: nearestSpelling(folded) };
}

/** Spellings that start with `prefix`: those of the interface's language, or the other's when it has none. */
export function completeCommand(prefix: string, language: Language): readonly string[] {
  const folded = fold(prefix);
  const inLanguage = (which: Language) =>
    Object.values(commands)
      .map(({ spelling }) => spelling[which])
      .filter((spelling) => spelling.startsWith(folded));
  const own = inLanguage(language);
  return own.length > 0 ? own : inLanguage(language === 'fr' ? 'en' : 'fr');
}

function nearestSpelling(spelling: string): string | null {
  let nearest: string | null = null;
  let least = Math.max(1, Math.floor(spelling.length / 2.5)) + 1;
  for (const known of bySpelling.keys()) {
    // `/time` and `/chrono` are beginnings rather than misspellings.
    const apart = spelling.length > 2 && known.startsWith(spelling) ? 1 : distance(spelling, known);
    if (apart < least) [nearest, least] = [known, apart];
  }
  return nearest;
}
