import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  ComponentType,
  MessageFlags,
} from 'discord.js';

export interface OutgoingFile {
  readonly name: string;
  readonly data: Buffer;
  /** Read out by screen readers; 1024 characters at most. */
  readonly description: string;
}

/** A message as the bot means it, before it is posted, edited in or replied with. */
export interface OutgoingMessage {
  readonly content: string;
  readonly buttons?: readonly APIButtonComponent[] | undefined;
  readonly files?: readonly OutgoingFile[] | undefined;
}

/** Nothing the bot says pings anybody: sent with every message and every edit, since edits parse mentions anew. */
const noMentions = { parse: [], replied_user: false };

/** The request body; links never unfurl. `ephemeral` counts only where a message is created. */
export function messageBody(message: OutgoingMessage, ephemeral = false): Record<string, unknown> {
  return {
    content: message.content,
    allowed_mentions: noMentions,
    flags: MessageFlags.SuppressEmbeds | (ephemeral ? MessageFlags.Ephemeral : 0),
    components: buttonRow(message.buttons ?? []),
    ...(message.files === undefined
      ? {}
      : {
          attachments: message.files.map(({ name, description }, id) => ({
            id: String(id),
            filename: name,
            description,
          })),
        }),
  };
}

export function buttonRow(
  buttons: readonly APIButtonComponent[],
): APIActionRowComponent<APIComponentInMessageActionRow>[] {
  return buttons.length === 0 ? [] : [{ type: ComponentType.ActionRow, components: [...buttons] }];
}
