import { ButtonStyle, ComponentType, MessageFlags } from 'discord-api-types/v10';
import { isObject, type Json, listOf, type Problems, textOf } from './validation.ts';

export interface UploadedFile {
  readonly name: string;
  readonly data: Buffer;
}

const fileLimit = 10 * 1024 * 1024;
const requestLimit = 25 * 1024 * 1024;

/** The documented limits of a message that is created or edited. */
export function checkMessage(body: Json, files: readonly UploadedFile[], problems: Problems): void {
  problems.length('content', body.content, 0, 2000);
  if (body.nonce !== undefined) problems.length('nonce', String(body.nonce), 0, 25);
  checkEmbeds(body.embeds, problems);
  checkMentions(body.allowed_mentions, problems);
  for (const file of files) {
    if (file.data.length > fileLimit) problems.add('files', 'BASE_TYPE_MAX_LENGTH', `${file.name} is over 10 MiB.`);
  }
  if (files.reduce((sum, { data }) => sum + data.length, 0) > requestLimit) {
    problems.add('files', 'BASE_TYPE_MAX_LENGTH', 'The request is over 25 MiB.');
  }
  problems.count('files', files, 0, 10);
  const second = (Number(body.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
  if (second && (textOf(body.content) || listOf(body.embeds).length > 0 || body.poll)) {
    problems.add('flags', 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', 'Content and embeds are not allowed.');
  }
  checkComponents(body.components, second, problems);
}

function checkEmbeds(embeds: unknown, problems: Problems): void {
  problems.count('embeds', embeds ?? [], 0, 10);
  let total = 0;
  for (const [index, embed] of listOf(embeds).entries()) {
    const at = `embeds.${index}`;
    const footer = isObject(embed.footer) ? embed.footer.text : undefined;
    const author = isObject(embed.author) ? embed.author.name : undefined;
    problems.length(`${at}.title`, embed.title, 0, 256);
    problems.length(`${at}.description`, embed.description, 0, 4096);
    problems.length(`${at}.footer.text`, footer, 0, 2048);
    problems.length(`${at}.author.name`, author, 0, 256);
    problems.count(`${at}.fields`, embed.fields ?? [], 0, 25);
    const fields = listOf(embed.fields);
    for (const [number, field] of fields.entries()) {
      problems.length(`${at}.fields.${number}.name`, field.name, 1, 256);
      problems.length(`${at}.fields.${number}.value`, field.value, 1, 1024);
    }
    for (const text of [
      embed.title,
      embed.description,
      footer,
      author,
      ...fields.flatMap(({ name, value }) => [name, value]),
    ]) {
      total += [...textOf(text)].length;
    }
  }
  if (total > 6000) problems.add('embeds', 'MAX_EMBED_SIZE_EXCEEDED', 'Embed size exceeds maximum size of 6000');
}

function checkMentions(mentions: unknown, problems: Problems): void {
  if (mentions === undefined || mentions === null) return;
  if (!isObject(mentions)) {
    problems.add('allowed_mentions', 'DICT_TYPE_CONVERT', 'Must be an object.');
    return;
  }
  const parse = Array.isArray(mentions.parse) ? mentions.parse : [];
  for (const kind of ['users', 'roles']) {
    const list = mentions[kind];
    if (Array.isArray(list) && list.length > 0 && parse.includes(kind)) {
      problems.add(
        'allowed_mentions',
        'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
        `parse:["${kind}"] excludes ${kind}`,
      );
    }
  }
}

function checkComponents(components: unknown, second: boolean, problems: Problems): void {
  if (!second) problems.count('components', components ?? [], 0, 5);
  const ids = new Set<string>();
  let count = 0;
  let text = 0;
  const walk = (component: Json, at: string): void => {
    count += 1;
    const id = component.custom_id;
    if (id !== undefined) {
      problems.length(`${at}.custom_id`, id, 1, 100);
      if (ids.has(String(id))) problems.add(`${at}.custom_id`, 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Must be unique');
      ids.add(String(id));
    }
    const children = listOf(component.components);
    switch (component.type) {
      case ComponentType.ActionRow:
        problems.count(`${at}.components`, component.components, 1, 5);
        if (children.length > 1 && children.some(({ type }) => type !== ComponentType.Button)) {
          problems.add(`${at}.components`, 'BASE_TYPE_BAD_LENGTH', 'A select menu takes a whole row.');
        }
        break;
      case ComponentType.Button:
        checkButton(component, at, problems);
        break;
      case ComponentType.StringSelect:
        problems.length(`${at}.placeholder`, component.placeholder, 0, 150);
        problems.count(`${at}.options`, component.options, 1, 25);
        for (const [index, option] of listOf(component.options).entries()) {
          problems.length(`${at}.options.${index}.label`, option.label, 1, 100);
          problems.length(`${at}.options.${index}.value`, option.value, 1, 100);
          problems.length(`${at}.options.${index}.description`, option.description, 0, 100);
        }
        break;
      case ComponentType.TextDisplay:
        text += [...textOf(component.content)].length;
        break;
      case ComponentType.Section:
        problems.count(`${at}.components`, component.components, 1, 3);
        if (!isObject(component.accessory))
          problems.add(`${at}.accessory`, 'BASE_TYPE_REQUIRED', 'This field is required');
        break;
      case ComponentType.MediaGallery:
        problems.count(`${at}.items`, component.items, 1, 10);
        break;
      default:
        break;
    }
    if (!second && at.split('.').length === 2 && component.type !== ComponentType.ActionRow) {
      problems.add(`${at}.type`, 'UNION_TYPE_CHOICES', 'Only action rows are allowed here.');
    }
    for (const [index, child] of children.entries()) walk(child, `${at}.components.${index}`);
  };
  for (const [index, component] of listOf(components).entries()) walk(component, `components.${index}`);
  if (count > 40 && second) problems.add('components', 'BASE_TYPE_BAD_LENGTH', 'At most 40 components.');
  if (text > 4000) problems.add('components', 'BASE_TYPE_BAD_LENGTH', 'At most 4000 characters of text.');
}

function checkButton(button: Json, at: string, problems: Problems): void {
  problems.length(`${at}.label`, button.label, 0, 80);
  if (!textOf(button.label) && !isObject(button.emoji)) {
    problems.add(at, 'BUTTON_COMPONENT_INVALID', 'A button needs a label or an emoji');
  }
  if (button.style === ButtonStyle.Link) {
    problems.length(`${at}.url`, button.url, 1, 512);
    if (button.custom_id !== undefined) problems.add(`${at}.custom_id`, 'BUTTON_LINK_CUSTOM_ID', 'Links have none');
  } else {
    problems.oneOf(`${at}.style`, button.style, [1, 2, 3, 4]);
    problems.length(`${at}.custom_id`, button.custom_id, 1, 100);
  }
}

/** The documented limits of a modal. */
export function checkModal(body: Json, problems: Problems): void {
  problems.length('title', body.title, 1, 45);
  problems.length('custom_id', body.custom_id, 1, 100);
  problems.count('components', body.components, 1, 5);
  for (const [index, component] of listOf(body.components).entries()) {
    const at = `components.${index}`;
    problems.oneOf(`${at}.type`, component.type, [
      ComponentType.ActionRow,
      ComponentType.TextDisplay,
      ComponentType.Label,
    ]);
    if (component.type === ComponentType.Label) {
      problems.length(`${at}.label`, component.label, 1, 45);
      problems.length(`${at}.description`, component.description, 0, 100);
      if (!isObject(component.component))
        problems.add(`${at}.component`, 'BASE_TYPE_REQUIRED', 'This field is required');
    }
    for (const input of modalInputs([component])) {
      problems.length(`${at}.custom_id`, input.custom_id, 1, 100);
      problems.length(`${at}.placeholder`, input.placeholder, 0, 100);
      problems.length(`${at}.value`, input.value, 0, 4000);
      problems.oneOf(`${at}.style`, input.style, [1, 2]);
      if (component.type === ComponentType.ActionRow) problems.length(`${at}.label`, input.label, 1, 45);
    }
  }
}

/** The text inputs of a modal, in labels or in the older action rows. */
export function modalInputs(components: unknown): Json[] {
  return listOf(components)
    .flatMap((component) => [
      ...listOf(component.components),
      ...(isObject(component.component) ? [component.component] : []),
    ])
    .filter(({ type }) => type === ComponentType.TextInput);
}

/** Autocomplete choices: at most 25, names 1–100, string values up to 100. */
export function checkChoices(choices: unknown, problems: Problems): void {
  problems.count('choices', choices, 0, 25);
  for (const [index, choice] of listOf(choices).entries()) {
    problems.length(`choices.${index}.name`, choice.name, 1, 100);
    if (typeof choice.value === 'string') problems.length(`choices.${index}.value`, choice.value, 1, 100);
  }
}
