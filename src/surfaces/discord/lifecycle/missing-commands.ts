import { compareCommands, registeredCommands } from '../commands/registration.ts';
import type { BotContext } from '../context.ts';

/** Learns the ids of the registered commands, and tells the operator when some are missing or out of date. */
export async function checkCommands(context: BotContext, guildId: string | undefined): Promise<void> {
  const { client, commandIds, logger } = context;
  const scope = { applicationId: client.application.id, guildId };
  try {
    const registered = await registeredCommands(client.rest, scope);
    for (const { name, id } of registered) commandIds.set(name, id);
    const { missing, changed, stale } = compareCommands(registered, scope);
    if (missing.length + changed.length + stale.length === 0) return;
    const names = (commands: readonly { name: string }[]): string[] => commands.map(({ name }) => name);
    logger.warn(
      { missing: names(missing), changed: changed.map(({ definition }) => definition.name), stale: names(stale) },
      'The registered commands are not those of this version. Run: npm run register-commands',
    );
  } catch (error) {
    logger.warn({ err: error }, 'The registered commands could not be checked');
  }
}
