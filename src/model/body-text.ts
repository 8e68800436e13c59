import { type HttpHeaders, headerValue } from './http.ts';

/** A page or an answer of an interface is some MB at most; more than this is no text that anybody reads. */
export const MAX_TEXT_BYTES = 64 << 20;

/** How far into a page its `meta charset` may stand. @see HTML, "determining the character encoding" */
const SNIFF_BYTES = 1024;

/**
 * A body as text, in the charset of its byte order mark, its header, or its `meta`; UTF-8 when none says.
 * @throws Error when it is larger than `maxBytes`
 */
export async function bodyText(
  body: AsyncIterable<Uint8Array>,
  headers: HttpHeaders,
  maxBytes: number,
): Promise<string> {
  const parts: Uint8Array[] = [];
  let total = 0;
  for await (const part of body) {
    total += part.length;
    if (total > maxBytes) throw new Error(`The body is larger than ${maxBytes} bytes.`);
    parts.push(Buffer.from(part));
  }
  const bytes = Buffer.concat(parts);
  return decoderFor(charsetOf(bytes, headers)).decode(bytes);
}

function charsetOf(bytes: Buffer, headers: HttpHeaders): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  const type = headerValue(headers, 'content-type') ?? '';
  const said = /charset\s*=\s*["']?([\w:.-]+)/i.exec(type)?.[1];
  if (said !== undefined) return said;
  if (!/html|xml/i.test(type)) return 'utf-8';
  const start = bytes.toString('latin1', 0, SNIFF_BYTES);
  return (
    /<meta[^>]+charset\s*=\s*["']?([\w:.-]+)|^<\?xml[^>]+encoding\s*=\s*["']([\w:.-]+)/i
      .exec(start)
      ?.slice(1)
      .find(Boolean) ?? 'utf-8'
  );
}

function decoderFor(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder('utf-8');
  }
}
