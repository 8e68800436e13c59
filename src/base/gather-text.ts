/** All of a small text that comes in pieces of UTF-8. */
export async function gatherText(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const piece of pieces) chunks.push(Uint8Array.from(piece));
  return Buffer.concat(chunks).toString('utf8');
}
