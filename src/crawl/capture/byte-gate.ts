/** Lets through as many bytes at once as memory should hold; what is larger than that goes alone. */
export class ByteGate {
  readonly #mostBytes: number;
  readonly #waiting: (() => void)[] = [];
  #insideBytes = 0;

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes;
  }

  /** Runs `work` when there is room for `bytes`, first come first served. */
  async through<T>(bytes: number, work: () => Promise<T>): Promise<T> {
    while (this.#insideBytes > 0 && this.#insideBytes + bytes > this.#mostBytes) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    this.#insideBytes += bytes;
    try {
      return await work();
    } finally {
      this.#insideBytes -= bytes;
      for (const wake of this.#waiting.splice(0)) wake();
    }
  }
}
