import type { Exchange } from '../model/http.ts';
import { type Original, partialRange } from './capture-memory.ts';
import { cdxjLine, requestKey } from './cdxj.ts';
import { mediaType } from './http-block.ts';
import type { Placement } from './warc-writer.ts';

/** The index line of an answer; one that has the body of another is found as a revisit. */
export function exchangeLine(
  exchange: Exchange,
  date: Date,
  placement: Placement,
  original: Original | undefined,
): string {
  const { url, method, requestHeaders, requestBody, status, body, standsFor } = exchange;
  const request = requestKey(url, method, requestHeaders, requestBody);
  const range = partialRange(exchange);
  return cdxjLine({
    url,
    date,
    digest: standsFor ?? body.sha256,
    mime: original === undefined ? mediaType(exchange.responseHeaders) : 'warc/revisit',
    status,
    placement,
    ...(request === undefined ? {} : { request }),
    ...(range === undefined ? {} : { range }),
  });
}
