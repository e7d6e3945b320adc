import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import lockfile from 'proper-lockfile';

/** A builder that was killed keeps its lock for this long; a living one renews it twice as often. */
const staleAfter = 5000;
const retryEvery = 250;

/**
 * Runs `work` while no other process runs its own for the same folder; waits for as long as that takes.
 * The snapshot store stays sound even if two ran at once: the lock saves work, not correctness.
 */
export async function withBuildLock<T>(folder: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  await mkdir(folder, { recursive: true });
  const release = await acquire(folder, signal);
  try {
    return await work();
  } finally {
    // Fails only when the lock was taken over, as after a long suspension; the work is done either way.
    await release().catch(() => undefined);
  }
}

async function acquire(folder: string, signal?: AbortSignal): Promise<() => Promise<void>> {
  for (;;) {
    signal?.throwIfAborted();
    try {
      return await lockfile.lock(folder, {
        lockfilePath: join(folder, 'build.lock'),
        stale: staleAfter,
        update: staleAfter / 4,
        // A lock lost to another process after a suspension must not end this one.
        onCompromised: () => undefined,
      });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ELOCKED') throw error;
      await new Promise((resolve) => setTimeout(resolve, retryEvery));
    }
  }
}
