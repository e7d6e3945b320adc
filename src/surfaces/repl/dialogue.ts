import { createInterface } from 'node:readline';
import type { Bellerophon } from '../../types.ts';
import { describeFailure } from '../failure.ts';
import type { Colours } from '../style.ts';
import { complete } from './completer.ts';
import { DraftView } from './draft-view.ts';
import type { History } from './history.ts';
import type { Session } from './session.ts';

export interface DialogueOptions {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly colours: Colours;
  readonly history: History;
  readonly bellerophon: Bellerophon;
}

/**
 * The dialogue on a terminal, until Ctrl-D or /quit. Ctrl-C cancels the answer under way, else clears the line, else says
 * how to leave. Lines typed ahead are answered in turn.
 */
export async function converse(session: Session, options: DialogueOptions): Promise<void> {
  const { stdin, stdout, colours, history, bellerophon } = options;
  const readline = createInterface({
    input: stdin,
    output: stdout,
    terminal: true,
    history: [...history.lines],
    historySize: history.limit,
    removeHistoryDuplicates: true,
    completer: (line: string) => complete(line, session.language, bellerophon),
  });
  /** One for each line that is being answered or waits for its turn. */
  const pending = new Set<AbortController>();
  let turns: Promise<void> = Promise.resolve();

  let closed = false;
  const prompt = () => {
    if (closed) return;
    const asOf = session.asOf === undefined ? '' : `${colours.yellow(session.asOf)} `;
    readline.setPrompt(`${asOf}${colours.green('›')} `);
    readline.prompt();
  };
  const answer = async (line: string, { signal }: AbortController) => {
    if (session.left || line.trim() === '') return;
    const draft = new DraftView(stdout, colours);
    try {
      const text = await session.handle(line, { signal, onDraft: (piece) => draft.add(piece) });
      draft.clear();
      if (text !== '') stdout.write(`${text}\n\n`);
    } catch (error) {
      draft.clear();
      const text = signal.aborted ? session.texts('repl.cancelled') : describeFailure(error, session.texts).line;
      stdout.write(`${signal.aborted ? colours.dim(text) : colours.red(text)}\n`);
    }
  };

  readline.on('line', (line) => {
    history.add(line);
    const controller = new AbortController();
    pending.add(controller);
    turns = turns
      .then(() => answer(line, controller))
      .then(() => {
        pending.delete(controller);
        if (session.left) readline.close();
        else prompt();
      });
  });
  readline.on('SIGINT', () => {
    if (pending.size > 0) for (const controller of pending) controller.abort();
    else if (readline.line === '') {
      stdout.write(`\n${colours.dim(session.texts('repl.leaveHint'))}\n`);
      prompt();
    } else {
      readline.write(null, { ctrl: true, name: 'e' });
      readline.write(null, { ctrl: true, name: 'u' });
    }
  });
  prompt();
  await new Promise<void>((resolve) => readline.once('close', resolve));
  closed = true;
  session.leave();
  for (const controller of pending) controller.abort();
  await turns;
  stdout.write(`\n${colours.dim(session.texts('repl.goodbye'))}\n`);
}
