const FIRST_BYTES = 1 << 14;

/** Places of rows, a bit for each: those of a million posts are some hundred KB, where their ids would be a hundred MB. */
export class PlaceSet {
  #bits = new Uint8Array(FIRST_BYTES);

  has(place: number): boolean {
    return ((this.#bits[place >>> 3] ?? 0) & (1 << (place & 7))) !== 0;
  }

  add(place: number): void {
    const at = place >>> 3;
    if (at >= this.#bits.length) {
      const larger = new Uint8Array(Math.max(at + 1, this.#bits.length * 2));
      larger.set(this.#bits);
      this.#bits = larger;
    }
    this.#bits[at] = (this.#bits[at] ?? 0) | (1 << (place & 7));
  }
}
