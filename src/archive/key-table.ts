import { createHash } from 'node:crypto';

const FIRST_SLOTS = 1024;
const WORDS_PER_KEY = 4;

/** 128 bits of SHA-256 over the parts, which cannot run into one another. */
export function tableKey(...parts: readonly (string | number)[]): Uint32Array {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest();
  return Uint32Array.from({ length: WORDS_PER_KEY }, (_, word) => digest.readUInt32LE(word * 4));
}

/**
 * Remembers a number for a 128-bit key in 24 bytes a slot. A Map with string keys takes over a hundred,
 * which is what decides whether a crawl of a million responses fits beside a browser.
 */
export class KeyTable {
  #keys = new Uint32Array(FIRST_SLOTS * WORDS_PER_KEY);
  #values = new Float64Array(FIRST_SLOTS).fill(Number.NaN);
  #used = 0;

  get size(): number {
    return this.#used;
  }

  get(key: Uint32Array): number | undefined {
    const value = this.#values[this.#slotOf(key)];
    return value === undefined || Number.isNaN(value) ? undefined : value;
  }

  /** @param value any number but NaN, which marks an empty slot */
  set(key: Uint32Array, value: number): void {
    const slot = this.#slotOf(key);
    if (Number.isNaN(this.#values[slot])) {
      this.#used += 1;
      this.#keys.set(key, slot * WORDS_PER_KEY);
    }
    this.#values[slot] = value;
    if (this.#used * 3 > this.#values.length * 2) this.#grow();
  }

  #slotOf(key: Uint32Array): number {
    const slots = this.#values.length;
    let slot = (key[0] ?? 0) & (slots - 1);
    while (!Number.isNaN(this.#values[slot]) && !this.#holds(slot, key)) slot = (slot + 1) & (slots - 1);
    return slot;
  }

  #holds(slot: number, key: Uint32Array): boolean {
    const at = slot * WORDS_PER_KEY;
    return key.every((word, index) => this.#keys[at + index] === word);
  }

  #grow(): void {
    const keys = this.#keys;
    const values = this.#values;
    this.#keys = new Uint32Array(keys.length * 2);
    this.#values = new Float64Array(values.length * 2).fill(Number.NaN);
    values.forEach((value, slot) => {
      if (Number.isNaN(value)) return;
      const key = keys.subarray(slot * WORDS_PER_KEY, (slot + 1) * WORDS_PER_KEY);
      const target = this.#slotOf(key);
      this.#keys.set(key, target * WORDS_PER_KEY);
      this.#values[target] = value;
    });
  }
}
