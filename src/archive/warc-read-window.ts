/** The unread part of a stream of bytes, held in one piece. */
export interface ByteWindow {
  /** Where the first unread byte stands in the stream. */
  offset(): number;
  /** All unread bytes now in memory; valid until the next call of `more`. */
  bytes(): Buffer;
  /** Adds the next chunk to what is unread. False when the stream has ended. */
  more(): Promise<boolean>;
  skip(lengthBytes: number): void;
}

/** Opens a window over chunks, which it copies, so that they may be reused after each step. */
export function openWindow(chunks: AsyncIterator<Buffer>): ByteWindow {
  let room: Buffer = Buffer.alloc(0);
  let [start, end, offset] = [0, 0, 0];
  const makeRoom = (lengthBytes: number) => {
    if (end + lengthBytes <= room.length) return;
    const unread = end - start;
    const target = unread + lengthBytes <= room.length ? room : Buffer.allocUnsafe((unread + lengthBytes) * 2);
    room.copy(target, 0, start, end);
    room = target;
    [start, end] = [0, unread];
  };
  return {
    offset: () => offset,
    bytes: () => room.subarray(start, end),
    async more() {
      const next = await chunks.next();
      if (next.done === true) return false;
      makeRoom(next.value.length);
      next.value.copy(room, end);
      end += next.value.length;
      return true;
    },
    skip(lengthBytes) {
      start += lengthBytes;
      offset += lengthBytes;
    },
  };
}
