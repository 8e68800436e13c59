import { createHash } from 'node:crypto';

/** Which addresses of a family have been taken, up to its limit. Kept as 48-bit digests: a large site stays small. */
export class FamilyCounts {
  readonly #families = new Map<string, Set<number>>();

  /** @returns true when the address was taken before or there is room for it */
  take(family: string, address: string, limit: number): boolean {
    const taken = this.#families.get(family) ?? new Set<number>();
    this.#families.set(family, taken);
    const digest = mark(address);
    if (taken.has(digest)) return true;
    if (taken.size >= limit) return false;
    taken.add(digest);
    return true;
  }
}

/** 48 bits of an address's digest. */
export function mark(text: string): number {
  return createHash('sha256').update(text).digest().readUIntBE(0, 6);
}
