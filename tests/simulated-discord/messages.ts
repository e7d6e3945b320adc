import { type APIEmbed, type APIMessageTopLevelComponent, MessageFlags } from 'discord-api-types/v10';
import type { SimulatedAttachment, SimulatedInteraction, SimulatedMessage } from './model.ts';
import { ApiError, type RestRequest } from './route.ts';
import type { World } from './state.ts';
import { checkMessage, type UploadedFile } from './validate-messages.ts';
import { isObject, type Json, listOf, Problems, textOf } from './validation.ts';

const changeableFlags = MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2;
const nonceLifetime = 5 * 60_000;

/** Whom a text without allowed_mentions pings: everybody named, or for interactions users only. */
export type DefaultMentions = 'all' | 'users';

/** Throws Discord's 50035 with the paths when the body breaks a documented limit. */
export function validate(check: (problems: Problems) => void): void {
  const problems = new Problems();
  check(problems);
  if (problems.found.length > 0)
    throw new ApiError(400, 50035, `Invalid Form Body ${problems.summary()}`, problems.tree());
}

export function existingMessage(world: World, id: string, channelId?: string): SimulatedMessage {
  const message = world.messages.get(id);
  if (!message || message.deleted || (channelId !== undefined && message.channelId !== channelId)) {
    throw new ApiError(404, 10008, 'Unknown Message');
  }
  return message;
}

export interface NewMessage {
  readonly visibleTo?: string;
  readonly interaction?: SimulatedInteraction;
}

/** A message of the bot, by POST to a channel or through an interaction. */
export function createMessage(request: RestRequest, channelId: string, extra: NewMessage): SimulatedMessage {
  const { world, body, files } = request;
  validate((problems) => checkMessage(body, files, problems));
  const nonce = body.nonce === undefined ? undefined : String(body.nonce);
  if (nonce !== undefined && body.enforce_nonce === true) {
    const twin = [...world.messages.values()].find(
      (message) =>
        message.nonce === nonce &&
        message.authorId === world.bot.id &&
        world.clock.now() - message.createdAt < nonceLifetime,
    );
    if (twin) return twin;
  }
  const reference = isObject(body.message_reference) ? body.message_reference : undefined;
  const target = reference && world.messages.get(textOf(reference.message_id));
  const replies = target && !target.deleted ? target : undefined;
  if (reference && !replies && reference.fail_if_not_exists !== false) {
    throw new ApiError(400, 50035, 'Invalid Form Body', {
      message_reference: { _errors: [{ code: 'REPLIES_UNKNOWN_MESSAGE', message: 'Unknown message' }] },
    });
  }
  requireSubstance(body, files);
  return world.addMessage({
    channelId,
    authorId: world.bot.id,
    content: textOf(body.content),
    embeds: listOf(body.embeds) as unknown as APIEmbed[],
    components: listOf(body.components) as unknown as APIMessageTopLevelComponent[],
    attachments: keep(world, files),
    flags: Number(body.flags ?? 0),
    mentions: mentioned(textOf(body.content)),
    pings: pinged(body, textOf(body.content), extra.interaction ? 'users' : 'all', replies?.authorId),
    ...(nonce === undefined ? {} : { nonce }),
    ...(replies ? { repliesTo: replies.id } : {}),
    ...extra,
  });
}

/** Edits in place; what the body does not name stays. */
export function editMessage(request: RestRequest, message: SimulatedMessage, defaults: DefaultMentions): void {
  const { world, body, files } = request;
  validate((problems) => checkMessage(body, files, problems));
  const content = body.content === undefined ? message.content : textOf(body.content);
  const components = body.components === undefined ? message.components : listOf(body.components);
  const embeds = body.embeds === undefined ? message.embeds : listOf(body.embeds);
  const kept =
    body.attachments === undefined
      ? message.attachments
      : message.attachments.filter(({ id }) => listOf(body.attachments).some((entry) => entry.id === id));
  const attachments = [...kept, ...keep(world, files)];
  if (!content && embeds.length === 0 && attachments.length === 0 && components.length === 0)
    throw new ApiError(400, 50006, 'Cannot send an empty message');
  message.pings.push(...pinged(body, content, defaults, undefined).filter((id) => !message.pings.includes(id)));
  const flags =
    body.flags === undefined
      ? message.flags
      : (message.flags & ~changeableFlags) | (Number(body.flags) & changeableFlags);
  world.updateMessage(message, {
    content,
    components: components as APIMessageTopLevelComponent[],
    embeds: embeds as APIEmbed[],
    attachments,
    flags: flags & ~MessageFlags.Loading,
    mentions: mentioned(content),
  });
}

function requireSubstance(body: Json, files: readonly UploadedFile[]): void {
  const parts = [...listOf(body.embeds), ...listOf(body.components)];
  if (!textOf(body.content).trim() && parts.length === 0 && files.length === 0)
    throw new ApiError(400, 50006, 'Cannot send an empty message');
}

function keep(world: World, files: readonly UploadedFile[]): SimulatedAttachment[] {
  return files.map(({ name, data }) => ({ id: world.snowflake(), name, data }));
}

function mentioned(content: string): string[] {
  return [...new Set([...content.matchAll(/<@!?(\d+)>/g)].map((match) => match[1] ?? ''))];
}

function pinged(body: Json, content: string, defaults: DefaultMentions, repliedTo: string | undefined): string[] {
  const rules = isObject(body.allowed_mentions) ? body.allowed_mentions : undefined;
  const parse = rules
    ? ((rules.parse as unknown[] | undefined) ?? [])
    : defaults === 'all'
      ? ['users', 'roles', 'everyone']
      : ['users'];
  const named = (key: string): unknown[] => (rules && Array.isArray(rules[key]) ? rules[key] : []);
  const pings: string[] = [];
  for (const id of mentioned(content)) if (parse.includes('users') || named('users').includes(id)) pings.push(id);
  for (const match of content.matchAll(/<@&(\d+)>/g))
    if (parse.includes('roles') || named('roles').includes(match[1])) pings.push(match[1] ?? '');
  if (/@(?:everyone|here)\b/.test(content) && parse.includes('everyone')) pings.push('everyone');
  if (repliedTo !== undefined && (rules === undefined || rules.replied_user === true)) pings.push(repliedTo);
  return pings;
}
