import { createHash, randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pRetry, { AbortError } from 'p-retry';
import { modelFiles } from './feature-extractor.ts';
import { hubError } from './hub-errors.ts';

export interface DownloadProgress {
  readonly stage: 'download';
  readonly file: string;
  /** Bytes of this file. */
  readonly done: number;
  /** 0 when the server does not say. */
  readonly total: number;
}

export interface DownloadOptions {
  /** Base address of the hub or a mirror. */
  readonly endpoint: string;
  readonly token?: string | undefined;
  readonly onProgress?: ((progress: DownloadProgress) => void) | undefined;
}

const temporaryPrefix = '.download-';
/** A connection that gives nothing for so long is given up. */
const stallAfter = 60_000;
const attempts = 3;

/**
 * Downloads the files of a model into a new temporary folder beside the cached models, and checks them: length, digest
 * where the hub gives one, JSON that parses. The caller renames the folder once the model has loaded, or removes it.
 * @throws EmbeddingError that says what failed, the setting that asked for it, and what works without
 */
export async function downloadModel(model: string, modelsFolder: string, options: DownloadOptions): Promise<string> {
  const temporary = join(modelsFolder, `${temporaryPrefix}${process.pid}-${randomBytes(4).toString('hex')}`);
  try {
    await mkdir(modelsFolder, { recursive: true });
    await sweep(modelsFolder);
    for (const file of modelFiles) {
      const path = join(temporary, file);
      await mkdir(dirname(path), { recursive: true });
      await pRetry(() => downloadFile(model, file, path, options), {
        retries: attempts - 1,
        minTimeout: 200,
        factor: 3,
      });
    }
    return temporary;
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    const { code } = error as NodeJS.ErrnoException;
    if (code !== undefined) throw hubError(model, `${modelsFolder} cannot be written (${code}).`, error);
    throw error;
  }
}

async function downloadFile(model: string, file: string, path: string, options: DownloadOptions): Promise<void> {
  const url = `${options.endpoint.replace(/\/+$/, '')}/${model}/resolve/main/${file}`;
  const stalled = new AbortController();
  let timer = setTimeout(() => stalled.abort(), stallAfter);
  try {
    const { response, sha256 } = await follow(model, url, options.token, stalled.signal);
    const total = response.headers.has('content-encoding') ? 0 : Number(response.headers.get('content-length') ?? 0);
    const hash = createHash('sha256');
    let done = 0;
    const watch = new Transform({
      transform(chunk: Buffer, _encoding, callback) {
        clearTimeout(timer);
        timer = setTimeout(() => stalled.abort(), stallAfter);
        hash.update(chunk);
        done += chunk.length;
        options.onProgress?.({ stage: 'download', file, done, total });
        callback(null, chunk);
      },
    });
    if (!response.body) throw new Error('no content');
    // `flush` makes the file durable before the folder gets its name.
    await pipeline(Readable.fromWeb(response.body as never), watch, createWriteStream(path, { flush: true }));
    if (total > 0 && done !== total) throw new Error(`expected ${total} bytes, got ${done}`);
    if (sha256 !== undefined && hash.digest('hex') !== sha256)
      throw new Error('its SHA-256 is not the one the hub names');
    if (file.endsWith('.json')) JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    // What no repetition mends, and what concerns this disk, is passed on as it is.
    if (error instanceof AbortError || (error as NodeJS.ErrnoException).syscall === 'write') throw error;
    if (['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    const reason = stalled.signal.aborted ? 'nothing came for a minute' : reasonOf(error);
    throw hubError(model, `${url} was not received whole (${reason}). Check the network or HF_ENDPOINT.`, error);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Follows redirections by hand: the hub names the digest of a large file (X-Linked-ETag) only in the answer that
 * redirects to the storage. The token stays with the hub's own origin.
 */
async function follow(
  model: string,
  url: string,
  token: string | undefined,
  signal: AbortSignal,
): Promise<{ response: Response; sha256: string | undefined }> {
  let sha256: string | undefined;
  let next = url;
  for (let hop = 0; hop < 6; hop++) {
    const headers: Record<string, string> = { 'accept-encoding': 'identity' };
    if (token !== undefined && new URL(next).origin === new URL(url).origin) headers.authorization = `Bearer ${token}`;
    const response = await fetch(next, { headers, redirect: 'manual', signal });
    sha256 ??= /^"?([0-9a-f]{64})"?$/.exec(response.headers.get('x-linked-etag') ?? '')?.[1];
    const location = response.headers.get('location');
    if (response.status >= 300 && response.status < 400 && location !== null) {
      await response.body?.cancel();
      next = new URL(location, next).href;
      continue;
    }
    if (response.ok) return { response, sha256 };
    await response.body?.cancel();
    throw refused(model, url, response.status);
  }
  throw new AbortError(hubError(model, `${url} redirects without end.`));
}

function refused(model: string, url: string, status: number): Error {
  if (status === 401 || status === 403)
    return new AbortError(
      hubError(model, `${url} is refused (${status}). The model does not exist, or it wants a token: set HF_TOKEN.`),
    );
  if (status === 404)
    return new AbortError(
      hubError(
        model,
        `${url} does not exist (404). Check the name; the model must have been exported for Transformers.js.`,
      ),
    );
  return new Error(`the server answered ${status}`);
}

function reasonOf(error: unknown): string {
  const { message, cause } = error as Error & { cause?: { code?: string; message?: string } };
  return cause?.code ?? cause?.message ?? message;
}

/** Removes what downloads left behind that were killed. */
async function sweep(modelsFolder: string): Promise<void> {
  for (const name of await readdir(modelsFolder)) {
    if (!name.startsWith(temporaryPrefix)) continue;
    const pid = Number(name.slice(temporaryPrefix.length).split('-')[0]);
    if (!isRunning(pid)) await rm(join(modelsFolder, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
