/** Pieces of bytes one behind the other in large slabs: hundreds of thousands of small buffers cost more than what is in them. */
export class ByteStore {
  readonly #slabs: Buffer[] = [];
  readonly #slabBytes = 4 << 20;
  #used = this.#slabBytes;

  /** @returns where it is */
  add(bytes: Uint8Array): number {
    const needed = bytes.length + 4;
    if (needed > this.#slabBytes) return -1;
    if (this.#used + needed > this.#slabBytes) {
      this.#slabs.push(Buffer.allocUnsafeSlow(this.#slabBytes));
      this.#used = 0;
    }
    const slab = this.#slabs.at(-1) as Buffer;
    const place = (this.#slabs.length - 1) * this.#slabBytes + this.#used;
    slab.writeUInt32LE(bytes.length, this.#used);
    slab.set(bytes, this.#used + 4);
    this.#used += needed;
    return place;
  }

  at(place: number): Buffer {
    const slab = this.#slabs[Math.floor(place / this.#slabBytes)] ?? Buffer.alloc(4);
    const start = place % this.#slabBytes;
    return slab.subarray(start + 4, start + 4 + slab.readUInt32LE(start));
  }
}

const DIGEST_BYTES = 32;

/**
 * A number for each digest, in about 60 bytes a piece: a Map of strings takes three times as much, and a repository has a
 * million of them.
 */
export class DigestIndex {
  #slots = new Int32Array(1024).fill(-1);
  #digests: Buffer = Buffer.allocUnsafeSlow(512 * DIGEST_BYTES);
  #values = new Float64Array(512);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Row of a digest, from 0; -1 when it is not there. */
  rowOf(digest: Uint8Array): number {
    return this.#slots[this.#slotOf(digest)] ?? -1;
  }

  get(digest: Uint8Array): number | undefined {
    const row = this.rowOf(digest);
    return row === -1 ? undefined : this.#values[row];
  }

  set(digest: Uint8Array, value: number): void {
    if (this.#size * 2 >= this.#slots.length) this.#grow();
    const slot = this.#slotOf(digest);
    let row = this.#slots[slot] ?? -1;
    if (row === -1) {
      row = this.#size;
      this.#size += 1;
      this.#slots[slot] = row;
      this.#digests.set(digest, row * DIGEST_BYTES);
    }
    this.#values[row] = value;
  }

  valueAt(row: number): number {
    return this.#values[row] ?? 0;
  }

  digestAt(row: number): Uint8Array {
    return this.#digests.subarray(row * DIGEST_BYTES, (row + 1) * DIGEST_BYTES);
  }

  /** Digests are evenly spread by themselves: their first bytes are as good as any hash. */
  #slotOf(digest: Uint8Array): number {
    const mask = this.#slots.length - 1;
    const [a = 0, b = 0, c = 0, d = 0] = digest;
    for (let slot = (a | (b << 8) | (c << 16) | (d << 24)) & mask; ; slot = (slot + 1) & mask) {
      const row = this.#slots[slot] ?? -1;
      if (row === -1 || this.#isAt(row, digest)) return slot;
    }
  }

  #isAt(row: number, digest: Uint8Array): boolean {
    const start = row * DIGEST_BYTES;
    return this.#digests.compare(digest, 0, DIGEST_BYTES, start, start + DIGEST_BYTES) === 0;
  }

  #grow(): void {
    const rows = this.#slots.length;
    const digests = Buffer.allocUnsafeSlow(rows * DIGEST_BYTES);
    digests.set(this.#digests.subarray(0, this.#size * DIGEST_BYTES));
    const values = new Float64Array(rows);
    values.set(this.#values.subarray(0, this.#size));
    this.#digests = digests;
    this.#values = values;
    this.#slots = new Int32Array(rows * 2).fill(-1);
    for (let row = 0; row < this.#size; row += 1) this.#slots[this.#slotOf(this.digestAt(row))] = row;
  }
}
