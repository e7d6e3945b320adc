import { fork, spawn } from 'node:child_process';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BenchReport, type CorpusFigures, type StageFigures, summarise } from './figures.ts';
import type { StageOrder, StageReply } from './stage-process.ts';
import { type StageInput, type StageName, stageNames } from './stages.ts';

export interface BenchOptions {
  /** Name in the report → folder of articles. */
  readonly corpora: Readonly<Record<string, string>>;
  /** Folder for the indexes; the caller removes it. */
  readonly workDir: string;
  readonly questions: readonly string[];
  /** Of this process, for the commands it starts. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** `ask` with the index present is started this often. */
  readonly coldStarts: number;
  readonly onStage?: (corpus: string, stage: string) => void;
}

type Measured = Exclude<StageReply, { readonly error: string }>;

/** Measures every stage on every corpus, each in a process of its own, so that its memory is its own. */
export async function runBench(options: BenchOptions): Promise<BenchReport> {
  const { workDir, questions, onStage } = options;
  const corpora: Record<string, CorpusFigures> = {};
  let model = '';
  for (const [name, corpusDir] of Object.entries(options.corpora)) {
    const input: StageInput = { corpusDir, dataDir: join(workDir, name), questions };
    const stages: Partial<Record<StageName, StageFigures>> = {};
    let held = { articles: 0, passages: 0 };
    for (const stage of stageNames) {
      onStage?.(name, stage);
      const measured = await runStageProcess({ stage, input });
      stages[stage] = summarise(measured.unit, measured.sample, measured.peakMiB);
      if (measured.model !== undefined) model = measured.model;
      if (stage === 'build') held = { articles: measured.articles ?? 0, passages: measured.passages ?? 0 };
    }
    const answer = stages.answer?.p50 ?? Number.NaN;
    const answerToEmbedding = Math.round(answer / (stages['embed-question']?.p50 ?? Number.NaN));
    corpora[name] = { ...held, stages, answerToEmbedding };
  }
  const [first, corpusDir] = Object.entries(options.corpora)[0] ?? ['', ''];
  onStage?.(first, 'cold start');
  const sample: number[] = [];
  for (let run = 0; run < options.coldStarts; run += 1) {
    sample.push(
      await timeAsk(questions[0] ?? '', {
        ...options.environment,
        CORPUS_DIR: corpusDir,
        DATA_DIR: join(workDir, first),
      }),
    );
  }
  return {
    node: process.version,
    processor: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
    model,
    corpora,
    coldStart: summarise('run', sample, corpora[first]?.stages.answer?.peakMiB ?? Number.NaN),
  };
}

function runStageProcess(order: StageOrder): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('./stage-process.ts', import.meta.url)));
    child.once('message', (reply: StageReply) => {
      if ('error' in reply) reject(new Error(`${order.stage}: ${reply.error}`));
      else resolve(reply);
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (code !== 0) reject(new Error(`${order.stage}: the process ended with ${signal ?? `code ${code}`}`));
    });
    child.send(order);
  });
}

/** Milliseconds from the command to its end. */
function timeAsk(question: string, environment: Readonly<Record<string, string | undefined>>): Promise<number> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn('npm', ['run', '--silent', 'ask', '--', question], {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      env: { ...environment },
      stdio: 'ignore',
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve(performance.now() - began);
      else reject(new Error(`ask: the process ended with code ${code}`));
    });
  });
}
