import type { NamesFileEntry } from './names-file.ts';

/** What names.yml says of one name. */
export interface Owner {
  readonly entry: NamesFileEntry;
  /** Keys that must never join this name. */
  readonly banned: ReadonlySet<string>;
}

/** Disjoint sets of spellings; a union that names.yml forbids is refused. */
export class Clusters {
  readonly #parents = new Map<string, string>();
  readonly #members = new Map<string, string[]>();
  readonly #owners = new Map<string, Owner>();

  constructor(keys: Iterable<string>) {
    for (const key of keys) this.add(key);
  }

  add(key: string): void {
    if (this.#parents.has(key)) return;
    this.#parents.set(key, key);
    this.#members.set(key, [key]);
  }

  has(key: string): boolean {
    return this.#parents.has(key);
  }

  find(key: string): string {
    let root = key;
    while (this.#parents.get(root) !== root) root = this.#parents.get(root)!;
    let step = key;
    while (step !== root) {
      const next = this.#parents.get(step)!;
      this.#parents.set(step, root);
      step = next;
    }
    return root;
  }

  members(key: string): readonly string[] {
    return this.#members.get(this.find(key))!;
  }

  own(key: string, owner: Owner): void {
    this.#owners.set(this.find(key), owner);
  }

  owner(key: string): Owner | undefined {
    return this.#owners.get(this.find(key));
  }

  same(left: string, right: string): boolean {
    return this.find(left) === this.find(right);
  }

  /** Makes two sets one; false when names.yml holds them apart. */
  union(left: string, right: string): boolean {
    const [one, other] = [this.find(left), this.find(right)];
    if (one === other) return true;
    const [ownerOfOne, ownerOfOther] = [this.#owners.get(one), this.#owners.get(other)];
    if (ownerOfOne !== undefined && ownerOfOther !== undefined) return false;
    if (ownerOfOne !== undefined && this.members(other).some((key) => ownerOfOne.banned.has(key))) return false;
    if (ownerOfOther !== undefined && this.members(one).some((key) => ownerOfOther.banned.has(key))) return false;
    this.#parents.set(other, one);
    this.#members.set(one, [...this.#members.get(one)!, ...this.#members.get(other)!]);
    this.#members.delete(other);
    const owner = ownerOfOne ?? ownerOfOther;
    this.#owners.delete(other);
    if (owner !== undefined) this.#owners.set(one, owner);
    return true;
  }

  groups(): Iterable<readonly string[]> {
    return this.#members.values();
  }
}
