import { formatPartialDate } from '../../text/partial-date.ts';
import type { Answer } from '../../types.ts';
import { wrap } from '../layout.ts';
import { safeText } from '../plain-text.ts';
import { renderCitations, renderReference } from './citations.ts';
import type { RenderContext } from './context.ts';
import { renderParts } from './parts.ts';

/** An answer for a terminal: its parts, then the numbered citations; labels in the language of `context`. */
export function renderAnswer(answer: Answer, context: RenderContext): string {
  const { colours, texts, language, width } = context;
  const blocks: string[] = [];
  const said = safeText(answer.answer);
  if (answer.asOf !== undefined && !said.includes(formatPartialDate(answer.asOf, language))) {
    blocks.push(wrap(colours.yellow(texts('answer.asOf', { date: formatPartialDate(answer.asOf, language) })), width));
  }
  const hasHeading = answer.parts.some(({ kind }) => kind === 'heading');
  if (answer.divergent && !hasHeading) blocks.push(colours.bold(texts('answer.versions')));
  blocks.push(answer.parts.length > 0 ? renderParts(answer.parts, answer.citations, context) : wrap(said, width));
  if (answer.status === 'abstained' && answer.nearest !== undefined && !said.includes(answer.nearest.title)) {
    blocks.push(`${texts('answer.nearest')}\n${renderReference(answer.nearest, ' ', context)}`);
  }
  // An abstention is the bot's own word.
  if (answer.mode === 'generative' && answer.status === 'answered') {
    blocks.push(wrap(colours.dim(texts('answer.mode.generative')), width));
  }
  const citations = renderCitations(answer.citations, said, context);
  return citations === '' ? blocks.join('\n') : `${blocks.join('\n')}\n\n${citations}`;
}
