import { displayWidth, wrap } from '../layout.ts';
import type { RenderContext } from '../render/context.ts';
import { commands } from './commands.ts';

/** The commands of the interface's language, with what they do. */
export function renderHelp({ colours, texts, language, width }: RenderContext): string {
  const entries = Object.values(commands).map(({ spelling, help, argument }) => ({
    usage: `${spelling[language]}${argument === undefined ? '' : ` ${texts(argument)}`}`,
    help: texts(help),
  }));
  const column = Math.min(30, Math.max(...entries.map(({ usage }) => displayWidth(usage))) + 4);
  const lines = entries.map(({ usage, help }) => {
    const rest = ' '.repeat(column);
    const padding = column - displayWidth(usage) - 2;
    if (padding < 2) return `  ${colours.cyan(usage)}\n${wrap(help, width, { first: rest })}`;
    return wrap(help, width, { first: `  ${colours.cyan(usage)}${' '.repeat(padding)}`, rest });
  });
  return [colours.bold(texts('help.title')), ...lines, wrap(colours.dim(texts('help.keys')), width)].join('\n');
}
