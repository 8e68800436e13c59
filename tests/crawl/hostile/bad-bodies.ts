import { brotliCompressSync, constants, deflateRawSync, gzipSync } from 'node:zlib';
import { bytes, html, png } from '../../support/fixtures.ts';
import type { Route } from '../../support/test-site.ts';

/** Sends until the other side has had enough. */
function endless(type: string, chunk: Buffer | string, pauseMs: number, headers: Record<string, string> = {}): Route {
  return (_request, response) => {
    response.writeHead(200, { 'content-type': type, ...headers });
    const send = () => {
      if (response.closed) return;
      if (response.write(chunk)) setTimeout(send, pauseMs);
      else response.once('drain', () => setTimeout(send, pauseMs));
    };
    send();
  };
}

/** One megabyte of spaces after a full flush: it can be repeated within one stream as often as one likes. */
const flushed = deflateRawSync(Buffer.alloc(1 << 20, ' '), { finishFlush: constants.Z_FULL_FLUSH });
const gzipHead = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);
/** 10 GB in 10 MB. */
const bomb = Buffer.concat([gzipHead, ...Array.from({ length: 10_000 }, () => flushed)]);
const nested = gzipSync(gzipSync(bomb));

function packedAs(type: string, encoding: string, body: Buffer): Route {
  return bytes(body, type, { 'content-encoding': encoding });
}

const packed = brotliCompressSync(Buffer.alloc(300 << 20, 'a'));

/** Bodies without end, packed beyond reason, or of another kind than they say. */
export const badBodies: Record<string, Route> = {
  '/bad/endless-page': endless('text/html', '<p>and on</p>', 20),
  '/bad/fast-endless-page': endless('text/html', Buffer.alloc(1 << 20, 'x'), 0),
  '/bad/endless-image': html('<p>One picture never ends.</p><img src="/bad/endless.png"><img src="/bad/endless.bin">'),
  '/bad/endless.png': endless('image/png', png(200, 200), 5),
  '/bad/endless.bin': endless('application/octet-stream', Buffer.alloc(100_000), 5),
  '/bad/bomb-page': packedAs('text/html', 'gzip', bomb),
  '/bad/nested-part': html('<p>A script that is packed three times.</p><script src="/bad/nested.js" async></script>'),
  '/bad/nested.js': packedAs('text/javascript', 'gzip, gzip, gzip', nested),
  '/bad/brotli-part': html('<p>300 MB in a few hundred bytes.</p><img src="/bad/brotli.svg">'),
  '/bad/brotli.svg': packedAs('image/svg+xml', 'br', packed),
  '/bad/torn-gzip': (_request, response) => {
    const body = gzipSync(html('x'.repeat(100_000)));
    response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' });
    response.write(body.subarray(0, body.length - 30));
    setTimeout(() => response.destroy(), 20);
  },
  '/bad/wrong-charset': (_request, response) => {
    const body = Buffer.concat([
      Buffer.from(html('<p>Bytes that are no text: ')),
      Buffer.from([0xff, 0xfe, 0xc3, 0x28, 0xed]),
    ]);
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-7-nonsense', 'content-length': body.length });
    response.end(body);
  },
  '/bad/picture-as-page': (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(png(30, 30));
  },
  '/bad/page-as-picture': (_request, response) => {
    response.writeHead(200, { 'content-type': 'image/png' }).end(html('<p>I am a page.</p>'));
  },
  '/bad/page-as-bytes': (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(html('<p>I am a page.</p>'));
  },
  '/bad/huge-header': (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'x-filler': 'x'.repeat(600_000) }).end(html('filler'));
  },
  '/bad/cookies': html(`<p>Cookies.</p><script>
    for (let n = 0; n < 40; n += 1) document.cookie = 'bomb' + n + '=' + 'c'.repeat(3900) + ';path=/';
  </script>`),
  '/bad/video': html('<p>A film that never ends.</p><video src="/bad/film.mp4" autoplay muted></video>'),
  '/bad/film.mp4': endless('video/mp4', Buffer.alloc(200_000, 1), 2),
};
