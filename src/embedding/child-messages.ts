import type { Pooling } from './pooling.ts';

/** What the parent tells the embedding child. The first message is `load`; then `embed`, one at a time. */
export type ToChild =
  | { readonly type: 'load'; readonly folder: string; readonly pooling: Pooling }
  | { readonly type: 'embed'; readonly texts: readonly string[] };

/** What the child answers, one message for one. */
export type FromChild =
  | { readonly type: 'loaded'; readonly dimensions: number }
  /** All vectors in a row, `dimensions` numbers each. */
  | { readonly type: 'embedded'; readonly values: Float32Array }
  | { readonly type: 'failed'; readonly message: string };
