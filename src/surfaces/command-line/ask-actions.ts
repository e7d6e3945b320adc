import { writeFile } from 'node:fs/promises';
import { ExitCode, UsageError } from '../../errors.ts';
import type { Bellerophon, Language } from '../../types.ts';
import { lookUpOutlet, unknownOutletText } from '../known-outlet.ts';
import { renderAnswer } from '../render/answer.ts';
import type { RenderContext } from '../render/context.ts';
import { renderAsOf, renderProfile, renderTimeline, renderUnknownName, renderVerdict } from '../render/overviews.ts';
import type { TextKey, Texts } from '../texts/texts.ts';
import { answerJson, toJsonLine } from './answer-json.ts';
import type { AskAction, AskOptions } from './ask-options.ts';
import type { RenderTimelinePicture } from './environment.ts';
import { readLines } from './input-lines.ts';
import { answerLines } from './jsonl.ts';
import type { Output } from './output.ts';

/** What the actions of `ask` work with. */
export interface AskRun {
  readonly bellerophon: Bellerophon;
  readonly options: AskOptions;
  readonly output: Output;
  readonly stdin: AsyncIterable<Uint8Array | string>;
  /** A line for the person at the terminal, not part of the output. */
  readonly note: (line: string) => void;
  /** Language and texts of the interface. */
  readonly language: Language;
  readonly texts: Texts;
  readonly contextIn: (language: Language) => RenderContext;
  /** Lines of `--jsonl` answered at once. */
  readonly concurrency: number;
  readonly renderTimelinePicture: RenderTimelinePicture;
}

type Action<Kind extends AskAction['kind']> = Extract<AskAction, { kind: Kind }>;

/** The outlet of `--outlet` as the file has it. @throws UsageError when no article is by it */
function outletOf({ bellerophon, options: { outlet }, texts }: AskRun): string | undefined {
  if (outlet === undefined) return undefined;
  const found = lookUpOutlet(outlet, bellerophon.outlets());
  if (found.kind === 'unknown') throw new UsageError(unknownOutletText(found, texts));
  return found.outlet;
}

export async function answerQuestion({ question }: Action<'question'>, run: AskRun): Promise<ExitCode> {
  const { bellerophon, options, output } = run;
  const { asOf, language } = options;
  const outlet = outletOf(run);
  const answer = await bellerophon.ask({ question, asOf, outlet, language });
  await output.line(options.json ? answerJson(answer) : renderAnswer(answer, run.contextIn(answer.language)));
  return ExitCode.ok;
}

export async function answerJsonl(run: AskRun): Promise<ExitCode> {
  const { bellerophon, options, output, stdin, concurrency, texts } = run;
  const summary = await answerLines(readLines(stdin), {
    ask: bellerophon.ask,
    output,
    concurrency,
    outlets: bellerophon.outlets(),
    texts,
    language: run.language,
    defaults: { asOf: options.asOf, outlet: outletOf(run), language: options.language },
  });
  if (summary.failed > 0) {
    run.note(texts('jsonl.failed', { count: summary.failed, total: summary.failed + summary.answered }));
  }
  return ExitCode.ok;
}

export async function showTimeline(action: Action<'timeline'>, run: AskRun): Promise<ExitCode> {
  const { bellerophon, options, output, texts } = run;
  const { name, from, to, picture } = action;
  const language = options.language ?? run.language;
  const { asOf } = options;
  const outlet = outletOf(run);
  const timeline = await bellerophon.timeline({ language, asOf, outlet, name, from, to });
  if (picture !== undefined) {
    if (timeline.events.length === 0) throw new UsageError(texts('timeline.pictureEmpty'));
    const { svg, png } = await run.renderTimelinePicture(timeline, language);
    await writeFile(picture, picture.toLowerCase().endsWith('.svg') ? svg : png).catch(
      (error: NodeJS.ErrnoException) => {
        throw new UsageError(texts(pictureFailure(error), { file: picture, code: error.code ?? error.message }), {
          cause: error,
        });
      },
    );
    run.note(texts('timeline.pictureWritten', { file: picture }));
  }
  await output.line(
    options.json
      ? toJsonLine({ language, ...timeline })
      : renderAsOf(asOf, renderTimeline(timeline, run.contextIn(language)), run.contextIn(language)),
  );
  return ExitCode.ok;
}

function pictureFailure({ code }: NodeJS.ErrnoException): TextKey {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'timeline.pictureNoFolder';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'timeline.pictureForbidden';
    case 'EISDIR':
      return 'timeline.pictureIsFolder';
    default:
      return 'timeline.pictureFailed';
  }
}

export async function showProfile({ name }: Action<'who'>, run: AskRun): Promise<ExitCode> {
  const { bellerophon, options, output } = run;
  const language = options.language ?? run.language;
  const profile = await bellerophon.who(name, { language, asOf: options.asOf, outlet: outletOf(run) });
  const suggestions = profile === null ? bellerophon.suggestNames(name, 3).map(({ canonical }) => canonical) : [];
  if (options.json) {
    await output.line(
      toJsonLine(profile === null ? { name, found: false, suggestions } : { name, found: true, ...profile }),
    );
  } else {
    const context = run.contextIn(language);
    const shown = profile === null ? renderUnknownName(name, suggestions, context) : renderProfile(profile, context);
    await output.line(renderAsOf(options.asOf, shown, context));
  }
  return ExitCode.ok;
}

export async function showVerdict({ claim }: Action<'check'>, run: AskRun): Promise<ExitCode> {
  const { bellerophon, options, output } = run;
  const language = options.language ?? run.language;
  const verdict = await bellerophon.check(claim, { language, asOf: options.asOf, outlet: outletOf(run) });
  const context = run.contextIn(verdict.language);
  const shown = renderAsOf(options.asOf, renderVerdict(verdict, context), context);
  await output.line(options.json ? toJsonLine(verdict) : shown);
  return ExitCode.ok;
}
