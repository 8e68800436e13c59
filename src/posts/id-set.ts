import { hash } from 'node:crypto';

const FIRST_SLOTS = 1 << 12;

/**
 * Which ids have been seen, by 64 bits of each: sixteen bytes an id instead of a hundred, and no id keeps the record alive that
 * it was cut out of. Two of a million ids are taken for one with a chance of one in thirty million.
 */
export class IdSet {
  #slots = new Uint32Array(FIRST_SLOTS * 2);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** @returns true when the id was not there before */
  add(id: string): boolean {
    if (this.#size * 2 > this.#slots.length / 2) this.#grow();
    const [high, low] = hash64(id);
    const isNew = put(this.#slots, high, low);
    if (isNew) this.#size += 1;
    return isNew;
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new Uint32Array(before.length * 2);
    for (let at = 0; at < before.length; at += 2) {
      const [high, low] = [before[at] ?? 0, before[at + 1] ?? 0];
      if (high !== 0 || low !== 0) put(this.#slots, high, low);
    }
  }
}

function put(slots: Uint32Array, high: number, low: number): boolean {
  const mask = slots.length / 2 - 1;
  for (let slot = low & mask; ; slot = (slot + 1) & mask) {
    const at = slot * 2;
    if (slots[at] === high && slots[at + 1] === low) return false;
    if (slots[at] === 0 && slots[at + 1] === 0) {
      slots[at] = high;
      slots[at + 1] = low;
      return true;
    }
  }
}

/** The first 64 bits of SHA-256; never 0 and 0, which means an empty slot. */
function hash64(text: string): readonly [high: number, low: number] {
  const digest = hash('sha256', text, 'buffer');
  const [high, low] = [digest.readUInt32LE(0), digest.readUInt32LE(4)];
  return [high, high === 0 && low === 0 ? 1 : low];
}
