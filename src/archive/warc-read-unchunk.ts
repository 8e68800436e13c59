/** Takes the chunked transfer coding off bytes that come in any number of pieces. */
export interface Unchunking {
  update(bytes: Buffer): void;
  /** True once the last chunk has been met without an error. */
  isWhole(): boolean;
}

const MAX_SIZE_LINE = 1024;

/** @see RFC 9112, 7.1 */
export function startUnchunking(onBytes: (bytes: Buffer) => void): Unchunking {
  let line = '';
  let left = 0;
  let state: 'size' | 'data' | 'end' | 'bad' = 'size';
  const takeSizeByte = (byte: number) => {
    if (byte !== 0x0a) {
      line += String.fromCharCode(byte);
      if (line.length > MAX_SIZE_LINE) state = 'bad';
      return;
    }
    // The empty line is the end of the chunk before.
    const digits = line.split(';')[0]?.trim() ?? '';
    line = '';
    if (digits === '') return;
    left = /^[0-9a-fA-F]{1,12}$/.test(digits) ? Number.parseInt(digits, 16) : -1;
    state = left > 0 ? 'data' : left === 0 ? 'end' : 'bad';
  };
  return {
    update(bytes) {
      let at = 0;
      while (at < bytes.length && (state === 'size' || state === 'data')) {
        if (state === 'size') {
          takeSizeByte(bytes[at] ?? 0);
          at += 1;
          continue;
        }
        const part = bytes.subarray(at, at + left);
        onBytes(part);
        at += part.length;
        left -= part.length;
        if (left === 0) state = 'size';
      }
    },
    isWhole: () => state === 'end',
  };
}
