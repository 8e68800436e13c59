import { type ReadableAt, readSpan } from './zip-read-span.ts';

/**
 * The same file, read a window at a time: what lies close together, such as the headers of many small files, costs one
 * reading. Reads larger than the window go past it. One reader at a time.
 */
export function windowOn(handle: ReadableAt, windowBytes: number): ReadableAt {
  let held: Buffer = Buffer.alloc(0);
  let heldAt = 0;
  return {
    async read(buffer, offset, lengthBytes, position) {
      if (lengthBytes > windowBytes) return handle.read(buffer, offset, lengthBytes, position);
      if (position < heldAt || position + lengthBytes > heldAt + held.length) {
        held = await readSpan(handle, position, windowBytes);
        heldAt = position;
      }
      const from = position - heldAt;
      const bytesRead = held.copy(buffer, offset, from, from + lengthBytes);
      return { bytesRead };
    },
  };
}
