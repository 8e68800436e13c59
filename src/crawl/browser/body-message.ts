/** A body as the browser sent it, taken out of its message without ever being one large string. */
export interface BodyMessage {
  readonly id: number;
  readonly bytes: Buffer;
}

const leastBytes = 64 * 1024;
const chunkCharacters = 64 * 1024;
const head = /^\{"id":(\d+),"result":\{"body":"/;
const tail = /^","base64Encoded":true\}(?:,"sessionId":"[0-9A-F]+")?\}$/;
const quote = 0x22;

/**
 * Reads a large answer to `getResponseBody` straight from the socket's bytes. As JSON it would stand in memory three
 * times over, as text, as base64 and as bytes, and a page of photographs would need hundreds of megabytes.
 * @returns undefined when the message is small or something else
 */
export function readBodyMessage(data: Buffer): BodyMessage | undefined {
  if (data.length < leastBytes) return undefined;
  const opening = head.exec(data.subarray(0, 64).toString('latin1'));
  if (!opening) return undefined;
  const start = opening[0].length;
  const end = data.lastIndexOf('","base64Encoded":true', undefined, 'latin1');
  if (end < start || data[end] !== quote || !tail.test(data.subarray(end).toString('latin1'))) return undefined;
  return { id: Number(opening[1]), bytes: decodeBase64(data.subarray(start, end)) };
}

function decodeBase64(text: Buffer): Buffer {
  const padding = text.at(-2) === 0x3d ? 2 : text.at(-1) === 0x3d ? 1 : 0;
  const bytes = Buffer.allocUnsafeSlow((text.length / 4) * 3 - padding);
  let written = 0;
  for (let at = 0; at < text.length; at += chunkCharacters) {
    written += bytes.write(text.subarray(at, at + chunkCharacters).toString('latin1'), written, 'base64');
  }
  return bytes;
}
