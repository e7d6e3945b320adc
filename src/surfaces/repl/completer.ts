import { fold } from '../../text/fold.ts';
import type { Bellerophon, Language } from '../../types.ts';
import { completeCommand, readCommand } from './commands.ts';

/** What Tab offers for a line: `[candidates, the part of the line they replace]`, as node:readline wants it. */
export function complete(
  line: string,
  language: Language,
  bellerophon: Pick<Bellerophon, 'suggestNames' | 'outlets'>,
): [string[], string] {
  if (!line.startsWith('/')) return [[], line];
  if (!line.includes(' ')) return [completeCommand(line, language).map((spelling) => `${spelling} `), line];
  const command = readCommand(line);
  if (command.kind === 'unknown') return [[], line];
  const typed = line.slice(line.indexOf(' ') + 1);
  // As typed so far, then the rest: readline completes only what begins exactly like the line.
  const matching = (candidates: readonly string[]): [string[], string] => [
    candidates
      .filter((candidate) => fold(candidate).startsWith(fold(typed)))
      .map((candidate) => typed + candidate.slice(typed.length)),
    typed,
  ];
  if (command.name === 'lang') return matching(['fr', 'en']);
  if (command.name === 'sources') return matching(bellerophon.outlets());
  if (command.name === 'who' || command.name === 'timeline') {
    return typed === ''
      ? [[], typed]
      : matching(bellerophon.suggestNames(typed, 8).flatMap(({ variants }) => variants));
  }
  return [[], line];
}
