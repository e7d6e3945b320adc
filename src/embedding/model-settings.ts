import type { Pooling } from './pooling.ts';

/** What a model wants around a text and how its token vectors become one. Dimensions are read from the model itself. */
export interface ModelSettings {
  readonly queryPrefix: string;
  readonly passagePrefix: string;
  readonly pooling: Pooling;
}

/** By the name behind the owner's; from the models' cards. */
const known: readonly (readonly [name: RegExp, settings: ModelSettings])[] = [
  [
    /^(multilingual-)?e5-(small|base|large)(-v2)?$/,
    { queryPrefix: 'query: ', passagePrefix: 'passage: ', pooling: 'mean' },
  ],
  [/^bge-m3$/, { queryPrefix: '', passagePrefix: '', pooling: 'cls' }],
  [
    /^bge-(small|base|large)-en(-v1\.5)?$/,
    { queryPrefix: 'Represent this sentence for searching relevant passages: ', passagePrefix: '', pooling: 'cls' },
  ],
  [/^gte-(small|base|large)$/, { queryPrefix: '', passagePrefix: '', pooling: 'mean' }],
  [/^gte-multilingual-base$/, { queryPrefix: '', passagePrefix: '', pooling: 'cls' }],
  [
    /^(all-minilm|paraphrase-multilingual-minilm|paraphrase-multilingual-mpnet)-/,
    { queryPrefix: '', passagePrefix: '', pooling: 'mean' },
  ],
];

/** What most models of the hub were trained with. */
const usual: ModelSettings = { queryPrefix: '', passagePrefix: '', pooling: 'mean' };

export interface SettingsOverrides {
  readonly EMBEDDING_QUERY_PREFIX?: string | undefined;
  readonly EMBEDDING_PASSAGE_PREFIX?: string | undefined;
  readonly EMBEDDING_POOLING?: Pooling | undefined;
}

/** Settings of a model: what the environment says, else what its card says, else the usual. */
export function modelSettings(model: string, overrides: SettingsOverrides): ModelSettings {
  const name =
    model
      .replace(/[/\\]+$/, '')
      .split(/[/\\]/)
      .at(-1)
      ?.toLowerCase() ?? '';
  const defaults = known.find(([pattern]) => pattern.test(name))?.[1] ?? usual;
  return {
    queryPrefix: overrides.EMBEDDING_QUERY_PREFIX ?? defaults.queryPrefix,
    passagePrefix: overrides.EMBEDDING_PASSAGE_PREFIX ?? defaults.passagePrefix,
    pooling: overrides.EMBEDDING_POOLING ?? defaults.pooling,
  };
}
