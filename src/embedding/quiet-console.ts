/** How many calls are under way, and what the console was before the first: the console is one for the process, so is this. */
const muted = { calls: 0, warn: console.warn, error: console.error };

/**
 * Runs work with console.warn and console.error silent. @xenova/transformers prints an error with its stack before it
 * throws it; it is reported once, by whoever catches it.
 */
export async function quietly<Result>(work: () => Promise<Result>): Promise<Result> {
  if (muted.calls === 0) {
    Object.assign(muted, { warn: console.warn, error: console.error });
    console.warn = console.error = () => undefined;
  }
  muted.calls += 1;
  try {
    return await work();
  } finally {
    muted.calls -= 1;
    if (muted.calls === 0) Object.assign(console, { warn: muted.warn, error: muted.error });
  }
}
