import { createRequire } from 'node:module';
import { EmbeddingError } from '../errors.ts';

type Runtime = typeof import('onnxruntime-node');
type Graph = Awaited<ReturnType<Runtime['InferenceSession']['create']>>;

/**
 * A graph of the models folder and what runs it, loaded when the first text is read.
 * @param name what the file is, for the message
 * @throws EmbeddingError when it is missing or damaged
 */
export async function openGraph(file: string, name: string): Promise<{ graph: Graph; onnx: Runtime }> {
  const onnx = createRequire(import.meta.url)('onnxruntime-node') as Runtime;
  const options = { logSeverityLevel: 3, enableMemPattern: false, intraOpNumThreads: 1 } as const;
  const graph = await onnx.InferenceSession.create(file, options).catch((error: unknown) => {
    throw new EmbeddingError(
      `The ${name} in ${file} cannot be loaded. Its file is missing or damaged: restore it from the repository (git checkout -- models).`,
      { cause: error },
    );
  });
  return { graph, onnx };
}
