import { ButtonStyle, ComponentType, MessageFlags } from 'discord-api-types/v10';
import type { SimulatedMessage } from './model.ts';
import { type Json, listOf, textOf } from './validation.ts';

export interface ButtonView {
  readonly label: string;
  readonly customId: string | undefined;
  readonly url: string | undefined;
  readonly disabled: boolean;
}

/** The buttons of a message in reading order; an emoji without a label is its own label. */
export function buttonsOf(message: SimulatedMessage): ButtonView[] {
  const walk = (component: Json): Json[] => [component, ...listOf(component.components).flatMap(walk)];
  return (message.components as unknown as Json[])
    .flatMap(walk)
    .filter(({ type }) => type === ComponentType.Button)
    .map((button) => ({
      label: textOf(button.label) || textOf((button.emoji as Json | undefined)?.name),
      customId: button.style === ButtonStyle.Link ? undefined : textOf(button.custom_id),
      url: button.style === ButtonStyle.Link ? textOf(button.url) : undefined,
      disabled: button.disabled === true,
    }));
}

/** What a reader sees: masked links show their title only, and formatting is not spelt out. */
export function renderedText(content: string): string {
  return content
    .replace(/\[([^\]\n]+)\]\(<?(https?:[^)>\s]+)>?\)/g, '$1')
    .replace(/(?<!\\)\*\*?([^*\n]+?)(?<!\\)\*\*?/g, '$1')
    .replace(/^(?:-# |> )/gm, '')
    .replace(/\\([\\*_~`|>#<[\]().+-])/g, '$1');
}

export interface LinkView {
  readonly text: string;
  readonly url: string;
  /** Whether Discord would unfurl it below the message. */
  readonly preview: boolean;
}

export function linksOf(message: SimulatedMessage): LinkView[] {
  const suppressed = (message.flags & MessageFlags.SuppressEmbeds) !== 0;
  return [...message.content.matchAll(/\[([^\]\n]+)\]\((<?)(https?:[^)>\s]+)>?\)/g)].map(([, text, bracket, url]) => ({
    text: text ?? '',
    url: url ?? '',
    preview: !suppressed && bracket === '',
  }));
}
