import type { APIApplicationCommand } from 'discord-api-types/v10';
import { validate } from './messages.ts';
import { ApiError, type RestAnswer, type RestRequest, type Route, route } from './route.ts';
import { checkCommand } from './validate-commands.ts';
import type { Json } from './validation.ts';

const limits: Record<number, number> = { 1: 100, 2: 15, 3: 15, 4: 1 };

function registered({ world, parameters }: RestRequest): APIApplicationCommand[] {
  return [...world.commands.values()].filter(({ guild_id }) => guild_id === parameters.guild);
}

function existing(request: RestRequest): APIApplicationCommand {
  const command = request.world.commands.get(request.parameters.command ?? '');
  if (!command || command.guild_id !== request.parameters.guild)
    throw new ApiError(404, 10063, 'Unknown application command');
  return command;
}

/** As Discord returns it: defaults filled in, its own ids added. */
function store(request: RestRequest, body: Json, id: string): APIApplicationCommand {
  const { world, parameters } = request;
  const everywhere = parameters.guild === undefined;
  const command = {
    default_member_permissions: null,
    nsfw: false,
    description: '',
    name_localizations: null,
    description_localizations: null,
    ...(everywhere ? { contexts: null, integration_types: [0], dm_permission: true } : {}),
    type: 1,
    ...body,
    id,
    application_id: world.bot.id,
    version: world.snowflake(),
    ...(everywhere ? {} : { guild_id: parameters.guild }),
  } as unknown as APIApplicationCommand;
  world.commands.set(id, command);
  world.record(`command registered: ${command.name}`);
  return command;
}

function create(request: RestRequest): RestAnswer {
  const { world, body } = request;
  const type = Number(body.type ?? 1);
  const twin = registered(request).find((command) => command.name === body.name && command.type === type);
  const others = registered(request).filter((command) => command !== twin);
  validate((problems) => checkCommand(body, others, problems));
  if (!twin && others.filter((command) => command.type === type).length >= (limits[type] ?? 0))
    throw new ApiError(400, 30032, 'Maximum number of application commands reached');
  return { status: twin ? 200 : 201, body: store(request, body, twin?.id ?? world.snowflake()) };
}

function update(request: RestRequest): RestAnswer {
  const command = existing(request);
  const {
    id: _id,
    application_id: _application,
    version: _version,
    guild_id: _guild,
    ...before
  } = command as unknown as Json;
  const body = { ...before, ...request.body };
  validate((problems) =>
    checkCommand(
      body,
      registered(request).filter((other) => other !== command),
      problems,
    ),
  );
  return { status: 200, body: store(request, body, command.id) };
}

function overwrite(request: RestRequest): RestAnswer {
  const before = registered(request);
  const kept = request.list.map((body) => {
    const others = request.list.filter((other) => other !== body) as unknown as APIApplicationCommand[];
    validate((problems) =>
      checkCommand(
        body,
        others.map((other) => ({ ...other, type: other.type ?? 1 })),
        problems,
      ),
    );
    const twin = before.find(({ name, type }) => name === body.name && type === (body.type ?? 1));
    return store(request, body, twin?.id ?? request.world.snowflake());
  });
  for (const command of before)
    if (!kept.some(({ id }) => id === command.id)) request.world.commands.delete(command.id);
  return { status: 200, body: kept };
}

function list(request: RestRequest): RestAnswer {
  const full = request.query.get('with_localizations') === 'true';
  const strip = ({ name_localizations: _names, description_localizations: _texts, ...rest }: Json): Json => ({
    ...rest,
    ...(Array.isArray(rest.options) ? { options: (rest.options as Json[]).map(strip) } : {}),
  });
  const commands = registered(request) as unknown as Json[];
  return { status: 200, body: full ? commands : commands.map(strip) };
}

function remove(request: RestRequest): RestAnswer {
  request.world.commands.delete(existing(request).id);
  return { status: 204 };
}

export const commandRoutes: Route[] = [
  '/applications/:application/commands',
  '/applications/:application/guilds/:guild/commands',
].flatMap((base) => [
  route('GET', base, list),
  route('POST', base, create),
  route('PUT', base, overwrite),
  route('GET', `${base}/:command`, (request) => ({ status: 200, body: existing(request) })),
  route('PATCH', `${base}/:command`, update),
  route('DELETE', `${base}/:command`, remove),
]);
