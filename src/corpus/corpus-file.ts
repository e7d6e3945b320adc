/** A file of the corpus folder that should be an article. */
export interface CorpusFile {
  /** Article id: the file's name without its ending; with its folder where two files share a name. */
  readonly id: string;
  /** Path inside the corpus folder, with `/`, NFC. */
  readonly file: string;
  /** Absolute path. */
  readonly path: string;
  /** Hex digest of the bytes; empty where they could not be read. */
  readonly sha256: string;
  /** Why the file cannot be read; null when it can. */
  readonly unreadable: string | null;
}

/** A file that could not be used, and why; the others are. */
export interface CorpusProblem {
  /** Path inside the corpus folder. */
  readonly file: string;
  /** The front-matter field at fault. */
  readonly field?: string | undefined;
  /** What was expected, what came, what to do. */
  readonly reason: string;
}

/** Far above any article: what is larger is something else. */
export const largestArticleBytes = 5 * 1024 * 1024;
