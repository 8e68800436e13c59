import type { HttpHeaders } from '../../model/http.ts';
import { headerValue } from '../../model/http.ts';

/** `Fetch.requestPaused` at the response stage, the fields we read. */
export interface PausedResponse {
  readonly requestId: string;
  readonly request: {
    readonly url: string;
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly postDataEntries?: readonly { readonly bytes?: string }[];
    readonly postData?: string;
  };
  /** Names the load to the Network events. */
  readonly networkId?: string;
  readonly frameId: string;
  readonly resourceType: string;
  readonly responseErrorReason?: string;
  readonly responseStatusCode?: number;
  readonly responseStatusText?: string;
  readonly responseHeaders?: readonly { readonly name: string; readonly value: string }[];
}

/**
 * How a body is got: not at all; in one message while the response is held; when its load has ended well (where no
 * length tells whether it is whole); as a stream; or by a download of its own beside the browser.
 */
export type BodyRoute = 'none' | 'message' | 'watched' | 'stream' | 'download' | 'live';

/** What the browser gets back after a stream was taken from it; beyond this the page does without. */
export const fulfilBytes = 32 * 1024 * 1024;
const largeBytes = 4 * 1024 * 1024;
const redirects = new Set([301, 302, 303, 307, 308]);

export function headersOf(paused: PausedResponse): HttpHeaders {
  // Chromium joins repeated headers with a line break; each line is a header of its own again here.
  return (paused.responseHeaders ?? []).flatMap(({ name, value }) =>
    value.split('\n').map((line) => [name, line] as const),
  );
}

export function mimeOf(headers: HttpHeaders): string {
  return (headerValue(headers, 'content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

export function isHtml(mime: string): boolean {
  return mime === 'text/html' || mime === 'application/xhtml+xml';
}

export function isRedirect(status: number, headers: HttpHeaders): boolean {
  return redirects.has(status) && headerValue(headers, 'location') !== undefined;
}

/** The bytes a request carried, or undefined when it carried none. */
export function requestBodyOf(paused: PausedResponse): Uint8Array | undefined {
  const { postDataEntries, postData } = paused.request;
  if (postDataEntries && postDataEntries.length > 0) {
    return Buffer.concat(postDataEntries.map((entry) => Buffer.from(entry.bytes ?? '', 'base64')));
  }
  return postData === undefined ? undefined : Buffer.from(postData, 'utf8');
}

/**
 * Decides how a response's body is taken. Media, ranges and large files are fetched whole and once beside the browser,
 * which goes on with its own.
 */
export function bodyRoute(paused: PausedResponse, headers: HttpHeaders, isMain = false): BodyRoute {
  const status = paused.responseStatusCode ?? 0;
  const isGet = paused.request.method === 'GET';
  if (hasNoBody(paused.request.method, status) || isRedirect(status, headers)) return 'none';
  const mime = mimeOf(headers);
  if (mime === 'text/event-stream' || mime === 'multipart/x-mixed-replace') return 'live';
  const isMedia = paused.resourceType === 'Media' || /^(video|audio)\//.test(mime);
  if (isGet && (status === 206 || isMedia)) return 'download';
  const route = routeByLength(headers, mime, isGet && status === 200);
  // A large page is shown as it was taken, while it can be given back to the browser at all.
  const isLargePage = isMain && route === 'download' && Number(headerValue(headers, 'content-length')) <= fulfilBytes;
  return isLargePage ? 'stream' : route;
}

function hasNoBody(method: string, status: number): boolean {
  return method === 'HEAD' || status < 200 || status === 204 || status === 205 || status === 304;
}

/** What pages are made of. Of unknown length it is read in one message; anything else may be gigabytes. */
const pageStuff = /^(text\/|image\/|font\/)|[/+](json|xml|javascript|ecmascript|font-woff2?|wasm)$/;

function routeByLength(headers: HttpHeaders, mime: string, mayFetchAgain: boolean): BodyRoute {
  const length = Number(headerValue(headers, 'content-length') ?? Number.NaN);
  const isEncoded = headerValue(headers, 'content-encoding') !== undefined;
  if (length > largeBytes) return mayFetchAgain ? 'download' : 'stream';
  if (Number.isFinite(length) && !isEncoded) return 'message';
  return Number.isFinite(length) || pageStuff.test(mime) ? 'watched' : 'stream';
}
