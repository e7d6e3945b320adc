import type { AnswerPart, Citation, SourceCount } from '../../types.ts';
import { wrap } from '../layout.ts';
import { safeLine, safeText } from '../plain-text.ts';
import { colourMarkers } from './citations.ts';
import type { RenderContext } from './context.ts';

/**
 * The parts of an answer as paragraphs: headings bold, versions of a divergence as a list, each statement with the
 * number of independent sources that carry it.
 */
export function renderParts(
  parts: readonly AnswerPart[],
  citations: readonly Citation[],
  context: RenderContext,
): string {
  const { colours, width } = context;
  return parts
    .map((part) => {
      const text = colourMarkers(safeText(part.text), citations, context);
      if (part.kind === 'heading') return wrap(colours.bold(text), width);
      if (part.kind === 'notice') return wrap(text, width);
      const list = part.kind === 'version' ? { first: '  • ', rest: '    ' } : {};
      return wrap(part.sources === undefined ? text : withSourceCount(text, part.sources, context), width, list);
    })
    .join('\n');
}

/** The count dimmed behind the text; most answers bring it in their own text. */
function withSourceCount(text: string, sources: SourceCount, context: RenderContext): string {
  const count = `(${sourceCount(sources, context)})`;
  const [whole, last] = /\s*(\([^()]*\))\s*$/.exec(text) ?? [];
  const told =
    whole !== undefined && plainSpaces(last ?? '') === plainSpaces(count) ? text.slice(0, -whole.length) : text;
  return `${told} ${context.colours.dim(count)}`;
}

/** "3 independent sources", "a single source: Axios". */
export function sourceCount(sources: SourceCount, { texts }: RenderContext): string {
  const outlets = sources.outlets.map(safeLine).join(', ');
  if (sources.independent === 1 && outlets === '') return texts('answer.sources', { count: 1, outlets: '?' });
  return texts('answer.sources', { count: sources.independent, outlets });
}

function plainSpaces(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ');
}
