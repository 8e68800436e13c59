import { createHash } from 'node:crypto';
import { decode } from '@ipld/dag-cbor';
import { CID } from 'multiformats/cid';

/** One block of a CAR file, as it stands there. */
export interface CarFrame {
  /** SHA-256, as its CID names it; valid until the next frame is asked for, as are its bytes. */
  readonly digest: Uint8Array;
  readonly bytes: Uint8Array;
  /** From 1. */
  readonly record: number;
  readonly offsetBytes: number;
}

/** No block of a repository is larger; a length beyond it is damage, and would have the rest of the file held in memory. */
const MAX_BLOCK_BYTES = 8 << 20;
/** CID of version 1, DAG-CBOR, SHA-256 of 32 bytes. */
const PREFIX = Uint8Array.of(0x01, 0x71, 0x12, 0x20);
const CID_BYTES = PREFIX.length + 32;

/** What is wrong with a file that is no CAR, or breaks off; `message` is the end of a sentence. */
export class CarError extends Error {}

/** Cuts a stream into pieces of a wanted length, and holds no more than one of them. */
class Cutter {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #rest: Uint8Array = new Uint8Array(0);
  offset = 0;

  constructor(stream: AsyncIterable<Uint8Array>) {
    this.#chunks = stream[Symbol.asyncIterator]();
  }

  /** Bytes at hand, as many as asked for where the file has them. */
  async #fill(bytes: number): Promise<boolean> {
    if (this.#rest.length >= bytes) return true;
    // A chunk is only ours until the next one.
    const pieces = [this.#rest.slice()];
    let length = this.#rest.length;
    while (length < bytes) {
      const { done, value } = await this.#chunks.next();
      if (done === true) break;
      pieces.push(value.slice());
      length += value.length;
    }
    this.#rest = Buffer.concat(pieces);
    return length >= bytes;
  }

  /** An unsigned LEB128 number; undefined at the end of the file. */
  async number(): Promise<number | undefined> {
    await this.#fill(8);
    let value = 0;
    for (let at = 0; at < 8; at += 1) {
      const byte = this.#rest[at];
      if (byte === undefined && at === 0) return undefined;
      if (byte === undefined) throw new CarError('the file ends in the middle of a block');
      value += (byte & 0x7f) * 2 ** (7 * at);
      if (byte < 0x80) {
        this.#pass(at + 1);
        return value;
      }
    }
    throw new CarError('a length is damaged');
  }

  async take(bytes: number): Promise<Uint8Array> {
    if (bytes > MAX_BLOCK_BYTES) throw new CarError(`a block of ${bytes} bytes is larger than any of a repository`);
    if (!(await this.#fill(bytes))) throw new CarError('the file ends in the middle of a block');
    const taken = this.#rest.subarray(0, bytes);
    this.#pass(bytes);
    return taken;
  }

  #pass(bytes: number): void {
    this.#rest = this.#rest.subarray(bytes);
    this.offset += bytes;
  }

  async close(): Promise<void> {
    await this.#chunks.return?.();
  }
}

/** Digest of the root that a header names; null where it names none, or none of a repository. */
function rootIn(header: Uint8Array): Uint8Array | null {
  let known: { readonly version?: unknown; readonly roots?: unknown };
  try {
    known = decode(header);
  } catch (cause) {
    throw new CarError('its header is damaged', { cause });
  }
  if (known?.version !== 1 || !Array.isArray(known.roots)) throw new CarError('it is no CAR of version 1');
  const root = CID.asCID(known.roots[0]);
  return root?.code === 0x71 && root.multihash.code === 0x12 ? root.multihash.digest : null;
}

/**
 * The root, and then every block, in the order of the file. What has a CID of another kind (a blob) is passed over.
 * @throws CarError where the file is no CAR or breaks off
 * @see https://ipld.io/specs/transport/car/carv1/
 */
export async function* readFrames(
  stream: AsyncIterable<Uint8Array>,
): AsyncGenerator<CarFrame & { readonly root: Uint8Array | null }> {
  const cutter = new Cutter(stream);
  try {
    const length = await cutter.number();
    if (length === undefined || length === 0) throw new CarError('it is empty');
    const root = rootIn(await cutter.take(length));
    for (let record = 1; ; record += 1) {
      const offsetBytes = cutter.offset;
      const size = await cutter.number();
      if (size === undefined) return;
      const frame = await cutter.take(size);
      if (frame.length < CID_BYTES || !PREFIX.every((byte, at) => frame[at] === byte)) continue;
      const digest = frame.subarray(PREFIX.length, CID_BYTES);
      yield { digest, bytes: frame.subarray(CID_BYTES), record, offsetBytes, root };
    }
  } finally {
    await cutter.close();
  }
}

/** Whether a block's bytes are those its CID was made of. */
export function isIntact({ digest, bytes }: CarFrame): boolean {
  return createHash('sha256').update(bytes).digest().equals(digest);
}
