import { REST, Routes } from 'discord.js';
import { readConfig } from '../../../config.ts';
import { BellerophonError, DiscordError, ExitCode, UsageError } from '../../../errors.ts';
import { registerCommands } from './registration.ts';

export interface RegistrationProcess {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly stdout: { write(text: string): void };
  readonly stderr: { write(text: string): void };
}

/** `npm run register-commands`: registers what differs and tells what it did. */
export async function runRegistration({ environment, stdout, stderr }: RegistrationProcess): Promise<ExitCode> {
  try {
    const { DISCORD_TOKEN: token, DISCORD_API: api, DISCORD_GUILD_ID: guildId } = readConfig({ ...environment });
    if (token === undefined) throw new UsageError('DISCORD_TOKEN is not set; see docs/discord.md.');
    const rest = new REST({ ...(api === undefined ? {} : { api: api.replace(/\/+$/, '') }), timeout: 10_000 }).setToken(
      token,
    );
    const { id } = (await rest.get(Routes.currentApplication())) as { id: string };
    const { missing, changed, stale, same } = await registerCommands(rest, { applicationId: id, guildId });
    const lines = [
      ...missing.map(({ name }) => `registered  ${name}`),
      ...changed.map(({ definition }) => `changed     ${definition.name}`),
      ...stale.map(({ name }) => `deleted     ${name}`),
      ...same.map((name) => `unchanged   ${name}`),
    ];
    stdout.write(`${lines.join('\n')}\n`);
    return ExitCode.ok;
  } catch (error) {
    const told = error instanceof BellerophonError ? error : refused(error);
    stderr.write(`${told.message}\n`);
    return told.exitCode;
  }
}

function refused(error: unknown): DiscordError {
  const reason = error instanceof Error ? error.message : String(error);
  return new DiscordError(
    `The commands could not be registered: ${reason}. Check DISCORD_TOKEN, DISCORD_GUILD_ID and the network.`,
    { cause: error },
  );
}
