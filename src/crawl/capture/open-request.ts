import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { PassThrough, pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { HttpHeaders } from '../../model/http.ts';
import { headerValue } from '../../model/http.ts';
import type { Agents } from '../guard/guarded-agents.ts';

/** Chromium takes 256 kB of headers; what it can read, we can. */
const maxHeaderBytes = 256 * 1024;
/** Nobody packs a body more often than that in earnest. */
const maxEncodings = 4;

export interface OpenedResponse {
  readonly status: number;
  readonly statusText: string;
  readonly headers: HttpHeaders;
  /** Unpacked where we know how. */
  readonly body: Readable;
  /** True when the body is still packed, in a way that we do not know. */
  readonly bodyIsRaw: boolean;
  /** What has come over the network so far. */
  transferredBytes(): number;
}

const decoders: Readonly<Record<string, () => NodeJS.ReadWriteStream>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** Asks for one address with GET and gives the answer once its headers are there. Follows nothing. */
export function openRequest(
  url: string,
  headers: Readonly<Record<string, string>>,
  agents: Agents,
  signal: AbortSignal,
): Promise<OpenedResponse> {
  const isTls = new URL(url).protocol === 'https:';
  const options = { headers, signal, maxHeaderSize: maxHeaderBytes };
  return new Promise((resolve, reject) => {
    const request = isTls
      ? httpsRequest(url, { ...options, agent: agents.https })
      : httpRequest(url, { ...options, agent: agents.http });
    request.on('response', (response) => resolve(opened(response)));
    request.on('error', reject);
    request.end();
  });
}

/** An answer whose headers are there, whichever way it came. */
export function opened(response: IncomingMessage): OpenedResponse {
  const headers = pairsOf(response.rawHeaders);
  const steps = decodingSteps(headers);
  let transferred = 0;
  response.on('data', (chunk: Buffer) => {
    transferred += chunk.length;
  });
  return {
    status: response.statusCode ?? 0,
    statusText: response.statusMessage ?? '',
    headers,
    body: decode(response, steps ?? []),
    bodyIsRaw: steps === undefined,
    transferredBytes: () => transferred,
  };
}

function pairsOf(raw: readonly string[]): HttpHeaders {
  const pairs: [string, string][] = [];
  for (let at = 0; at + 1 < raw.length; at += 2) pairs.push([raw[at] ?? '', raw[at + 1] ?? '']);
  return pairs;
}

/** @returns undefined when the body must stay as it is */
function decodingSteps(headers: HttpHeaders): readonly (() => NodeJS.ReadWriteStream)[] | undefined {
  const names = (headerValue(headers, 'content-encoding') ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '' && name !== 'identity')
    .reverse();
  const steps = names.map((name) => decoders[name]);
  if (steps.length > maxEncodings) return undefined;
  const known = steps.filter((step) => step !== undefined);
  return known.length === steps.length ? known : undefined;
}

function decode(response: IncomingMessage, steps: readonly (() => NodeJS.ReadWriteStream)[]): Readable {
  const end = new PassThrough();
  // An error anywhere in the chain comes out at its end, where it is being read.
  pipeline([response, ...steps.map((step) => step()), end], () => undefined);
  return end;
}
