import { EmbeddingError } from '../errors.ts';
import { bundledModelName } from './bundled-model.ts';

/** Every error about a model of the hub says which setting asked for it and what works without. */
export function hubError(model: string, problem: string, cause?: unknown): EmbeddingError {
  return new EmbeddingError(
    `EMBEDDING_MODEL=${model} cannot be used: ${problem} ` +
      `Unset EMBEDDING_MODEL to use the bundled model (${bundledModelName}), which needs no network.`,
    { cause },
  );
}
