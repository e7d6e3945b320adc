import type { Config } from '../../config.ts';
import type { Bellerophon, Language, Timeline } from '../../types.ts';
import type { Progress } from '../progress.ts';

/** The process a command runs in; handed over by the scripts, so that commands read no globals. */
export interface CommandEnvironment {
  /** Arguments after the script's name. */
  readonly argv: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

/** What opening tells on the way. */
export interface OpenListeners {
  readonly onProgress: (progress: Progress) => void;
  readonly onModelProgress: (progress: Progress) => void;
  /** One line that the user should know. */
  readonly onNotice: (message: string) => void;
  /** A file of the corpus that cannot be used. */
  readonly onProblem: () => void;
}

export type OpenBellerophon = (config: Config, listeners: OpenListeners) => Promise<Bellerophon>;

export type RenderTimelinePicture = (
  timeline: Timeline,
  language: Language,
) => Promise<{ readonly svg: string; readonly png: Buffer }>;
