import { Command, CommanderError } from 'commander';
import { UsageError } from '../../errors.ts';
import { readAsOf } from '../../text/parse-as-of.ts';
import { formatPartialDate, latestDay } from '../../text/partial-date.ts';
import type { Language, PartialDate } from '../../types.ts';
import type { TextKey, Texts } from '../texts/texts.ts';

/** What is done with the press file. */
export type DossierAction =
  | { readonly kind: 'question'; readonly question: string }
  | { readonly kind: 'jsonl' }
  | {
      readonly kind: 'timeline';
      readonly name: string | undefined;
      readonly from: PartialDate | undefined;
      readonly to: PartialDate | undefined;
      readonly picture: string | undefined;
    }
  | { readonly kind: 'who'; readonly name: string }
  | { readonly kind: 'check'; readonly claim: string };

/** What one run of `ask` is to do; `told` when it was asked for help, which has been printed. */
export type AskAction =
  | DossierAction
  | { readonly kind: 'check-model' }
  | { readonly kind: 'show-prompt' }
  | { readonly kind: 'told' };

export interface AskOptions {
  readonly action: AskAction;
  readonly json: boolean;
  readonly asOf: PartialDate | undefined;
  readonly outlet: string | undefined;
  readonly language: Language | undefined;
}

interface Flags {
  json?: true;
  jsonl?: true;
  asOf?: string;
  outlet?: string;
  lang?: string;
  timeline?: true;
  name?: string;
  from?: string;
  to?: string;
  picture?: string;
  who?: string;
  check?: string;
  checkModel?: true;
  showPrompt?: true;
}

const optionSyntax = [
  '--json',
  '--jsonl',
  '--as-of <date>',
  '--outlet <name>',
  '--lang <fr|en>',
  '--timeline',
  '--name <name>',
  '--from <date>',
  '--to <date>',
  '--picture <file>',
  '--who <name>',
  '--check <claim>',
  '--check-model',
  '--show-prompt',
] as const;

/** Commander's own headings, to be said in the interface's language. */
const titles = {
  'Usage:': 'usage.title.usage',
  'Arguments:': 'usage.title.arguments',
  'Options:': 'usage.title.options',
} as const;

/**
 * Reads the command line of `ask`. `print` receives the help.
 * @throws UsageError saying what was expected and what came.
 */
export function readAskOptions(
  argv: readonly string[],
  { texts, language, print }: { texts: Texts; language: Language; print: (text: string) => void },
): AskOptions {
  const command = new Command('ask')
    .description(texts('usage.ask'))
    .argument('[question...]', texts('usage.ask.question'))
    .helpOption('-h, --help', texts('usage.help'))
    .configureHelp({ styleTitle: (title) => (title in titles ? texts(titles[title as keyof typeof titles]) : title) })
    .configureOutput({ writeOut: (text) => print(text.trimEnd()), writeErr: () => undefined })
    .exitOverride();
  for (const syntax of optionSyntax) {
    const name = /^--([a-z-]+)/.exec(syntax)?.[1] ?? '';
    command.option(syntax, texts(`usage.ask.${name}` as TextKey));
  }
  try {
    command.parse([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0)
      return { action: { kind: 'told' }, json: false, asOf: undefined, outlet: undefined, language: undefined };
    throw new UsageError(error.message.replace(/^error: /, ''));
  }

  const flags = command.opts<Flags>();
  const date = (option: string, text: string | undefined) => {
    if (text === undefined) return undefined;
    const read = readAsOf(text, language);
    if (read.kind === 'unreadable') throw new UsageError(texts('usage.date', { option, text }));
    if (read.kind === 'no-year') throw new UsageError(texts('usage.dateNoYear', { option, text }));
    if (read.kind === 'ahead' && option === '--as-of')
      throw new UsageError(texts('usage.dateAhead', { option, date: formatPartialDate(read.date, language) }));
    return read.date;
  };
  const asOf = date('--as-of', flags.asOf);
  return {
    action: readAction(command.args.join(' ').trim(), flags, { texts, date }),
    json: flags.json === true,
    asOf: asOf === undefined ? undefined : latestDay(asOf),
    outlet: flags.outlet === undefined ? undefined : required('--outlet', flags.outlet, texts),
    language: readLanguage(flags.lang, texts),
  };
}

interface ActionContext {
  readonly texts: Texts;
  readonly date: (option: string, text: string | undefined) => PartialDate | undefined;
}

function readAction(question: string, flags: Flags, { texts, date }: ActionContext): AskAction {
  const given: string[] = [
    ...(question === '' ? [] : [texts('usage.question')]),
    ...(flags.jsonl ? ['--jsonl'] : []),
    ...(flags.timeline ? ['--timeline'] : []),
    ...(flags.who === undefined ? [] : ['--who']),
    ...(flags.check === undefined ? [] : ['--check']),
    ...(flags.checkModel ? ['--check-model'] : []),
    ...(flags.showPrompt ? ['--show-prompt'] : []),
  ];
  if (given.length !== 1) {
    const choices = `${texts('usage.question')}, --jsonl, --timeline, --who, --check, --check-model, --show-prompt`;
    throw new UsageError(
      texts('usage.oneOf', { choices, given: given.length === 0 ? texts('usage.nothing') : given.join(' + ') }),
    );
  }
  if (!flags.timeline) {
    for (const option of ['name', 'from', 'to', 'picture'] as const) {
      if (flags[option] !== undefined) throw new UsageError(texts('usage.onlyWithTimeline', { option: `--${option}` }));
    }
  }
  if (flags.jsonl && flags.json) throw new UsageError(texts('usage.exclusive', { option: '--json', other: '--jsonl' }));
  if (flags.jsonl) return { kind: 'jsonl' };
  if (flags.checkModel) return { kind: 'check-model' };
  if (flags.showPrompt) return { kind: 'show-prompt' };
  if (flags.who !== undefined) return { kind: 'who', name: required('--who', flags.who, texts) };
  if (flags.check !== undefined) return { kind: 'check', claim: required('--check', flags.check, texts) };
  if (flags.timeline) {
    if (flags.picture !== undefined && !/\.(?:png|svg)$/i.test(flags.picture))
      throw new UsageError(texts('usage.picture', { text: flags.picture }));
    const [from, to] = [date('--from', flags.from), date('--to', flags.to)];
    return { kind: 'timeline', name: flags.name, from, to, picture: flags.picture };
  }
  return { kind: 'question', question };
}

function required(option: string, text: string, texts: Texts): string {
  if (text.trim() === '') throw new UsageError(texts('usage.empty', { option }));
  return text.trim();
}

function readLanguage(text: string | undefined, texts: Texts): Language | undefined {
  if (text === undefined || text === 'fr' || text === 'en') return text;
  throw new UsageError(texts('usage.language', { text }));
}
