import type { FromChild, ToChild } from './child-messages.ts';
import { type FeatureExtractor, loadFeatureExtractor } from './feature-extractor.ts';

// The entry of the child process: one model, one request at a time. A process, since inference blocks the event loop,
// and onnxruntime-node 1.14 corrupts the heap of a process that uses it in threads.

let extractor: FeatureExtractor | undefined;

const answer = (message: FromChild) => process.send?.(message);

async function handle(message: ToChild): Promise<FromChild> {
  if (message.type === 'load') {
    extractor = await loadFeatureExtractor(message.folder, message.pooling);
    return { type: 'loaded', dimensions: extractor.dimensions };
  }
  if (!extractor) throw new Error('The model is not loaded.');
  const values = new Float32Array(message.texts.length * extractor.dimensions);
  for (const [i, vector] of (await extractor.embed(message.texts)).entries()) values.set(vector, i * vector.length);
  return { type: 'embedded', values };
}

process.on('message', (message: ToChild) => {
  handle(message).then(answer, (error: unknown) =>
    answer({ type: 'failed', message: error instanceof Error ? error.message : String(error) }),
  );
});
// The parent is gone or has closed the embedder.
process.on('disconnect', () => process.exit(0));
