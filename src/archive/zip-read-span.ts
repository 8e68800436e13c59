/** What the readers of a ZIP need of a file: a FileHandle has it, and so has a window on one. */
export interface ReadableAt {
  read(buffer: Buffer, offset: number, lengthBytes: number, position: number): Promise<{ readonly bytesRead: number }>;
}

/** Reads `lengthBytes` bytes at `at`; shorter only where the file ends. */
export async function readSpan(handle: ReadableAt, at: number, lengthBytes: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(lengthBytes);
  let filled = 0;
  while (filled < lengthBytes) {
    const { bytesRead } = await handle.read(bytes, filled, lengthBytes - filled, at + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}

const CHUNK_BYTES = 1 << 20;

/**
 * Yields the bytes of `[at, end)` in order. Reads the next chunk while the last is being used.
 * A chunk's bytes are valid only until the next one is asked for.
 */
export async function* readChunks(
  handle: ReadableAt,
  at: number,
  end: number,
  signal?: AbortSignal,
): AsyncGenerator<Buffer> {
  const size = Math.min(CHUNK_BYTES, Math.max(end - at, 0));
  const buffers: Buffer[] = [];
  const bufferAt = (turn: number) => {
    buffers[turn] ??= Buffer.allocUnsafe(size);
    return buffers[turn];
  };
  const fill = (turn: number, from: number) => {
    const read = handle.read(bufferAt(turn), 0, Math.min(size, end - from), from);
    // A failure is met when the chunk is asked for; until then it must not count as unhandled.
    read.catch(() => undefined);
    return read;
  };
  let position = at;
  let turn = 0;
  let next = position < end ? fill(turn, position) : undefined;
  try {
    while (next !== undefined) {
      signal?.throwIfAborted();
      const { bytesRead } = await next;
      next = undefined;
      if (bytesRead === 0) return;
      const chunk = bufferAt(turn).subarray(0, bytesRead);
      position += bytesRead;
      turn = 1 - turn;
      if (position < end) next = fill(turn, position);
      yield chunk;
    }
  } finally {
    // A consumer that stops early must not leave a read running into a closed file.
    await next?.catch(() => undefined);
  }
}
