import { readAsOf } from '../../text/parse-as-of.ts';
import { earliestDay, formatPartialDate, latestDay } from '../../text/partial-date.ts';
import type { Bellerophon, Citation, Language, PartialDate } from '../../types.ts';
import { lookUpOutlet, unknownOutletText } from '../known-outlet.ts';
import { safeLine } from '../plain-text.ts';
import { renderAnswer } from '../render/answer.ts';
import type { RenderContext } from '../render/context.ts';
import { renderAsOf, renderProfile, renderTimeline, renderUnknownName, renderVerdict } from '../render/overviews.ts';
import { renderQuote, renderSources } from '../render/sources.ts';
import type { Texts } from '../texts/texts.ts';
import { type CommandName, readCommand } from './commands.ts';
import { renderHelp } from './help.ts';
import { readTimelineFilter } from './timeline-filter.ts';

const mostSuggestions = 3;
/** Names that resemble what was typed, before those are left out that the file does not have yet. */
const mostLookedAt = 50;

export interface SessionOptions {
  readonly bellerophon: Bellerophon;
  readonly catalogues: Readonly<Record<Language, Texts>>;
  readonly language: Language;
  readonly contextIn: (language: Language) => RenderContext;
}

export interface LineOptions {
  readonly signal?: AbortSignal;
  readonly onDraft?: (piece: string) => void;
}

