import type { Config } from './config.ts';
import { UsageError } from './errors.ts';
import type { Bellerophon } from './types.ts';

/** Stands in until the stages are composed. */
export async function openBellerophon(_config: Config, _options: object): Promise<Bellerophon> {
  throw new UsageError('The stages are not composed yet.');
}
