import { BellerophonError, IndexError } from '../errors.ts';

const explanations: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'no file may become that large',
  EROFS: 'the file system is read-only',
  EACCES: 'it is not permitted',
  EPERM: 'it is not permitted',
  ENOTDIR: 'a part of its path is a file',
  EEXIST: 'a file stands in its place',
  EIO: 'the disk has failed',
  EMFILE: 'too many files are open',
};

/** An error of the file system as one for people; others are given back as they are. */
export function asIndexError(error: unknown, dataDir: string): unknown {
  if (error instanceof BellerophonError) return error;
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (code === undefined || (error as NodeJS.ErrnoException).syscall === undefined) return error;
  return new IndexError(
    `The index cannot be written to ${dataDir}: ${explanations[code] ?? code}. ` +
      'Free the disk or point DATA_DIR to a folder that can be written.',
    { cause: error },
  );
}
