import type { EarlierAnswer } from '../../model/earlier-pages.ts';
import { type Exchange, headerValue } from '../../model/http.ts';
import type { CaptureContext } from '../capture/capture-context.ts';
import type { DirectDownloads } from '../capture/direct-download.ts';
import { isRedirect } from '../capture/paused-response.ts';
import { recordExchange } from '../capture/record-exchange.ts';

export interface Wanted {
  readonly url: string;
  /** As DevTools names what it is asked for as. */
  readonly type: string;
  /** The page that it is a part of; absent for the page. */
  readonly referer?: string;
}

/** What Chromium says that it takes: servers choose the kind of a picture by it. */
const ACCEPT: Readonly<Record<string, string>> = {
  document:
    'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7',
  image: 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8',
  stylesheet: 'text/css,*/*;q=0.1',
};

/**
 * Asks whether an address still answers as it did, with the validators that the server gave then, and records the answer when
 * it does. What has changed is left to the browser: what it is given is what counts.
 */
export async function answersAsBefore(
  { url, type, referer, before }: Wanted & { readonly before: EarlierAnswer },
  downloads: DirectDownloads,
  context: CaptureContext,
): Promise<boolean> {
  const exchange = await downloads
    .ask(url, referer, { Accept: ACCEPT[type] ?? '*/*', ...validators(before) })
    // What keeps it from answering is told when the browser asks.
    .catch(() => undefined);
  if (exchange === undefined) return false;
  const same = asBefore(exchange, before);
  if (same === undefined) await exchange.body.dispose();
  else await recordExchange(context, same);
  return same !== undefined;
}

/** Only for a body that is there to be taken over. */
function validators({ isWhole, etag, lastModified }: EarlierAnswer): Readonly<Record<string, string>> {
  if (!isWhole) return {};
  return {
    ...(etag === '' ? {} : { 'If-None-Match': etag }),
    ...(lastModified === '' ? {} : { 'If-Modified-Since': lastModified }),
  };
}

function asBefore(exchange: Exchange, { status, sha256, location, isWhole }: EarlierAnswer): Exchange | undefined {
  if (exchange.status === 304 && isWhole) return { ...exchange, standsFor: sha256 };
  if (exchange.status !== status || exchange.body.sha256 !== sha256 || exchange.bodyIsRaw) return undefined;
  const leads = isRedirect(status, exchange.responseHeaders) ? headerValue(exchange.responseHeaders, 'location') : '';
  return leads === location || !isRedirect(status, exchange.responseHeaders) ? exchange : undefined;
}
