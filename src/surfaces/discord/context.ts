import type { Client } from 'discord.js';
import type { Logger } from '../../logging.ts';
import type { Language, Timeline } from '../../types.ts';
import type { AnsweringService } from './answering/answering-service.ts';
import type { PublishTokens } from './buttons/publish-tokens.ts';
import type { QuestionDesk, Ticket } from './question-desk.ts';
import type { Settings } from './settings.ts';
import type { BotState } from './state/bot-state.ts';
import type { Catalogues } from './texts/texts.ts';
import type { ChannelSender } from './wire/channel-sender.ts';

export type RenderTimelinePicture = (
  timeline: Timeline,
  language: Language,
) => Promise<{ readonly svg: string; readonly png: Buffer }>;

/** What the handlers of commands, buttons and messages share. */
export interface BotContext {
  readonly client: Client<true>;
  readonly bellerophon: AnsweringService;
  readonly state: BotState;
  readonly desk: QuestionDesk;
  readonly sender: ChannelSender;
  readonly settings: Settings;
  readonly logger: Logger;
  readonly texts: Catalogues;
  readonly renderTimelinePicture: RenderTimelinePicture | undefined;
  /** Only when the operator has asked for it. */
  readonly logQuestions: boolean;
  readonly questionRetentionDays: number;
  /** Ids of the registered commands by name, for `</ask:id>`; empty until they are known. */
  readonly commandIds: Map<string, string>;
  /** Questions under way by the message whose deletion gives them up. */
  readonly openQuestions: Map<string, Ticket>;
  readonly publishTokens: PublishTokens;
  /** Conversations of messages being sent, by nonce: the gateway may tell of them before the REST answer does. */
  readonly expectedMessages: Map<string, string>;
}
