import { getSurt, postToGetUrl } from 'warcio/utils';
import { type HttpHeaders, headerValue } from '../model/http.ts';
import type { Placement } from './warc-writer.ts';

export interface CdxjEntry {
  readonly url: string;
  readonly date: Date;
  readonly digest: string;
  readonly mime: string;
  readonly status: number;
  readonly placement: Placement;
  /** For everything but GET: what tells two requests to one address apart. */
  readonly request?: RequestKey;
  /** `Content-Range` of a response that is a part only. */
  readonly range?: string;
}

/** Wabac puts method and body into the address it looks up (`?__wb_method=POST&…`), so the index has to as well. */
export interface RequestKey {
  readonly method: string;
  readonly requestBody: string;
  /** The address with method and body, from which the sort key is made. */
  readonly url: string;
}

/** As warcio's own indexer cuts it. */
const MAX_QUERY_CHARACTERS = 4096;

/** A body of unknown type becomes base64, three bytes to four characters: more than this is cut off anyway. */
const MAX_OPAQUE_BYTES = 4096;

const READABLE_BODY = /^(?:application\/(?:x-www-form-urlencoded|json)|text\/plain|multipart\/form-data)\b/;

/** What a request that is not a GET is looked up by; undefined for a GET. */
export function requestKey(
  url: string,
  method: string,
  headers: HttpHeaders,
  body: Uint8Array | undefined,
): RequestKey | undefined {
  if (method === 'GET') return undefined;
  const contentType = headerValue(headers, 'content-type') ?? '';
  const postData = READABLE_BODY.test(contentType) ? body : body?.subarray(0, MAX_OPAQUE_BYTES);
  const request: Parameters<typeof postToGetUrl>[0] = {
    url,
    method,
    headers: new Map([['content-type', contentType]]),
    postData: postData ?? '',
  };
  postToGetUrl(request, MAX_QUERY_CHARACTERS);
  return { method, requestBody: String(request.requestBody ?? ''), url: request.url };
}

/**
 * One index line with its line end, ASCII only, so that comparing strings is comparing bytes.
 *
 * The time has 17 digits. CDXJ allows milliseconds, and wabac keys what it finds by address and time: with 14 digits a
 * page that redirects to itself within a second would overwrite its own answer, and a revisit, which names the time of
 * its original to the millisecond, could be resolved to a later capture.
 * @see CDXJ 0.1.0; wabac 2.27 `cdxloader.ts` (tsToDate), `remotearchivedb.ts` (loadPayload)
 */
export function cdxjLine(entry: CdxjEntry): string {
  const { placement, request } = entry;
  const json = {
    url: entry.url,
    digest: entry.digest,
    mime: entry.mime,
    offset: String(placement.offsetBytes),
    length: String(placement.lengthBytes),
    status: String(entry.status),
    filename: placement.filename,
    ...(request === undefined ? {} : { method: request.method, requestBody: request.requestBody }),
    ...(entry.range === undefined ? {} : { range: entry.range }),
  };
  return `${searchKey(request?.url ?? entry.url)} ${timestamp17(entry.date)} ${ascii(JSON.stringify(json))}\n`;
}

export function timestamp17(date: Date): string {
  return date.toISOString().replace(/\D/g, '');
}

/** warcio's own SURT, so that replay, which uses it too, looks where we wrote. A space would break the line. */
function searchKey(url: string): string {
  return getSurt(url).replace(/[^\x21-\x7e]/gu, (character) => encodeURIComponent(character));
}

function ascii(json: string): string {
  return json.replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
