import { formatPartialDate } from '../../text/partial-date.ts';
import type { Bellerophon } from '../../types.ts';
import { wrap } from '../layout.ts';
import type { RenderContext } from '../render/context.ts';

/** What the REPL says first: the size and the period of the file, and a question to begin with. */
export function renderWelcome(
  { sources, exampleQuestion }: Pick<Bellerophon, 'sources' | 'exampleQuestion'>,
  { colours, texts, language, width }: RenderContext,
): string {
  const articles = sources();
  const days = articles.flatMap(({ published }) => published ?? []).sort();
  const [first, last] = [days[0], days.at(-1)];
  const count = articles.length;
  const line =
    first === undefined || last === undefined
      ? texts('repl.welcome', { count })
      : texts('repl.welcomePeriod', {
          count,
          from: formatPartialDate(first, language),
          to: formatPartialDate(last, language),
        });
  return `${wrap(colours.bold(line), width)}\n${wrap(colours.dim(texts('repl.example', { question: exampleQuestion(language) })), width)}`;
}
