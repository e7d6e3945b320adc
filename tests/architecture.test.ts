import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

/** The arrows of DESIGN.md: what the files of a folder (or one file) of src/ may import besides themselves. */
const leaves = ['types.ts', 'errors.ts', 'text'];
const allowed: Readonly<Record<string, readonly string[]>> = {
  'types.ts': [],
  'errors.ts': ['types.ts'],
  'config.ts': ['errors.ts'],
  'logging.ts': [],
  text: ['types.ts', 'errors.ts', 'text'],
  // The stages are siblings: they meet through types.ts.
  corpus: leaves,
  names: leaves,
  embedding: [...leaves, 'config.ts'],
  indexing: leaves,
  // Interfaces only; which index stands behind them is the composition root's choice.
  retrieval: [...leaves, 'indexing/search-index.ts'],
  reading: leaves,
  answering: leaves,
  overviews: leaves,
  // The one path all surfaces use, and the composition root.
  'ask.ts': [...leaves, 'answering'],
  'source-list.ts': leaves,
  'memory-conversations.ts': leaves,
  'open-dossier.ts': [...leaves, 'corpus', 'names', 'indexing'],
  'app.ts': ['*'],
  // Measuring looks at every stage from outside.
  bench: ['*'],
  evaluation: ['*'],
  // A surface is handed a Bellerophon and knows no stage.
  surfaces: [...leaves, 'config.ts', 'logging.ts'],
};

/** Packages that belong to one place; elsewhere their types and habits would spread. */
const packageHomes: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:langchain|@langchain\/.*)$/, /^src\/(?:answering\/generative|embedding|retrieval)\//],
  [/^discord(?:\.js|-api-types)/, /^(?:src\/surfaces\/discord\/|scripts\/)/],
  [/^hnswlib-node$/, /^src\/indexing\//],
  [/^(?:@xenova\/transformers|onnxruntime-node)$/, /^src\/(?:embedding|reading)\//],
  [/^libsql/, /^src\/surfaces\/discord\//],
  [/^pino/, /^src\/logging\.ts$/],
  [/^(?:cli-progress|picocolors)$/, /^(?:src\/surfaces\/|scripts\/)/],
  [/^commander$/, /^(?:src\/surfaces\/command-line\/|src\/evaluation\/|scripts\/)/],
];

interface Import {
  readonly from: string;
  /** A file of the project, or a package. */
  readonly to: string;
  readonly local: boolean;
  /** Loaded when the importing file is; `import type` and `import()` are not. */
  readonly eager: boolean;
}

const files = ['src', 'scripts'].flatMap(filesUnder);
const imports = files.flatMap(importsOf);

describe('the architecture', () => {
  test.each(files.filter((file) => file.startsWith('src/')))('%s imports only what DESIGN.md allows', (file) => {
    const place = placeOf(file);
    const rule = allowed[place];
    expect(rule, `${place} has no arrows in tests/architecture.test.ts and DESIGN.md`).toBeDefined();
    const wrong = imports
      .filter(({ from, local }) => from === file && local)
      .filter(({ to }) => placeOf(to) !== place && !rule?.includes('*'))
      .filter(({ to }) => !rule?.includes(placeOf(to)) && !rule?.includes(to.replace('src/', '')))
      .map(({ to }) => to);
    expect(wrong).toEqual([]);
  });

  test('nothing but scripts imports a surface', () => {
    const strays = imports.filter(({ from, to }) => isSurface(to) && !isSurface(from) && !from.startsWith('scripts/'));
    expect(strays).toEqual([]);
  });

  test('surfaces other than Discord know nothing of Discord', () => {
    const discord = 'src/surfaces/discord/';
    expect(
      imports.filter(({ from, to }) => isSurface(from) && !from.startsWith(discord) && to.startsWith(discord)),
    ).toEqual([]);
  });

  test('packages stay where they belong', () => {
    const strays = imports
      .filter(({ from, to, local }) => !local && packageHomes.some(([name, home]) => name.test(to) && !home.test(from)))
      .map(({ from, to }) => `${from} imports ${to}`);
    expect(strays).toEqual([]);
  });

  test('every package that is imported is declared', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
    const used = imports
      .filter(({ local, to }) => !local && !to.startsWith('node:') && !builtinModules.includes(to))
      .map(({ to }) =>
        to
          .split('/')
          .slice(0, to.startsWith('@') ? 2 : 1)
          .join('/'),
      );
    expect([...new Set(used)].filter((name) => !(name in dependencies))).toEqual([]);
  });

  test('no file imports itself in a circle', () => {
    expect(findCycle()).toBeNull();
  });

  test('only scripts read the environment, the arguments, or end the process', () => {
    const readers = files
      .filter((file) => file.startsWith('src/'))
      .filter((file) => /\bprocess\.(?:env|argv|exit|exitCode)\b/.test(withoutComments(readFileSync(file, 'utf8'))))
      // The child process of a hub model has no script of its own; its exit is its life.
      .filter((file) => !/^src\/embedding\/[a-z-]*child[a-z-]*\.ts$/.test(file));
    expect(readers).toEqual([]);
  });

  test('there are no barrels, and files are named in kebab-case', () => {
    const names = files.map((file) => file.split('/').at(-1) ?? '');
    expect(names.filter((name) => name === 'index.ts' || !/^[a-z0-9]+(?:-[a-z0-9]+)*\.ts$/.test(name))).toEqual([]);
  });
});

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file))
    .sort();
}

function importsOf(from: string): Import[] {
  const code = withoutComments(readFileSync(from, 'utf8'));
  const statements = [
    ...code.matchAll(/^(?:import|export)\s+(?<type>type\s)?[^;'"]*?from\s+['"](?<to>[^'"]+)['"]/gm),
    ...code.matchAll(/^import\s+['"](?<to>[^'"]+)['"]/gm),
    ...code.matchAll(/\b(?<late>import|require)\(\s*['"](?<to>[^'"]+)['"]\s*\)/g),
  ];
  return statements.map(({ groups = {} }) => {
    const target = groups.to ?? '';
    const local = target.startsWith('.');
    return {
      from,
      to: local ? relative('.', join(dirname(from), target)) : target,
      local,
      eager: groups.type === undefined && groups.late === undefined,
    };
  });
}

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

/** The folder of src/ that a file is in, or its own name at the top. */
function placeOf(file: string): string {
  return file.split('/')[1] ?? file;
}

function isSurface(file: string): boolean {
  return file.startsWith('src/surfaces/');
}

function findCycle(): readonly string[] | null {
  const eager = new Map<string, string[]>();
  for (const { from, to, local, eager: now } of imports) {
    if (local && now) eager.set(from, [...(eager.get(from) ?? []), to]);
  }
  const finished = new Set<string>();
  const visit = (file: string, path: readonly string[]): readonly string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (finished.has(file)) return null;
    for (const next of eager.get(file) ?? []) {
      const cycle = visit(next, [...path, file]);
      if (cycle !== null) return cycle;
    }
    finished.add(file);
    return null;
  };
  for (const file of files) {
    const cycle = visit(file, []);
    if (cycle !== null) return cycle;
  }
  return null;
}
