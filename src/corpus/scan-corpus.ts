import { createHash } from 'node:crypto';
import { type Dirent, promises as fs } from 'node:fs';
import path from 'node:path';
import PQueue from 'p-queue';
import { CorpusError } from '../errors.ts';
import { assignIds } from './article-id.ts';
import { type CorpusFile, largestArticleBytes } from './corpus-file.ts';

const articleEndings = new Set(['.md', '.markdown', '.txt', '.html', '.htm', '.xhtml']);
/** Files somebody meant as articles but that are not text: reported rather than passed over in silence. */
const documentEndings = new Set(['.pdf', '.doc', '.docx', '.odt', '.rtf', '.epub', '.pages']);

interface Found {
  readonly file: string;
  readonly path: string;
  readonly unreadable: string | null;
}

/**
 * Lists the articles of a folder and its subfolders in a stable order (by path), with the digest of each file's bytes.
 * Hidden files and README.md are no articles. Symbolic links are not followed: they can lead out of the folder or round
 * in circles. Whatever cannot be read comes with its reason in `unreadable`.
 * @throws CorpusError when the folder is missing or cannot be listed
 */
export async function scanCorpus(folder: string): Promise<CorpusFile[]> {
  const root = path.resolve(folder);
  const found = await listFolder(root, '').catch((error: NodeJS.ErrnoException) => {
    throw new CorpusError(
      `Expected a folder of articles at ${root}, but ${systemReason(error)}. Set CORPUS_DIR to a folder of .md, .txt or .html files.`,
      { cause: error },
    );
  });
  found.sort((a, b) => (a.file < b.file ? -1 : 1));
  const ids = assignIds(found.map(({ file }) => file));
  const queue = new PQueue({ concurrency: 16 });
  return queue.addAll(found.map((entry, order) => () => digest(entry, ids[order]!)));
}

/** One file outside a corpus folder, as `scanCorpus` would list it. */
export async function describeFile(absolutePath: string): Promise<CorpusFile> {
  const file = path.basename(absolutePath).normalize('NFC');
  return digest({ file, path: absolutePath, unreadable: unfitEnding(file) }, assignIds([file])[0]!);
}

function unfitEnding(name: string): string | null {
  const ending = path.extname(name).toLowerCase();
  if (articleEndings.has(ending)) return null;
  return `Expected .md, .txt or .html, but this is a ${ending || 'nameless'} document: save its text as .txt.`;
}

async function listFolder(root: string, inside: string): Promise<Found[]> {
  const entries = await fs.readdir(path.join(root, inside), { withFileTypes: true });
  const lists = await Promise.all(
    entries
      .filter(({ name }) => !isIgnored(name))
      .map((entry) => listEntry(root, path.join(inside, entry.name), entry)),
  );
  return lists.flat();
}

async function listEntry(root: string, relative: string, entry: Dirent): Promise<Found[]> {
  const found = (unreadable: string | null): Found => ({
    file: relative.split(path.sep).join('/').normalize('NFC'),
    path: path.join(root, relative),
    unreadable,
  });
  const ending = path.extname(entry.name).toLowerCase();
  if (entry.isDirectory()) {
    return listFolder(root, relative).catch((error: NodeJS.ErrnoException) => [
      found(`Expected a readable folder, but ${systemReason(error)}.`),
    ]);
  }
  if (entry.isSymbolicLink()) {
    const isMeant = ending === '' || articleEndings.has(ending);
    return isMeant ? [found('This is a symbolic link, which is not followed: put the file itself here.')] : [];
  }
  if (!entry.isFile()) return [];
  return articleEndings.has(ending) || documentEndings.has(ending) ? [found(unfitEnding(entry.name))] : [];
}

function isIgnored(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$') || name === 'node_modules' || /^readme\.\w+$/i.test(name);
}

async function digest(found: Found, id: string): Promise<CorpusFile> {
  const unreadable = (reason: string): CorpusFile => ({ ...found, id, sha256: '', unreadable: reason });
  if (found.unreadable !== null) return unreadable(found.unreadable);
  try {
    const { size } = await fs.stat(found.path);
    if (size > largestArticleBytes) {
      const megabytes = (size / 1024 / 1024).toFixed(1);
      return unreadable(
        `Expected an article of at most 5 MB, but the file has ${megabytes} MB: split it or remove it.`,
      );
    }
    return { ...found, id, sha256: sha256(await fs.readFile(found.path)) };
  } catch (error) {
    return unreadable(`Expected a readable file, but ${systemReason(error as NodeJS.ErrnoException)}.`);
  }
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** What the operating system says, in words where there are some. */
export function systemReason(error: NodeJS.ErrnoException): string {
  switch (error.code) {
    case 'EACCES':
    case 'EPERM':
      return 'permission is denied';
    case 'ENOENT':
      return 'it does not exist';
    case 'ENOTDIR':
      return 'it is a file, not a folder';
    case 'EISDIR':
      return 'it is a folder, not a file';
    case 'ELOOP':
      return 'its links run in a circle';
    default:
      return `the system says ${error.code ?? error.message}`;
  }
}
