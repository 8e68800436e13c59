import { expect, test } from 'vitest';
import { mediaType, requestHead, responseHead } from '../../src/archive/http-block.ts';
import type { Exchange } from '../../src/model/http.ts';
import { exchangeOf } from '../support/make-snapshot.ts';

function head(parts: Parameters<typeof exchangeOf>[1]): readonly string[] {
  return Buffer.from(responseHead(exchangeOf('https://example.org/', parts)))
    .toString('utf8')
    .split('\r\n');
}

test('what no longer holds of a decoded body moves to x-orig headers, and the right length is said', () => {
  const responseHeaders: Exchange['responseHeaders'] = [
    ['Content-Type', 'text/html'],
    ['Content-Encoding', 'br'],
    ['Content-Length', '4'],
    ['Transfer-Encoding', 'chunked'],
  ];
  expect(head({ responseHeaders, content: 'decoded' })).toEqual([
    'HTTP/1.1 200 OK',
    'Content-Type: text/html',
    'x-orig-content-encoding: br',
    'x-orig-content-length: 4',
    'x-orig-transfer-encoding: chunked',
    'Content-Length: 7',
    '',
    '',
  ]);
});

test('raw bytes keep their coding, but not the chunks they came in', () => {
  const responseHeaders: Exchange['responseHeaders'] = [
    ['Content-Encoding', 'gzip'],
    ['Content-Length', '3'],
    ['transfer-encoding', 'chunked'],
  ];
  expect(head({ responseHeaders, content: 'raw', bodyIsRaw: true })).toEqual([
    'HTTP/1.1 200 OK',
    'Content-Encoding: gzip',
    'Content-Length: 3',
    'x-orig-transfer-encoding: chunked',
    '',
    '',
  ]);
});

test('a length that is right stays as it was said', () => {
  expect(head({ responseHeaders: [['content-length', '2']], content: 'ok' })).toEqual([
    'HTTP/1.1 200 OK',
    'content-length: 2',
    '',
    '',
  ]);
});

test('header lines cannot break the block', () => {
  const responseHeaders: Exchange['responseHeaders'] = [
    ['Link', '</a>; rel=preload\n</b>; rel=preload'],
    ['X-Odd', 'one\r two\0'],
    ['X Bad', 'has a space in its name'],
    ['', 'has none'],
    ['X-Umlaut', 'Grüße'],
  ];
  expect(head({ responseHeaders, statusText: 'O\r\nK' })).toEqual([
    'HTTP/1.1 200 O  K',
    'Link: </a>; rel=preload',
    'Link: </b>; rel=preload',
    'X-Odd: one  two',
    'X-Umlaut: Grüße',
    'Content-Length: 0',
    '',
    '',
  ]);
});

test('a request has a host, no pseudo headers, and the length of what was sent', () => {
  const exchange = exchangeOf('https://example.org:8443/a/b?c=d', {
    method: 'PUT',
    requestHeaders: [
      [':path', '/a/b?c=d'],
      ['transfer-encoding', 'chunked'],
      ['Accept', '*/*'],
    ],
  });
  expect(Buffer.from(requestHead(exchange)).toString('utf8')).toBe(
    'PUT /a/b?c=d HTTP/1.1\r\nHost: example.org:8443\r\nAccept: */*\r\nContent-Length: 0\r\n\r\n',
  );
});

test.each([
  ['Text/HTML; charset=utf-8', 'text/html'],
  ['image/png', 'image/png'],
  ['text/css\ntext/plain', 'text/css'],
  ['', 'application/octet-stream'],
  ['; charset=utf-8', 'application/octet-stream'],
])('the media type of %j is %s', (value, expected) => {
  expect(mediaType([['content-type', value]])).toBe(expected);
});
