import type { ArchivedResponse } from '../../model/archived-response.ts';
import type { Finding } from '../../model/finding.ts';
import { headerValue } from '../../model/http.ts';
import { asUrl } from './json-reader.ts';

/** 410: what was at this address is gone, and the server means it. */
export async function* saysGone({ url, mime }: ArchivedResponse): AsyncGenerator<Finding> {
  if (!/html|^$/.test(mime)) return;
  yield { kind: 'gone', id: null, url, message: `${url} answered 410: it is gone for good.` };
}

/** A redirect: what is listed under the old address is at the new one. */
export async function* readRedirect({ url, headers }: ArchivedResponse): AsyncGenerator<Finding> {
  const to = asUrl(headerValue(headers, 'location'), url);
  if (to !== null && to !== url) yield { kind: 'same-place', url, as: to };
}
