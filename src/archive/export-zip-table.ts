import type { ExportFile } from '../model/official-export.ts';
import type { OpenZip } from './export-zip-directory.ts';
import { readPackedFile } from './export-zip-entry.ts';
import { DEFLATED, STORED, type ZipEntry } from './zip-read-types.ts';

/** What the header at a file itself added to what the directory says. */
export interface LocalCheck {
  readonly dataAt: number;
  /** Why the file cannot be read, if that is known already. */
  readonly trouble: string | undefined;
}

/**
 * Where and how a ZIP's files are packed, in columns: of a million files, an object with eight numbers for each would be
 * half of the memory.
 */
export class PackedTable {
  readonly #zip: OpenZip;
  readonly #starts: Float64Array;
  readonly #places: Float64Array;
  readonly #compressedBytes: Float64Array;
  readonly #bytes: Float64Array;
  readonly #crcs: Uint32Array;
  readonly #deflated: Uint8Array;
  readonly #troubles = new Map<number, string>();
  #count = 0;

  constructor(zip: OpenZip, capacity: number) {
    this.#zip = zip;
    this.#starts = new Float64Array(capacity);
    this.#places = new Float64Array(capacity);
    this.#compressedBytes = new Float64Array(capacity);
    this.#bytes = new Float64Array(capacity);
    this.#crcs = new Uint32Array(capacity);
    this.#deflated = new Uint8Array(capacity);
  }

  /** Remembers a stored or deflated file, and gives what opens it. */
  add(path: string, entry: ZipEntry, { dataAt, trouble }: LocalCheck): ExportFile['open'] {
    const index = this.#count;
    this.#count += 1;
    this.#starts[index] = entry.at;
    this.#places[index] = dataAt;
    this.#compressedBytes[index] = entry.compressedBytes;
    this.#bytes[index] = entry.bytes;
    this.#crcs[index] = entry.crc;
    this.#deflated[index] = Number(entry.method === DEFLATED);
    if (trouble !== undefined) this.#troubles.set(index, trouble);
    return this.#opener(index, path);
  }

  /** By itself, so that what it keeps is these two and nothing of the entry. */
  #opener(index: number, path: string): ExportFile['open'] {
    return (signal) => this.#read(index, path, signal);
  }

  #read(index: number, name: string, signal: AbortSignal | undefined): AsyncIterable<Uint8Array> {
    const file = {
      name,
      at: this.#starts[index] ?? 0,
      method: this.#deflated[index] === 1 ? DEFLATED : STORED,
      compressedBytes: this.#compressedBytes[index] ?? 0,
      bytes: this.#bytes[index] ?? 0,
      crc: this.#crcs[index] ?? 0,
      dataAt: this.#places[index] ?? 0,
      trouble: this.#troubles.get(index),
    };
    return readPackedFile(this.#zip, file, signal);
  }
}
