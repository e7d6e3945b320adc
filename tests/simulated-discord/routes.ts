import { ChannelType } from 'discord-api-types/v10';
import { createMessage, editMessage, existingMessage } from './messages.ts';
import type { SimulatedChannel } from './model.ts';
import { ApiError, type RestAnswer, type RestRequest, type Route, route } from './route.ts';
import { commandRoutes } from './routes-commands.ts';
import { interactionRoutes } from './routes-interactions.ts';
import { textOf } from './validation.ts';
import { wireChannel, wireMessage, wireUser } from './wire.ts';

function channelOf({ world, parameters }: RestRequest): SimulatedChannel {
  const channel = world.channels.get(parameters.channel ?? '');
  if (!channel) throw new ApiError(404, 10003, 'Unknown Channel');
  if (!world.reaches(channel)) throw new ApiError(403, 50001, 'Missing Access');
  return channel;
}

function writableChannel(request: RestRequest): SimulatedChannel {
  const channel = channelOf(request);
  if (channel.botMaySend) return channel;
  throw channel.type === ChannelType.DM
    ? new ApiError(403, 50007, 'Cannot send messages to this user')
    : new ApiError(403, 50013, 'Missing Permissions');
}

function ownMessage(request: RestRequest) {
  const channel = channelOf(request);
  const message = existingMessage(request.world, request.parameters.message ?? '', channel.id);
  if (message.authorId !== request.world.bot.id)
    throw new ApiError(403, 50005, 'Cannot edit a message authored by another user');
  return message;
}

const application = ({ world }: RestRequest): RestAnswer => ({
  status: 200,
  body: {
    id: world.bot.id,
    name: world.bot.name,
    icon: null,
    description: '',
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '',
    flags: 0,
    bot: wireUser(world, world.bot.id),
    team: null,
  },
});

const channelRoutes: Route[] = [
  route('GET', '/gateway/bot', ({ gateway }) => ({
    status: 200,
    body: {
      url: gateway.url,
      shards: gateway.shards,
      session_start_limit: { total: 1000, remaining: 999, reset_after: 14_400_000, max_concurrency: 16 },
    },
  })),
  route('GET', '/gateway', ({ gateway }) => ({ status: 200, body: { url: gateway.url } }), true),
  route('GET', '/users/@me', ({ world }) => ({ status: 200, body: wireUser(world, world.bot.id) })),
  route('GET', '/applications/@me', application),
  route('GET', '/oauth2/applications/@me', application),
  route('POST', '/users/@me/channels', ({ world, body }) => {
    const user = world.users.get(textOf(body.recipient_id));
    if (!user) throw new ApiError(404, 10013, 'Unknown User');
    return { status: 200, body: wireChannel(world, world.directChannel(user.id)) };
  }),
  route('GET', '/channels/:channel', (request) => ({
    status: 200,
    body: wireChannel(request.world, channelOf(request)),
  })),
  route('POST', '/channels/:channel/typing', (request) => {
    request.world.typing.push({ channelId: writableChannel(request).id, at: request.world.clock.now() });
    request.world.record('bot is typing');
    return { status: 204 };
  }),
  route('POST', '/channels/:channel/messages', (request) => {
    const channel = writableChannel(request);
    return { status: 200, body: wireMessage(request.world, createMessage(request, channel.id, {})) };
  }),
  route('GET', '/channels/:channel/messages/:message', (request) => {
    const channel = channelOf(request);
    return {
      status: 200,
      body: wireMessage(request.world, existingMessage(request.world, request.parameters.message ?? '', channel.id)),
    };
  }),
  route('PATCH', '/channels/:channel/messages/:message', (request) => {
    const message = ownMessage(request);
    editMessage(request, message, 'all');
    return { status: 200, body: wireMessage(request.world, message) };
  }),
  route('DELETE', '/channels/:channel/messages/:message', (request) => {
    request.world.deleteMessage(ownMessage(request));
    return { status: 204 };
  }),
];

export const routes: readonly Route[] = [...channelRoutes, ...commandRoutes, ...interactionRoutes];
