import { type HttpHeaders, headerValue } from '../../model/http.ts';

/** How long a site asks us to stay away: `Retry-After`, or the `ratelimit-reset` that some send alone. Milliseconds. */
export function askedPauseMs(headers: HttpHeaders, now: Date): number | undefined {
  const value = headerValue(headers, 'retry-after') ?? headerValue(headers, 'ratelimit-reset');
  if (value === undefined) return undefined;
  if (/^\d+$/.test(value.trim())) return Number(value) * 1000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now.getTime());
}
