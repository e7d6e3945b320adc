import type { Bellerophon } from '../../../types.ts';

type Methods = Omit<Bellerophon, 'conversations'>;

/**
 * A Bellerophon that may be in another process: every answer may take its time. A Bellerophon of the same process is
 * one already.
 */
export type AnsweringService = {
  readonly [Method in keyof Methods]: (
    ...parameters: Parameters<Methods[Method]>
  ) => ReturnType<Methods[Method]> | Promise<Awaited<ReturnType<Methods[Method]>>>;
};

export type ServiceMethod = Exclude<keyof Methods, 'close'>;
