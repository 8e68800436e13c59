import { STATUS_CODES } from 'node:http';
import { type Exchange, type HttpHeaders, headerValue } from '../model/http.ts';
import { withoutSecrets } from './secret-headers.ts';

type HeaderLine = readonly [name: string, value: string];

const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const CONTROL_CHARACTERS = /[\0\r]/g;
const SENDS_BODY = new Set(['POST', 'PUT', 'PATCH']);

/** Status line and headers as they are stored before the response body, with the empty line that ends them. */
export function responseHead(exchange: Exchange): Uint8Array {
  const reason = exchange.statusText || STATUS_CODES[exchange.status] || '';
  return head(`HTTP/1.1 ${exchange.status} ${reason}`, agreeWithBody(exchange));
}

/** Request line and headers as they are stored before the request body, with the empty line that ends them. */
export function requestHead(exchange: Exchange): Uint8Array {
  const { host, pathname, search } = new URL(exchange.url);
  const named = exchange.requestHeaders.some(([name]) => name.toLowerCase() === 'host');
  const framing = new Set(['content-length', 'transfer-encoding']);
  const lines: HeaderLine[] = named ? [] : [['Host', host]];
  lines.push(...exchange.requestHeaders.filter(([name]) => !framing.has(name.toLowerCase())));
  const length = exchange.requestBody?.length ?? 0;
  if (length > 0 || SENDS_BODY.has(exchange.method)) lines.push(['Content-Length', String(length)]);
  return head(`${exchange.method} ${pathname}${search} HTTP/1.1`, lines);
}

/** The media type of a response, lower case and without parameters. RFC 9110, 8.3: none given may be taken as octets. */
export function mediaType(headers: HttpHeaders): string {
  const value = headerValue(headers, 'content-type')
    ?.split(/[;,\n]/, 1)[0]
    ?.trim()
    .toLowerCase();
  return value || 'application/octet-stream';
}

/**
 * A browser hands over bodies already decoded, so what the headers say of coding and length no longer holds for the
 * bytes that are stored. The original words are kept as `x-orig-*`, the way Webrecorder's tools do.
 */
function agreeWithBody(exchange: Exchange): HttpHeaders {
  const length = String(exchange.body.lengthBytes);
  const lines = exchange.responseHeaders.map(([name, value]): HeaderLine => {
    return holds(exchange, name.toLowerCase(), value.trim()) ? [name, value] : [`x-orig-${name.toLowerCase()}`, value];
  });
  if (!lines.some(([name]) => name.toLowerCase() === 'content-length')) lines.push(['Content-Length', length]);
  return lines;
}

function holds(exchange: Exchange, name: string, value: string): boolean {
  if (name === 'content-length') return value === String(exchange.body.lengthBytes);
  if (name === 'content-encoding') return exchange.bodyIsRaw;
  // Chunks are taken apart before any body reaches us, raw or not.
  return name !== 'transfer-encoding';
}

function head(startLine: string, headers: HttpHeaders): Uint8Array {
  const lines = [clean(startLine), ...withoutSecrets(headers).flatMap(headerLines)];
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'utf8');
}

/** DevTools joins repeated headers with a line feed, and names HTTP/2's pseudo headers `:path` and so on. */
function headerLines([name, value]: HeaderLine): readonly string[] {
  if (!TOKEN.test(name)) return [];
  return value.split('\n').map((part) => `${name}: ${clean(part).trim()}`);
}

function clean(text: string): string {
  return text.replace(CONTROL_CHARACTERS, ' ').replaceAll('\n', ' ');
}
