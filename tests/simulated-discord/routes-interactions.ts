import { InteractionType, MessageFlags, InteractionResponseType as Reply } from 'discord-api-types/v10';
import { createMessage, editMessage, existingMessage, validate } from './messages.ts';
import type { SimulatedInteraction, SimulatedMessage } from './model.ts';
import { ApiError, type RestAnswer, type RestRequest, type Route, route } from './route.ts';
import { checkChoices, checkModal } from './validate-messages.ts';
import { isObject, type Json } from './validation.ts';
import { wireMessage } from './wire.ts';

const acknowledgeWithin = 3_000;
const tokenLifetime = 15 * 60_000;

function byToken({ world, parameters }: RestRequest): SimulatedInteraction {
  const found = [...world.interactions.values()].find(({ token }) => token === parameters.token);
  if (!found || parameters.application !== world.bot.id) throw new ApiError(404, 10015, 'Unknown Webhook');
  if (world.clock.now() - found.createdAt > tokenLifetime) throw new ApiError(401, 50027, 'Invalid Webhook Token');
  return found;
}

function messageOf(request: RestRequest, interaction: SimulatedInteraction): SimulatedMessage {
  const id = request.parameters.message ?? '';
  if (id !== '@original') return existingMessage(request.world, id);
  return existingMessage(request.world, interaction.originalId ?? '');
}

function reply(
  request: RestRequest,
  interaction: SimulatedInteraction,
  data: Json,
  loading: boolean,
): SimulatedMessage {
  const ephemeral = (Number(data.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  const place = ephemeral ? { visibleTo: interaction.userId, interaction } : { interaction };
  if (loading) {
    const flags = MessageFlags.Loading | (ephemeral ? MessageFlags.Ephemeral : 0);
    return request.world.addMessage({
      channelId: interaction.channelId,
      authorId: request.world.bot.id,
      content: '',
      embeds: [],
      components: [],
      attachments: [],
      flags,
      mentions: [],
      pings: [],
      ...place,
    });
  }
  return createMessage({ ...request, body: data }, interaction.channelId, place);
}

function callback(request: RestRequest): RestAnswer {
  const { world, parameters, body } = request;
  const interaction = world.interactions.get(parameters.interaction ?? '');
  if (!interaction || interaction.token !== parameters.token) throw new ApiError(404, 10062, 'Unknown interaction');
  if (interaction.acknowledged !== undefined)
    throw new ApiError(400, 40060, 'Interaction has already been acknowledged.');
  if (world.clock.now() - interaction.createdAt > acknowledgeWithin)
    throw new ApiError(404, 10062, 'Unknown interaction');
  const type = Number(body.type);
  const data = isObject(body.data) ? body.data : {};
  const component = interaction.message !== undefined;
  const autocomplete = interaction.type === InteractionType.ApplicationCommandAutocomplete;
  const allowed = autocomplete
    ? [Reply.ApplicationCommandAutocompleteResult]
    : [
        Reply.ChannelMessageWithSource,
        Reply.DeferredChannelMessageWithSource,
        ...(component ? [Reply.DeferredMessageUpdate, Reply.UpdateMessage] : []),
        ...(interaction.type === InteractionType.ModalSubmit ? [] : [Reply.Modal]),
      ];
  validate((problems) => problems.oneOf('type', type, allowed));
  let resource: SimulatedMessage | undefined;
  switch (type) {
    case Reply.ChannelMessageWithSource:
      resource = reply(request, interaction, data, false);
      interaction.originalId = resource.id;
      break;
    case Reply.DeferredChannelMessageWithSource:
      if ((Number(data.flags ?? 0) & ~MessageFlags.Ephemeral) !== 0)
        world.violation('a deferral accepts no flag but EPHEMERAL');
      resource = reply(request, interaction, data, true);
      interaction.originalId = resource.id;
      interaction.thinking = true;
      break;
    case Reply.DeferredMessageUpdate:
      interaction.originalId = interaction.message!.id;
      break;
    case Reply.UpdateMessage:
      editMessage({ ...request, body: data }, interaction.message!, 'users');
      interaction.originalId = interaction.message!.id;
      resource = interaction.message;
      break;
    case Reply.ApplicationCommandAutocompleteResult:
      validate((problems) => checkChoices(data.choices, problems));
      interaction.choices = data.choices as { name: string; value: string }[];
      break;
    default:
      validate((problems) => checkModal(data, problems));
      interaction.modal = data;
  }
  interaction.acknowledged = world.clock.now();
  world.record(`interaction acknowledged (${Reply[type]})`);
  if (request.query.get('with_response') !== 'true') return { status: 204 };
  const wire = resource && { type, message: wireMessage(world, resource) };
  return {
    status: 200,
    body: {
      interaction: { id: interaction.id, type: interaction.type, response_message_id: resource?.id },
      resource: wire,
    },
  };
}

function followUp(request: RestRequest): RestAnswer {
  const { world, body } = request;
  const interaction = byToken(request);
  if (interaction.acknowledged === undefined) throw new ApiError(404, 10015, 'Unknown Webhook');
  const original = interaction.thinking ? existingMessage(world, interaction.originalId ?? '') : undefined;
  if (original) {
    interaction.thinking = false;
    editMessage(request, original, 'users');
    return { status: 200, body: wireMessage(world, original) };
  }
  interaction.followUps += 1;
  if (interaction.userInstallOnly && interaction.followUps > 5)
    throw new ApiError(400, 40094, 'This interaction has reached the maximum number of follow up messages');
  return { status: 200, body: wireMessage(world, reply(request, interaction, body, false)) };
}

function edit(request: RestRequest): RestAnswer {
  const interaction = byToken(request);
  const message = messageOf(request, interaction);
  editMessage(request, message, 'users');
  if (message.id === interaction.originalId) interaction.thinking = false;
  return { status: 200, body: wireMessage(request.world, message) };
}

const webhook = '/webhooks/:application/:token';

export const interactionRoutes: Route[] = [
  route('POST', '/interactions/:interaction/:token/callback', callback, true),
  route('POST', webhook, followUp, true),
  route(
    'GET',
    `${webhook}/messages/:message`,
    (request) => ({ status: 200, body: wireMessage(request.world, messageOf(request, byToken(request))) }),
    true,
  ),
  route('PATCH', `${webhook}/messages/:message`, edit, true),
  route(
    'DELETE',
    `${webhook}/messages/:message`,
    (request) => {
      request.world.deleteMessage(messageOf(request, byToken(request)));
      return { status: 204 };
    },
    true,
  ),
];
