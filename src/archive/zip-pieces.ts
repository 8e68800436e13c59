import { Readable } from 'node:stream';
import type { PackedResource } from './datapackage.ts';
import { ZipStream } from './zip-stream.ts';

/**
 * The bytes of a ZIP that `fill` writes, a chunk at a time: `fill` waits for whoever reads it.
 * @param date the one date of all entries, see ZipStream
 * @throws what `fill` throws
 */
export async function* zipPieces(date: Date, fill: (zip: ZipStream) => Promise<void>): AsyncGenerator<Uint8Array> {
  const handover = new Handover();
  const zip = new ZipStream({ write: (chunk) => handover.give(chunk), date });
  const packed = fill(zip)
    .then(() => zip.finish())
    .then(
      () => handover.end(),
      (error: unknown) => handover.end({ error }),
    );
  try {
    for (let chunk = await handover.take(); chunk !== undefined; chunk = await handover.take()) yield chunk;
  } finally {
    handover.leave();
    zip.destroy();
    await packed;
  }
}

/** Adds what comes in pieces; throws what its source throws. */
export async function addPieces(
  zip: ZipStream,
  path: string,
  pieces: AsyncIterable<Uint8Array>,
): Promise<PackedResource> {
  let failure: { readonly error: unknown } | undefined;
  async function* read(): AsyncGenerator<Uint8Array> {
    try {
      // A chunk may change once the next is asked for, and the packer reads ahead.
      for await (const chunk of pieces) yield Buffer.from(chunk);
    } catch (error) {
      failure = { error };
      throw error;
    }
  }
  try {
    return await zip.add(path, Readable.from(read(), { objectMode: false }));
  } catch (error) {
    // The packer wraps errors of its sources, or only says that it stopped.
    throw failure === undefined ? error : failure.error;
  }
}

/** Passes one chunk at a time from a writer to a reader; the writer waits until it was taken. */
class Handover {
  #chunk: Uint8Array | undefined;
  #ended: { readonly error?: unknown } | undefined;
  #left = false;
  #wakeReader: (() => void) | undefined;
  #wakeWriter: (() => void) | undefined;

  async give(chunk: Uint8Array): Promise<void> {
    if (this.#left) throw new Error('Nobody reads the ZIP any more.');
    this.#chunk = chunk;
    this.#wakeReader?.();
    await new Promise<void>((resolve) => {
      this.#wakeWriter = resolve;
    });
  }

  end(outcome: { readonly error?: unknown } = {}): void {
    this.#ended = outcome;
    this.#wakeReader?.();
  }

  /** Undefined at the end. Asking again says that the last chunk was used. */
  async take(): Promise<Uint8Array | undefined> {
    this.#wakeWriter?.();
    while (this.#chunk === undefined && this.#ended === undefined) {
      await new Promise<void>((resolve) => {
        this.#wakeReader = resolve;
      });
    }
    if (this.#ended !== undefined && 'error' in this.#ended) throw this.#ended.error;
    const chunk = this.#chunk;
    this.#chunk = undefined;
    return chunk;
  }

  leave(): void {
    this.#left = true;
    this.#wakeWriter?.();
  }
}
