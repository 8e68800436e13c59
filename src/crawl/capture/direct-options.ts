import type { BrowserSettings } from '../../model/browser-settings.ts';
import { type DirectFetch, fetchThrough } from '../proxy/fetch-through.ts';

/** How downloads beside the browser go out, so that a site sees one visitor and not two. */
export interface DirectOptions {
  /** By way of a proxy; absent where there is none. */
  readonly fetch?: DirectFetch;
  /** Sent with every download. */
  readonly headers: Readonly<Record<string, string>>;
}

/** @throws KnownError `usage.bad-proxy` */
export function directOptionsOf({ proxy, language }: BrowserSettings = {}): DirectOptions {
  return {
    ...(proxy === undefined ? {} : { fetch: fetchThrough(proxy) }),
    headers: language === undefined ? {} : { 'Accept-Language': language },
  };
}
