import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type ByteRange, ifNoneMatchHits, ifRangeHolds, parseRange } from './byte-range.ts';
import type { WaczFile } from './wacz-file.ts';

/** Answers a GET or HEAD for the WACZ: 200, 206, 304 or 416. Resolves when all is sent or the browser has gone. */
export async function sendWacz(request: IncomingMessage, response: ServerResponse, wacz: WaczFile): Promise<void> {
  response.setHeader('Content-Type', 'application/wacz+zip');
  response.setHeader('Accept-Ranges', 'bytes');
  response.setHeader('ETag', wacz.etag);
  response.setHeader('Last-Modified', wacz.lastModified);
  response.setHeader('Cache-Control', 'no-cache');
  if (ifNoneMatchHits(request.headers['if-none-match'], wacz.etag)) {
    response.writeHead(304).end();
    return;
  }
  const range = askedRange(request, wacz);
  if (range === 'unsatisfiable') {
    response.writeHead(416, { 'Content-Range': `bytes */${wacz.sizeBytes}`, 'Content-Length': 0 }).end();
    return;
  }
  await sendRange(request, response, wacz, range);
}

/** Only GET knows ranges; a HEAD is answered for the whole. @see RFC 9110, section 14.2 */
function askedRange(request: IncomingMessage, wacz: WaczFile): ByteRange | 'whole' | 'unsatisfiable' {
  if (request.method !== 'GET' || !ifRangeHolds(singleHeader(request, 'if-range'), wacz)) return 'whole';
  return parseRange(request.headers.range, wacz.sizeBytes);
}

/** Node's types allow a list here; a header that came twice has no meaning and is passed over. */
function singleHeader(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? undefined : value;
}

async function sendRange(
  request: IncomingMessage,
  response: ServerResponse,
  wacz: WaczFile,
  range: ByteRange | 'whole',
): Promise<void> {
  const { first, last } = range === 'whole' ? { first: 0, last: wacz.sizeBytes - 1 } : range;
  response.setHeader('Content-Length', last - first + 1);
  if (range === 'whole') response.writeHead(200);
  else response.writeHead(206, { 'Content-Range': `bytes ${first}-${last}/${wacz.sizeBytes}` });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  await pipeline(Readable.from(wacz.read(first, last), { objectMode: false }), response);
}
