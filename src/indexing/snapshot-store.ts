import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { IndexError } from '../errors.ts';
import { fileDigest, formatVersion, type Manifest, manifestFile, readManifest } from './manifest.ts';
import { syncedWrite, syncPath } from './synced-write.ts';

const pointerFile = 'current.json';
const unfinished = 'unfinished-';
const finished = 'snapshot-';

interface Pointer {
  readonly snapshot: string;
  readonly manifestSha256: string;
}

/** A snapshot whose every file has been compared with its manifest. */
export interface VerifiedSnapshot {
  readonly folder: string;
  readonly manifest: Manifest;
}

/**
 * The folder that holds the index: complete snapshots in folders of their own, and a pointer file to the one in force.
 * A snapshot is written under another name, checked and flushed, renamed, and put in force by renaming the pointer
 * file, which is atomic; until then the one before stays in force, whatever happens.
 */
export class SnapshotStore {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /**
   * The snapshot in force; undefined when there is none yet.
   * @throws IndexError when there is one but it is damaged.
   */
  async current(): Promise<VerifiedSnapshot | undefined> {
    const pointer = await this.#pointer();
    if (!pointer) return undefined;
    try {
      return await this.#verified(pointer);
    } catch (error) {
      // Another process may have put a newer snapshot in force and removed this one in the meantime.
      const now = await this.#pointer();
      if (now && now.snapshot !== pointer.snapshot) return this.#verified(now);
      throw error;
    }
  }

  /**
   * Writes a snapshot and puts it in force. `write` fills the folder it is given.
   * The caller holds the build lock.
   * @throws whatever `write` throws, or the file system; the snapshot before stays in force then.
   */
  async replace(
    description: Omit<Manifest, 'files' | 'formatVersion'>,
    write: (folder: string) => Promise<void>,
  ): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    await this.#sweep();
    const name = randomBytes(6).toString('hex');
    const temporary = join(this.folder, unfinished + name);
    try {
      await mkdir(temporary);
      await write(temporary);
      const manifestSha256 = await this.#seal(temporary, description);
      const target = finished + name;
      await rename(temporary, join(this.folder, target));
      await syncPath(this.folder);
      await this.#point({ snapshot: target, manifestSha256 });
    } catch (error) {
      await rm(temporary, { recursive: true, force: true });
      throw error;
    }
    await this.#sweep();
  }

  /** Writes the manifest last, and reads everything back before it counts. */
  async #seal(folder: string, description: Omit<Manifest, 'files' | 'formatVersion'>): Promise<string> {
    const files: Manifest['files'] = {};
    for (const name of (await readdir(folder)).sort()) {
      await syncPath(join(folder, name));
      files[name] = await fileDigest(join(folder, name));
    }
    const manifest: Manifest = { formatVersion, ...description, files };
    await syncedWrite(join(folder, manifestFile), `${JSON.stringify(manifest, null, 1)}\n`);
    await syncPath(folder);
    return (await fileDigest(join(folder, manifestFile))).sha256;
  }

  async #point(pointer: Pointer): Promise<void> {
    const temporary = join(this.folder, `${unfinished}${pointerFile}`);
    await syncedWrite(temporary, JSON.stringify(pointer));
    await rename(temporary, join(this.folder, pointerFile));
    await syncPath(this.folder);
  }

  async #pointer(): Promise<Pointer | undefined> {
    const path = join(this.folder, pointerFile);
    let text: string;
    try {
      text = await readFile(path, 'utf8');
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT') return undefined;
      throw new IndexError(`${path} cannot be read (${code}).`, { cause: error });
    }
    try {
      const { snapshot, manifestSha256 } = JSON.parse(text) as Pointer;
      if (/^snapshot-[0-9a-f]+$/.test(snapshot) && typeof manifestSha256 === 'string')
        return { snapshot, manifestSha256 };
    } catch {
      // Reported below, like any other content that is not a pointer.
    }
    throw new IndexError(`${path} is damaged.`);
  }

  async #verified({ snapshot, manifestSha256 }: Pointer): Promise<VerifiedSnapshot> {
    const folder = join(this.folder, snapshot);
    const manifest = await readManifest(folder);
    const sha256 = createHash('sha256')
      .update(await readFile(join(folder, manifestFile)))
      .digest('hex');
    if (sha256 !== manifestSha256)
      throw new IndexError(`${join(folder, manifestFile)} is damaged: its SHA-256 differs.`);
    return { folder, manifest };
  }

  /** Removes what is not in force: snapshots that were replaced, and leftovers of builds that were killed. */
  async #sweep(): Promise<void> {
    const inForce = await this.#pointer().catch(() => undefined);
    for (const name of await readdir(this.folder)) {
      const obsolete = name.startsWith(unfinished) || (name.startsWith(finished) && name !== inForce?.snapshot);
      if (obsolete) await rm(join(this.folder, name), { recursive: true, force: true });
    }
  }
}
