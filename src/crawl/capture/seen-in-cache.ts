import { type HttpHeaders, headerValue } from '../../model/http.ts';

/**
 * Knows which responses the browser has served again from its HTTP cache. The cache keeps the `Date` header of the
 * first answer, so the same address with the same `Date`, validators and length, that may be cached at all, is the
 * stored answer and not a new one: its body is in the archive already. Most static files come with validators and no
 * word on caching; browsers then keep them for a tenth of their age (RFC 9111, 4.2.2).
 */
export class SeenInCache {
  readonly #byUrl = new Map<string, string>();

  /** True when this very response has been recorded before; remembers it when not. */
  check(method: string, url: string, headers: HttpHeaders): boolean {
    const mark = cacheMark(method, headers);
    if (mark === undefined) return false;
    if (this.#byUrl.get(url) === mark) return true;
    this.#byUrl.set(url, mark);
    return false;
  }
}

function cacheMark(method: string, headers: HttpHeaders): string | undefined {
  const date = headerValue(headers, 'date');
  const control = headerValue(headers, 'cache-control') ?? '';
  const isNamed = headerValue(headers, 'etag') !== undefined || headerValue(headers, 'last-modified') !== undefined;
  const mayBeCached = (isNamed || /max-age=[1-9]|immutable/.test(control)) && !/no-store|no-cache/.test(control);
  if (method !== 'GET' || date === undefined || !mayBeCached) return undefined;
  return [date, 'etag', 'last-modified', 'content-length']
    .map((name, index) => (index === 0 ? name : (headerValue(headers, name) ?? '')))
    .join('|');
}
