/** A JSON object as it came over the wire. */
export type Json = Record<string, unknown>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const listOf = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Collects what is wrong with a body, under the paths of Discord's error 50035. */
export class Problems {
  readonly found: { path: string; code: string; message: string }[] = [];

  add(path: string, code: string, message: string): void {
    this.found.push({ path, code, message });
  }

  /** A string of `minimum` to `maximum` characters (code points are what Discord counts). */
  length(path: string, value: unknown, minimum: number, maximum: number): void {
    if (value === undefined || value === null) {
      if (minimum > 0) this.add(path, 'BASE_TYPE_REQUIRED', 'This field is required');
      return;
    }
    if (typeof value !== 'string') {
      this.add(path, 'STRING_TYPE_CONVERT', 'Must be a string.');
      return;
    }
    const length = [...value].length;
    if (length < minimum || length > maximum) {
      this.add(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${minimum} and ${maximum} in length. (is ${length})`);
    }
  }

  count(path: string, value: unknown, minimum: number, maximum: number): void {
    const length = Array.isArray(value) ? value.length : 0;
    if (length < minimum || length > maximum) {
      this.add(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${minimum} and ${maximum} in length. (is ${length})`);
    }
  }

  oneOf(path: string, value: unknown, allowed: readonly unknown[]): void {
    if (!allowed.includes(value))
      this.add(path, 'BASE_TYPE_CHOICES', `Value must be one of ${JSON.stringify(allowed)}.`);
  }

  /** The tree of error 50035: `{content: {_errors: [{code, message}]}}`. */
  tree(): Json {
    const root: Json = {};
    for (const { path, code, message } of this.found) {
      let node = root;
      for (const key of path.split('.')) {
        node[key] ??= {};
        node = node[key] as Json;
      }
      node._errors = [...((node._errors as unknown[] | undefined) ?? []), { code, message }];
    }
    return root;
  }

  summary(): string {
    return this.found.map(({ path, message }) => `${path}: ${message}`).join('; ');
  }
}
