import type { Embedder, SentenceEmbedder } from '../types.ts';
import type { Manifest } from './manifest.ts';
import type { ScannedFile } from './open-index.ts';

/** What of an index can be kept, and what has to be done to bring it up to date. */
export interface IndexPlan {
  /** Files whose articles and passages are kept. */
  readonly unchanged: ReadonlySet<string>;
  /** Files to read: new ones and changed ones. */
  readonly outdated: readonly ScannedFile[];
  /** Whether files went away. */
  readonly vanished: boolean;
  /** Vectors of passages can be kept. */
  readonly sameModel: boolean;
  /** Vectors of sentences can be kept. */
  readonly sameSentences: boolean;
  /** Names of extras to compute anew although no article changed. */
  readonly outdatedExtras: readonly string[];
  /** Why an index that exists has to be built anew from the ground, in words. */
  readonly reason?: string | undefined;
}

export interface IndexSettings {
  readonly embedder: Pick<Embedder, 'modelId' | 'fingerprint' | 'dimensions'>;
  readonly sentences: Pick<SentenceEmbedder, 'id' | 'dimensions'>;
  readonly chunking: Manifest['chunking'];
  readonly extras: Readonly<Record<string, { readonly version: string }>>;
}

export function isUpToDate(plan: IndexPlan): boolean {
  return (
    plan.outdated.length === 0 &&
    !plan.vanished &&
    plan.sameModel &&
    plan.sameSentences &&
    plan.outdatedExtras.length === 0
  );
}

/** Compares a snapshot's manifest with the corpus and the settings of today. */
export function planIndex(
  manifest: Manifest | undefined,
  files: readonly ScannedFile[],
  settings: IndexSettings,
): IndexPlan {
  if (!manifest)
    return {
      unchanged: new Set(),
      outdated: files,
      vanished: false,
      sameModel: false,
      sameSentences: false,
      outdatedExtras: Object.keys(settings.extras),
    };
  const { model } = manifest;
  const { embedder, sentences } = settings;
  const sameModel =
    model.id === embedder.modelId &&
    model.fingerprint === embedder.fingerprint &&
    model.dimensions === embedder.dimensions;
  const sameChunking = sameRecord(manifest.chunking, settings.chunking);
  const sameSentences =
    manifest.sentences.id === sentences.id && manifest.sentences.dimensions === sentences.dimensions;
  const unchanged = new Set(
    sameChunking && sameSentences
      ? files
          .filter(
            ({ file, id, sha256 }) => manifest.corpus[file]?.sha256 === sha256 && manifest.corpus[file]?.id === id,
          )
          .map(({ file }) => file)
      : [],
  );
  const present = new Set(files.map(({ file }) => file));
  const reasons = [
    sameModel
      ? undefined
      : `it was made with the model ${model.id}${model.id === embedder.modelId ? ' of other files or settings' : `, not ${embedder.modelId}`}`,
    sameChunking ? undefined : 'articles are now read or split in another way',
    sameSentences ? undefined : `its sentences were read by ${manifest.sentences.id}, not ${sentences.id}`,
  ].filter((reason) => reason !== undefined);
  return {
    unchanged,
    outdated: files.filter(({ file }) => !unchanged.has(file)),
    vanished: Object.keys(manifest.corpus).some((file) => !present.has(file)),
    sameModel,
    sameSentences,
    outdatedExtras: Object.entries(settings.extras)
      .filter(([name, { version }]) => manifest.extras[name] !== version)
      .map(([name]) => name),
    reason: reasons.length > 0 ? reasons.join('; ') : undefined,
  };
}

function sameRecord(a: Manifest['chunking'], b: Manifest['chunking']): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}
