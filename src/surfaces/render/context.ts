import type { Language } from '../../types.ts';
import type { Style } from '../style.ts';
import type { Texts } from '../texts/texts.ts';

/** What every renderer needs besides the thing it renders. Renderers are pure: value in, text out, no trailing line feed. */
export interface RenderContext extends Style {
  /** Language of labels and dates. */
  readonly language: Language;
  readonly texts: Texts;
}
