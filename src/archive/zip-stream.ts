import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { Readable, Transform } from 'node:stream';
import { ZipArchive } from 'archiver';
import type { PackedResource } from './datapackage.ts';

export interface ZipStreamOptions {
  /** Takes the ZIP's bytes in order; the next chunk waits for it. */
  readonly write: (chunk: Uint8Array) => Promise<void>;
  /** The one date all entries carry, UTC, to two seconds, 1980–2043. */
  readonly date: Date;
  /** Writes the ZIP64 end of the directory even when nothing asks for it. */
  readonly forceZip64?: boolean;
}

/**
 * A ZIP in a form that leaves no bit to choice, so that a changed bit anywhere is a changed meaning somewhere:
 *
 * - entries lie one after another from byte 0, the central directory follows in the same order, then its end;
 * - every entry is STOREd. That is a must for WARC and gzip (replay reads them by range), and a deflate stream ends in
 *   padding bits that nothing checks, so the rest is stored too;
 * - made by 3.45 (Unix), needed 2.0, flags 0x0008 (sizes and CRC in a data descriptor with its signature and zero in the
 *   local header), one date, mode 0100644 with the archive bit: external attributes 0x81A40020, internal ones 0;
 * - no comment, no extra field, no directory entries, ASCII names;
 * - an entry of 4 GiB or more, or beginning beyond 4 GiB, has needed 4.5 and one extra field in the central directory:
 *   0x0001 with size, compressed size and offset, 24 bytes, the three fields it replaces all being 0xFFFFFFFF. Its local
 *   header stays as above; the descriptor has eight-byte sizes if the entry itself is that large. The ZIP64 end and its
 *   locator are there when the directory begins or measures beyond 4 GiB or lists more than 65535 entries, and then all
 *   three numbers in the plain end are all ones.
 */
export class ZipStream {
  readonly #archive: ZipArchive;
  readonly #date: Date;
  readonly #written: Promise<void>;

  constructor({ write, date, forceZip64 = false }: ZipStreamOptions) {
    this.#date = date;
    this.#archive = new ZipArchive({ store: true, forceZip64 });
    this.#written = drain(this.#archive, write);
    // Its failure is met where the stream is next used; until then it must not count as nobody's.
    this.#written.catch(() => undefined);
  }

  /** Adds an entry and waits until it has gone through. */
  async add(path: string, source: Readable): Promise<PackedResource> {
    const hash = createHash('sha256');
    let bytes = 0;
    const measured = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        bytes += chunk.length;
        done(null, chunk);
      },
    });
    // The archiver does not hear of an error in a source, it would wait for ever.
    source.on('error', (error) => this.#archive.destroy(error));
    const entered = once(this.#archive, 'entry');
    this.#archive.append(source.pipe(measured), { name: path, date: this.#date, mode: 0o644, store: true });
    try {
      await Promise.race([entered, this.#endedEarly()]);
    } finally {
      entered.catch(() => undefined);
      source.destroy();
    }
    return { path, bytes, hash: `sha256:${hash.digest('hex')}` };
  }

  async addText(path: string, text: string): Promise<PackedResource> {
    return this.add(path, Readable.from([Buffer.from(text, 'utf8')], { objectMode: false }));
  }

  async finish(): Promise<void> {
    this.#archive.finalize().catch(() => undefined);
    await this.#written;
  }

  /** Gives up; nothing more is written. Safe to call after `finish`. */
  destroy(): void {
    this.#archive.abort();
    this.#archive.destroy();
  }

  async #endedEarly(): Promise<never> {
    await this.#written;
    throw new Error('The ZIP ended before its last entry.');
  }
}

async function drain(archive: ZipArchive, write: (chunk: Uint8Array) => Promise<void>): Promise<void> {
  for await (const chunk of archive) await write(chunk as Buffer);
}
