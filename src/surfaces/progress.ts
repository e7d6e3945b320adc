import type { Texts } from './texts/texts.ts';

/** How far a stage of fetching the model or building the index has come. `total` is 0 where it is not known. */
export interface Progress {
  readonly stage: 'download' | 'load' | 'read' | 'embed' | 'write';
  readonly done: number;
  readonly total: number;
}

export interface ProgressDisplay {
  readonly report: (progress: Progress) => void;
  /** Removes the bar. */
  readonly stop: () => void;
}

/**
 * A progress bar on `stream`, from the first second on: what takes less shows nothing. Where the stream is no terminal,
 * one line says that work is going on.
 */
export function showProgress(stream: NodeJS.WriteStream, texts: Texts): ProgressDisplay {
  const started = performance.now();
  let stopped = false;
  let latest: Progress | undefined;
  let bar: { update(value: number, payload: object): void; setTotal(total: number): void; stop(): void } | undefined;
  let begun = false;

  const begin = async () => {
    begun = true;
    if (!stream.isTTY) {
      if (latest !== undefined) stream.write(`${texts(`progress.${latest.stage}`)}…\n`);
      return;
    }
    const { default: cliProgress } = await import('cli-progress');
    if (stopped || latest === undefined) return;
    const created = new cliProgress.SingleBar({
      stream,
      format: '{stage} {bar} {value}/{total}',
      barCompleteChar: '█',
      barIncompleteChar: '░',
      barsize: 30,
      clearOnComplete: true,
      hideCursor: true,
    });
    created.start(latest.total, latest.done, { stage: texts(`progress.${latest.stage}`) });
    bar = created;
  };

  return {
    report(progress) {
      if (stopped) return;
      latest = progress;
      if (!begun && performance.now() - started > 1000) void begin();
      bar?.setTotal(progress.total);
      bar?.update(progress.done, { stage: texts(`progress.${progress.stage}`) });
    },
    stop() {
      stopped = true;
      bar?.stop();
    },
  };
}
