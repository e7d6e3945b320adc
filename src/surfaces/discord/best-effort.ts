import type { Logger } from '../../logging.ts';

/** Book-keeping that must not cost anybody their answer: a failure is logged and that is all. */
export async function bestEffort(logger: Logger, what: string, work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    logger.error({ err: error }, `could not ${what}`);
  }
}
