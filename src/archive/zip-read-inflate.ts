import { createInflateRaw } from 'node:zlib';

/** A raw deflate stream being unpacked piece by piece. */
export interface Inflating {
  /** Unpacks more input. `ended` once the stream's last block is done; input after it is not consumed. */
  push(input: Buffer): Promise<'more' | 'ended'>;
  /** Says that no input is left. False when the stream is not complete. */
  finish(): Promise<boolean>;
  /** Input bytes that belong to the stream, as far as it has been unpacked. */
  consumedBytes(): number;
  close(): void;
}

const OUTPUT_BYTES = 1 << 18;

/**
 * Unpacks raw deflate; `onBytes` gets the output in order, before the `push` that caused it settles.
 * `push` rejects with zlib's error when the data is not deflate.
 */
export function startInflating(onBytes: (bytes: Buffer) => void): Inflating {
  const inflate = createInflateRaw({ chunkSize: OUTPUT_BYTES });
  let ended = false;
  let failure: Error | undefined;
  let settle: (() => void) | undefined;
  inflate.on('data', onBytes);
  inflate.on('end', () => {
    ended = true;
    settle?.();
  });
  inflate.on('error', (error) => {
    failure = error;
    settle?.();
  });
  const settled = (start: (done: () => void) => void) =>
    new Promise<void>((resolve) => {
      settle = resolve;
      // zlib does not call back for the input in which the stream ends; the `end` event comes instead.
      if (ended || failure !== undefined) resolve();
      else start(resolve);
    });
  return {
    async push(input) {
      await settled((done) => inflate.write(input, () => done()));
      if (failure !== undefined) throw failure;
      return ended ? 'ended' : 'more';
    },
    async finish() {
      await settled(() => inflate.end());
      return failure === undefined;
    },
    consumedBytes: () => inflate.bytesWritten,
    close: () => inflate.destroy(),
  };
}
