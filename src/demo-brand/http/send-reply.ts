import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { parseByteRange } from './byte-range.ts';
import type { Reply } from './reply.ts';

const CHUNK_BYTES = 4096;

/** Answers one request: delay, then 304, 206 or 416 where they apply, then gzip where the browser takes it. */
export async function sendReply(request: IncomingMessage, response: ServerResponse, reply: Reply): Promise<void> {
  if (reply.delayMs !== undefined && reply.delayMs > 0) await sleep(reply.delayMs, undefined, { ref: false });
  const final = compressed(request, ranged(request, conditional(request, reply)));
  for (const [name, value] of Object.entries(final.headers)) {
    response.setHeader(name, typeof value === 'string' ? value : [...value]);
  }
  if (final.chunked !== true && final.status !== 304) response.setHeader('Content-Length', final.body.length);
  response.writeHead(final.status);
  if (request.method !== 'HEAD' && final.status !== 304) await writeBody(response, final);
  response.end();
}

function conditional(request: IncomingMessage, reply: Reply): Reply {
  const etag = reply.headers.ETag;
  const asked = request.headers['if-none-match'];
  if (reply.status !== 200 || typeof etag !== 'string' || asked === undefined) return reply;
  const tags = asked.split(',').map((tag) => opaque(tag.trim()));
  if (!tags.includes(opaque(etag)) && !tags.includes('*')) return reply;
  const { 'Content-Type': _, ...headers } = reply.headers;
  return { status: 304, headers, body: Buffer.alloc(0) };
}

function ranged(request: IncomingMessage, reply: Reply): Reply {
  if (reply.ranges !== true || reply.status !== 200) return reply;
  const headers = { ...reply.headers, 'Accept-Ranges': 'bytes' };
  const ifRange = request.headers['if-range'];
  const asked = ifRange === undefined || ifRange === reply.headers.ETag ? request.headers.range : undefined;
  const range = parseByteRange(asked, reply.body.length);
  if (range === 'whole') return { ...reply, headers };
  if (range === 'unsatisfiable') {
    const contentRange = `bytes */${reply.body.length}`;
    return { status: 416, headers: { ...headers, 'Content-Range': contentRange }, body: Buffer.alloc(0) };
  }
  return {
    status: 206,
    headers: { ...headers, 'Content-Range': `bytes ${range.start}-${range.end}/${reply.body.length}` },
    body: reply.body.subarray(range.start, range.end + 1),
  };
}

function compressed(request: IncomingMessage, reply: Reply): Reply {
  const type = String(reply.headers['Content-Type'] ?? '');
  if (!/^(text\/|application\/(json|xml|rss|javascript)|image\/svg)/.test(type) || reply.status === 304) return reply;
  const headers = { ...reply.headers, Vary: 'Accept-Encoding' };
  const accepts = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  if (!accepts || reply.body.length < 256) return { ...reply, headers };
  return { ...reply, headers: { ...headers, 'Content-Encoding': 'gzip' }, body: gzipSync(reply.body) };
}

async function writeBody(response: ServerResponse, reply: Reply): Promise<void> {
  const step = reply.chunked === true ? CHUNK_BYTES : Math.max(1, reply.body.length);
  for (let at = 0; at < reply.body.length && !response.destroyed; at += step) {
    if (!response.write(reply.body.subarray(at, at + step))) await drained(response);
  }
}

async function drained(response: ServerResponse): Promise<void> {
  const gone = new AbortController();
  try {
    await Promise.race([
      once(response, 'drain', { signal: gone.signal }),
      once(response, 'close', { signal: gone.signal }),
    ]);
  } finally {
    gone.abort();
  }
}

function opaque(etag: string): string {
  return etag.replace(/^W\//, '');
}
