import { Readable } from 'node:stream';
import type { ExportFile } from '../model/official-export.ts';
import { ZipStream } from './zip-stream.ts';

/** The first day a ZIP knows, for every file: a copied folder has other dates, and is the same export. */
const FIXED_DATE = new Date('1980-01-01T00:00:00Z');

/**
 * The bytes of a ZIP of these files, for keeping a folder as one file. The same paths and contents give the same bytes, in
 * whatever order, on whatever day: stored, sorted by path. Holds a chunk at a time and waits for whoever reads it.
 * @param files of one part, as an export tree lists them: what the tree refused is not in it
 * @throws what opening a file throws; the signal's reason
 */
export async function* packFolder(files: readonly ExportFile[], signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  const handover = new Handover();
  const zip = new ZipStream({ write: (chunk) => handover.give(chunk), date: FIXED_DATE });
  const packed = packAll(zip, files, signal).then(
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

async function packAll(zip: ZipStream, files: readonly ExportFile[], signal: AbortSignal | undefined): Promise<void> {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)));
  for (const file of sorted) {
    signal?.throwIfAborted();
    await addFile(zip, file, signal);
  }
  await zip.finish();
}

async function addFile(zip: ZipStream, file: ExportFile, signal: AbortSignal | undefined): Promise<void> {
  let failure: { readonly error: unknown } | undefined;
  async function* read(): AsyncGenerator<Uint8Array> {
    try {
      // A chunk may change once the next is asked for, and the packer reads ahead.
      for await (const chunk of file.open(signal)) yield Buffer.from(chunk);
    } catch (error) {
      failure = { error };
      throw error;
    }
  }
  try {
    await zip.add(file.path, Readable.from(read(), { objectMode: false }));
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
