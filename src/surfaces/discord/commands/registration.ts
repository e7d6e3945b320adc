import { isDeepStrictEqual } from 'node:util';
import {
  type APIApplicationCommand,
  ApplicationCommandType,
  type REST,
  type RESTPostAPIApplicationCommandsJSONBody,
  Routes,
} from 'discord.js';
import { commandDefinitions } from './definitions.ts';

/** Where commands are registered: everywhere, or in one guild, where changes show at once. */
export interface CommandScope {
  readonly applicationId: string;
  readonly guildId?: string | undefined;
}

type Definition = RESTPostAPIApplicationCommandsJSONBody;

export interface CommandDifference {
  readonly missing: readonly Definition[];
  readonly changed: readonly { readonly id: string; readonly definition: Definition }[];
  /** Registered but no longer defined. */
  readonly stale: readonly APIApplicationCommand[];
  readonly same: readonly string[];
}

export async function registeredCommands(rest: REST, scope: CommandScope): Promise<APIApplicationCommand[]> {
  const query = new URLSearchParams({ with_localizations: 'true' });
  return (await rest.get(commandsRoute(scope), { query })) as APIApplicationCommand[];
}

/** What would have to change for the registered commands to be the defined ones. */
export function compareCommands(registered: readonly APIApplicationCommand[], scope: CommandScope): CommandDifference {
  const wanted = definitionsFor(scope);
  const twinOf = (definition: Definition) => registered.find((command) => keyOf(command) === keyOf(definition));
  const changed = wanted.flatMap((definition) => {
    const twin = twinOf(definition);
    return twin && !isDeepStrictEqual(essence(twin), essence(definition)) ? [{ id: twin.id, definition }] : [];
  });
  const keys = new Set(wanted.map(keyOf));
  return {
    missing: wanted.filter((definition) => twinOf(definition) === undefined),
    changed,
    // The entry point of an activity is Discord's own and cannot be made again by hand.
    stale: registered.filter(
      (command) => command.type !== ApplicationCommandType.PrimaryEntryPoint && !keys.has(keyOf(command)),
    ),
    same: wanted
      .filter((definition) => twinOf(definition) && !changed.some((other) => other.definition === definition))
      .map(({ name }) => name),
  };
}

/** Registers what is missing, changes what differs, deletes what is gone; what is the same is left alone. */
export async function registerCommands(rest: REST, scope: CommandScope): Promise<CommandDifference> {
  const difference = compareCommands(await registeredCommands(rest, scope), scope);
  // Deletions first: a renamed command could otherwise clash with its old self.
  for (const { id } of difference.stale) await rest.delete(`${commandsRoute(scope)}/${id}`);
  for (const { id, definition } of difference.changed)
    await rest.patch(`${commandsRoute(scope)}/${id}`, { body: definition });
  for (const definition of difference.missing) await rest.post(commandsRoute(scope), { body: definition });
  return difference;
}

function commandsRoute({ applicationId, guildId }: CommandScope): `/${string}` {
  return guildId === undefined
    ? Routes.applicationCommands(applicationId)
    : Routes.applicationGuildCommands(applicationId, guildId);
}

/** Contexts and installation types exist for global commands only. */
function definitionsFor({ guildId }: CommandScope): readonly Definition[] {
  if (guildId === undefined) return commandDefinitions;
  return commandDefinitions.map(
    ({ contexts: _contexts, integration_types: _types, ...definition }) => definition as Definition,
  );
}

const keyOf = ({
  type = ApplicationCommandType.ChatInput,
  name,
}: {
  type?: ApplicationCommandType | undefined;
  name: string;
}): string => `${type}:${name}`;

const compared = [
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'contexts',
  'integration_types',
  'options',
  'required',
  'autocomplete',
  'min_length',
  'max_length',
  'choices',
] as const;

/** The fields that the bot sets, without what Discord adds or fills in; lists without regard to order where it means nothing. */
function essence(value: object): object {
  const source = value as Readonly<Record<string, unknown>>;
  const entries = compared.flatMap((key): [string, unknown][] => {
    const field = source[key];
    if (field === undefined || field === null || field === false || field === '') return [];
    if (key === 'options') {
      const options = (field as object[]).map(essence);
      return options.length === 0 ? [] : [[key, options]];
    }
    if (key === 'contexts' || key === 'integration_types') return [[key, [...(field as number[])].sort()]];
    return [[key, field]];
  });
  return Object.fromEntries(entries);
}