/** A dialogue: what was asked, which citations were last shown, as of which day. Knows no terminal. */
export class Session {
  #language: Language;
  #asOf: PartialDate | undefined;
  #citations: readonly Citation[] = [];
  #left = false;
  readonly #options: SessionOptions;
  /** One session is one conversation; `forget` empties it. */
  readonly #conversation = 'repl';

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#language = options.language;
  }

  get language(): Language {
    return this.#language;
  }

  get asOf(): PartialDate | undefined {
    return this.#asOf;
  }

  /** True after /quit. */
  get left(): boolean {
    return this.#left;
  }

  leave(): void {
    this.#left = true;
  }

  get texts(): Texts {
    return this.#options.catalogues[this.#language];
  }

  /** Answers a question or obeys a command. @returns what to print. Rejects with AbortError when the signal fires. */
  async handle(line: string, options: LineOptions = {}): Promise<string> {
    const text = line.trim();
    if (text === '') return '';
    if (!text.startsWith('/')) return this.#answer(text, options);
    const command = readCommand(text);
    if (command.kind === 'command') return this.#obey(command.name, command.argument, options);
    const spelling = safeLine(command.spelling);
    return command.meant === null
      ? this.texts('repl.unknownCommand', { command: spelling })
      : this.texts('repl.unknownCommandMeant', { command: spelling, meant: command.meant });
  }

  async #answer(question: string, { signal, onDraft }: LineOptions): Promise<string> {
    const { bellerophon, contextIn } = this.#options;
    const answer = await bellerophon.ask({
      question,
      conversation: this.#conversation,
      asOf: this.#asOf,
      interfaceLanguage: this.#language,
      signal,
      onDraft,
    });
    this.#citations = answer.citations;
    return renderAnswer(answer, contextIn(answer.language));
  }

  #obey(name: CommandName, argument: string, { signal }: LineOptions): string | Promise<string> {
    switch (name) {
      case 'open':
        return this.#open(argument);
      case 'sources':
        return this.#sources(argument);
      case 'timeline':
        return this.#timeline(argument, signal);
      case 'who':
        return this.#who(argument, signal);
      case 'check':
        return this.#check(argument, signal);
      case 'asOf':
        return this.#setAsOf(argument);
      case 'new':
        return this.#forget();
      case 'lang':
        return this.#setLanguage(argument);
      case 'help':
        return renderHelp(this.#context());
      case 'quit':
        this.leave();
        return '';
    }
  }

  #open(argument: string): string {
    const { texts } = this;
    const marker = Number(argument.replace(/^\[(.*)\]$/, '$1'));
    if (argument === '' || !Number.isInteger(marker)) return texts('repl.openUsage');
    const citation = this.#citations.find((candidate) => candidate.marker === marker);
    const [first, last] = [this.#citations[0], this.#citations.at(-1)];
    if (first === undefined || last === undefined) return texts('repl.openNothing');
    if (citation === undefined) return texts('repl.openUnknown', { marker, first: first.marker, last: last.marker });
    const passage = this.#options.bellerophon.quoteContext(citation);
    return passage === null ? texts('repl.openGone') : renderQuote(citation, passage, this.#context());
  }

  #sources(argument: string): string {
    const filter = argument === '' ? undefined : argument;
    return renderSources(this.#options.bellerophon.sources(filter), filter, this.#context());
  }

  async #timeline(argument: string, signal: AbortSignal | undefined): Promise<string> {
    const { texts } = this;
    const read = readTimelineFilter(argument, this.#language);
    if (read.kind === 'unreadable-date') return texts('repl.asOfUnreadable', { text: safeLine(read.text) });
    if (read.kind === 'unknown-filter') {
      const filters = (['filter.outlet', 'filter.from', 'filter.to'] as const).map((key) => `${texts(key)}:`).join(' ');
      return texts('repl.filterUnknown', { filter: safeLine(read.word), filters });
    }
    const filter = { ...read.filter };
    if (filter.outlet !== undefined) {
      const found = lookUpOutlet(filter.outlet, this.#options.bellerophon.outlets());
      if (found.kind === 'unknown') return unknownOutletText(found, texts);
      filter.outlet = found.outlet;
    }
    const { name, from, to } = filter;
    if (from !== undefined && to !== undefined && earliestDay(from) > latestDay(to)) {
      return texts('usage.exclusive', {
        option: `${texts('filter.from')}:${from}`,
        other: `${texts('filter.to')}:${to}`,
      });
    }
    const { bellerophon } = this.#options;
    const timeline = await bellerophon.timeline({ ...this.#overview(signal), ...filter });
    const known =
      timeline.events.length > 0 || name === undefined || (await bellerophon.who(name, this.#overview(signal)));
    if (!known) return this.#unknownName(name);
    this.#citations = timeline.citations;
    return renderAsOf(this.#asOf, renderTimeline(timeline, this.#context()), this.#context());
  }

  async #who(name: string, signal: AbortSignal | undefined): Promise<string> {
    if (name === '') return this.texts('repl.whoUsage');
    const { bellerophon } = this.#options;
    const profile = await bellerophon.who(name, this.#overview(signal));
    if (profile === null) return this.#unknownName(name);
    this.#citations = profile.citations;
    return renderAsOf(this.#asOf, renderProfile(profile, this.#context()), this.#context());
  }

  /** As of a day, names that only later articles have are not suggested. */
  #unknownName(name: string): string {
    const { bellerophon } = this.#options;
    const asOf = this.#asOf;
    const used = new Set(
      bellerophon
        .sources()
        .filter(({ published }) => asOf === undefined || (published !== null && latestDay(published) <= asOf))
        .map(({ articleId }) => articleId),
    );
    const suggestions = bellerophon
      .suggestNames(name, mostLookedAt)
      .filter(({ articleIds }) => articleIds.some((id) => used.has(id)))
      .slice(0, mostSuggestions)
      .map(({ canonical }) => canonical);
    return renderAsOf(asOf, renderUnknownName(name, suggestions, this.#context()), this.#context());
  }

  async #check(claim: string, signal: AbortSignal | undefined): Promise<string> {
    if (claim === '') return this.texts('repl.checkUsage');
    const verdict = await this.#options.bellerophon.check(claim, this.#overview(signal));
    this.#citations = verdict.citations;
    const context = this.#options.contextIn(verdict.language);
    return renderAsOf(this.#asOf, renderVerdict(verdict, context), context);
  }

  #setAsOf(argument: string): string {
    const { texts } = this;
    if (argument === '') {
      this.#asOf = undefined;
      return texts('repl.asOfCleared');
    }
    const lastPublished = this.#options.bellerophon.sources()[0]?.published ?? null;
    const read = readAsOf(argument, this.#language, lastPublished);
    if (read.kind === 'unreadable') return texts('repl.asOfUnreadable', { text: safeLine(argument) });
    if (read.kind === 'no-year') return texts('repl.asOfNoYear', { text: safeLine(argument) });
    if (read.kind === 'ahead') return texts('repl.asOfAhead', { date: formatPartialDate(read.date, this.#language) });
    this.#asOf = latestDay(read.date);
    return texts('repl.asOfSet', { date: formatPartialDate(this.#asOf, this.#language) });
  }

  async #forget(): Promise<string> {
    await this.#options.bellerophon.conversations.forget(this.#conversation);
    this.#citations = [];
    return this.texts('repl.forgotten');
  }

  #setLanguage(argument: string): string {
    if (argument !== 'fr' && argument !== 'en') return this.texts('repl.languageUsage');
    this.#language = argument;
    return this.texts('repl.language');
  }

  #overview(signal: AbortSignal | undefined) {
    return { language: this.#language, asOf: this.#asOf, signal };
  }

  #context(): RenderContext {
    return this.#options.contextIn(this.#language);
  }
}
