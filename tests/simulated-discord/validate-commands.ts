import { type APIApplicationCommand, ApplicationCommandType, Locale } from 'discord-api-types/v10';
import { isObject, type Json, listOf, type Problems, textOf } from './validation.ts';

const locales: readonly string[] = Object.values(Locale);
const namePattern = /^[-_'\p{L}\p{N}\p{Script=Devanagari}\p{Script=Thai}]{1,32}$/u;

/** The documented rules for one command that is registered, beside the commands that are there already. */
export function checkCommand(body: Json, others: readonly APIApplicationCommand[], problems: Problems): void {
  const chat = (body.type ?? ApplicationCommandType.ChatInput) === ApplicationCommandType.ChatInput;
  checkName('name', body.name, chat, problems);
  checkLocalizations(
    'name_localizations',
    body.name_localizations,
    (path, value) => checkName(path, value, chat, problems),
    problems,
  );
  if (chat) {
    problems.length('description', body.description, 1, 100);
    checkLocalizations(
      'description_localizations',
      body.description_localizations,
      (path, value) => problems.length(path, value, 1, 100),
      problems,
    );
  } else if (textOf(body.description)) {
    problems.add('description', 'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION', 'Context menu commands have none');
  }
  checkOptions('options', body.options, problems);
  for (const value of (body.contexts as unknown[] | undefined) ?? []) problems.oneOf('contexts', value, [0, 1, 2]);
  for (const value of (body.integration_types as unknown[] | undefined) ?? [])
    problems.oneOf('integration_types', value, [0, 1]);
  const names = (command: Json | APIApplicationCommand): string[] => [
    command.name as string,
    ...Object.values((command.name_localizations ?? {}) as Record<string, string>),
  ];
  for (const other of others.filter(({ type }) => type === (body.type ?? 1))) {
    if (names(body).some((name) => names(other).includes(name))) {
      problems.add(
        'name',
        'APPLICATION_COMMANDS_DUPLICATE_NAME',
        `${textOf(body.name)} and ${other.name} share a name`,
      );
    }
  }
  if (size(body) > 8000) problems.add('name', 'APPLICATION_COMMAND_TOO_LARGE', 'Over 8000 characters');
}

function checkName(path: string, value: unknown, chat: boolean, problems: Problems): void {
  problems.length(path, value, 1, 32);
  const name = textOf(value);
  if (chat && (!namePattern.test(name) || name !== name.toLowerCase())) {
    problems.add(path, 'APPLICATION_COMMAND_INVALID_NAME', `Command name is invalid: ${name}`);
  }
}

function checkLocalizations(
  path: string,
  value: unknown,
  check: (path: string, value: unknown) => void,
  problems: Problems,
): void {
  if (!isObject(value)) return;
  for (const [locale, text] of Object.entries(value)) {
    if (!locales.includes(locale)) problems.add(`${path}.${locale}`, 'BASE_TYPE_CHOICES', 'Unknown locale');
    check(`${path}.${locale}`, text);
  }
}

function checkOptions(at: string, value: unknown, problems: Problems): void {
  problems.count(at, value ?? [], 0, 25);
  const options = listOf(value);
  const names = new Set<unknown>();
  let optional = false;
  for (const [index, option] of options.entries()) {
    const path = `${at}.${index}`;
    checkName(`${path}.name`, option.name, true, problems);
    checkLocalizations(
      `${path}.name_localizations`,
      option.name_localizations,
      (where, name) => checkName(where, name, true, problems),
      problems,
    );
    problems.length(`${path}.description`, option.description, 1, 100);
    checkLocalizations(
      `${path}.description_localizations`,
      option.description_localizations,
      (where, text) => problems.length(where, text, 1, 100),
      problems,
    );
    if (names.has(option.name))
      problems.add(path, 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', 'Duplicate option');
    names.add(option.name);
    if (option.required && optional) {
      problems.add(
        path,
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before non-required options',
      );
    }
    optional ||= !option.required;
    if (option.autocomplete && listOf(option.choices).length > 0) {
      problems.add(path, 'APPLICATION_COMMAND_OPTIONS_CHOICES_AND_AUTOCOMPLETE', 'Choices exclude autocomplete');
    }
    checkOptions(`${path}.options`, option.options, problems);
  }
}

function size(command: Json): number {
  const longest = (text: unknown, localizations: unknown): number =>
    Math.max(
      textOf(text).length,
      ...Object.values(isObject(localizations) ? localizations : {}).map((value) => textOf(value).length),
    );
  const own =
    longest(command.name, command.name_localizations) + longest(command.description, command.description_localizations);
  return listOf(command.options).reduce((sum, option) => sum + size(option), own);
}
