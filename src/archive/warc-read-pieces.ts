/** What is unpacked of one piece lies in memory at once: deflate grows it a thousand times at most. */
const PIECE_BYTES = 1 << 16;

/**
 * The same bytes in small pieces that stay valid: warcio keeps hold of what it was given, and unpacks a piece as a whole.
 */
export async function* ownedPieces(chunks: AsyncIterable<Buffer>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += PIECE_BYTES) yield Buffer.from(chunk.subarray(at, at + PIECE_BYTES));
  }
}
