import type { Json } from './validation.ts';

interface Bucket {
  readonly limit: number;
  left: number;
  resetAt: number;
}

const window = 1_000;

/** Buckets per route and major parameter with Discord's headers, and the global 50 requests a second. */
export class RateLimits {
  readonly #buckets = new Map<string, Bucket>();
  #global: Bucket = { limit: 50, left: 50, resetAt: 0 };

  /** Counts a request; returns the body of a 429 when it comes too early. */
  take(method: string, path: string, open: boolean, headers: Record<string, string>): Json | undefined {
    const now = Date.now();
    if (/^\/interactions\//.test(path)) return undefined;
    if (!open && !spend(this.#global, now)) {
      headers['X-RateLimit-Global'] = 'true';
      return refuse(this.#global, now, true, headers);
    }
    const major = /^\/(?:channels|guilds|webhooks)\/[^/]+(?:\/[\w-]{20,})?/.exec(path)?.[0] ?? '';
    const route = `${method} ${path.replace(major, '').replace(/\d{6,}/g, ':id')}`;
    const key = `${route} ${major}`;
    const bucket = this.#buckets.get(key) ?? { limit: 5, left: 5, resetAt: 0 };
    this.#buckets.set(key, bucket);
    const allowed = spend(bucket, now);
    headers['X-RateLimit-Limit'] = String(bucket.limit);
    headers['X-RateLimit-Remaining'] = String(Math.max(0, bucket.left));
    headers['X-RateLimit-Reset-After'] = String(Math.max(0, bucket.resetAt - now) / 1000);
    headers['X-RateLimit-Bucket'] = Buffer.from(route).toString('hex').slice(-32);
    if (allowed) return undefined;
    headers['X-RateLimit-Scope'] = 'user';
    return refuse(bucket, now, false, headers);
  }
}

function spend(bucket: Bucket, now: number): boolean {
  if (now >= bucket.resetAt) {
    bucket.left = bucket.limit;
    bucket.resetAt = now + window;
  }
  bucket.left -= 1;
  return bucket.left >= 0;
}

function refuse(bucket: Bucket, now: number, global: boolean, headers: Record<string, string>): Json {
  const seconds = (bucket.resetAt - now) / 1000;
  headers['Retry-After'] = String(seconds);
  return { message: 'You are being rate limited.', retry_after: seconds, global };
}
