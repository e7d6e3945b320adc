import picocolors from 'picocolors';

export type Colours = ReturnType<typeof picocolors.createColors>;

/** What a renderer must know of where its text goes. */
export interface Style {
  readonly colours: Colours;
  /** Columns to wrap at. */
  readonly width: number;
}

interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/**
 * Colours on a terminal only, never with NO_COLOR (https://no-color.org) or TERM=dumb; FORCE_COLOR turns them on anywhere.
 * Lines of at most 100 columns, and not wrapped at all in a pipe, where whoever reads decides.
 */
export function styleOf(output: Output, environment: Readonly<Record<string, string | undefined>>): Style {
  const terminal = output.isTTY === true;
  const refused = Boolean(environment.NO_COLOR) || environment.TERM === 'dumb' || environment.FORCE_COLOR === '0';
  const forced = Boolean(environment.FORCE_COLOR) && environment.FORCE_COLOR !== '0';
  return {
    colours: picocolors.createColors((terminal || forced) && !refused),
    width: terminal ? Math.max(20, Math.min(output.columns ?? 80, 100)) : Number.POSITIVE_INFINITY,
  };
}

/** No colours, no wrapping. */
export const plainStyle: Style = { colours: picocolors.createColors(false), width: Number.POSITIVE_INFINITY };
