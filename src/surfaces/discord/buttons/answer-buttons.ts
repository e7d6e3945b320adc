import { type APIButtonComponent, ButtonStyle, ComponentType } from 'discord.js';
import type { Texts } from '../texts/texts.ts';
import { type ButtonAction, customId } from './custom-id.ts';

export interface ButtonOptions {
  readonly answerId: string;
  readonly texts: Texts;
  readonly hasCitations: boolean;
  /** The page that More shows; undefined when everything is shown. */
  readonly nextPage?: number | undefined;
  readonly publishable?: boolean | undefined;
  readonly published?: boolean | undefined;
  /** 👍 and 👎: for answers to questions, not for overviews. */
  readonly feedback?: boolean | undefined;
}

/** The buttons below an answer, at most five: one row. */
export function answerButtons(options: ButtonOptions): APIButtonComponent[] {
  const { answerId, texts, hasCitations, nextPage, publishable, published = false, feedback } = options;
  return [
    ...(hasCitations ? [button({ verb: 'quotes', answerId, page: 0 }, { label: texts('button.quotes') })] : []),
    ...(nextPage === undefined
      ? []
      : [button({ verb: 'more', answerId, page: nextPage }, { label: texts('button.more') })]),
    ...(publishable
      ? [button({ verb: 'publish', answerId }, { label: texts('button.publish'), disabled: published })]
      : []),
    ...(feedback
      ? [
          button({ verb: 'good', answerId }, { emoji: { name: '👍' } }),
          button({ verb: 'bad', answerId }, { emoji: { name: '👎' } }),
        ]
      : []),
  ];
}

export function button(
  action: ButtonAction,
  look: { label?: string; emoji?: { name: string }; disabled?: boolean },
): APIButtonComponent {
  return { type: ComponentType.Button, style: ButtonStyle.Secondary, custom_id: customId(action), ...look };
}
