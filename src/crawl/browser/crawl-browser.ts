import type { BrowserContext, BrowserContextOptions } from 'playwright-core';
import type { Viewport } from '../../model/browser-settings.ts';
import type { StoredSession } from '../../model/session.ts';
import type { NetworkGuard } from '../guard/network-guard.ts';
import type { DevtoolsConnection } from './devtools-connection.ts';

export interface LaunchOptions {
  /** Path of a program, or the address of a browser that runs elsewhere (`isEndpoint`). */
  readonly executablePath: string;
  readonly headed: boolean;
  readonly viewport: Viewport;
  /** Sent with every request; the browser's own when absent. */
  readonly userAgent?: string;
  /** BCP 47; also what sites are asked for. */
  readonly locale?: string;
  /** IANA name. */
  readonly timezone?: string;
  /** Touch and the viewport rules of telephones. */
  readonly touch?: { readonly isMobile: boolean; readonly hasTouch: boolean };
  /**
   * `http://host:port` or `socks5://host:port`, with or without `user:password@`. Every request goes through it, those
   * to this machine's own addresses too.
   */
  readonly proxy?: string;
  /** Every connection of the browser is made by it, those to this machine too; a proxy stands behind it then. */
  readonly guard?: NetworkGuard | undefined;
  /** A folder with a profile, used as it is and kept; without it a fresh one that is removed. */
  readonly profileDir?: string;
  /** A kept profile to begin with: a copy of it is used. */
  readonly copyOf?: string;
  /** Cookies and local storage to begin with. */
  readonly stored?: StoredSession;
  /** Where a fresh profile is made, the system's own place unless set. */
  readonly tempFolder?: string;
}

/** A running Chromium with Playwright on one side and our own DevTools connection on the other. */
export interface CrawlBrowser {
  readonly context: BrowserContext;
  readonly devtools: DevtoolsConnection;
  /** `156.0.8078.79` */
  readonly version: string;
  readonly userAgent: string;
  /** The browser's name for our context where others have theirs beside it; undefined when all of it is ours. */
  readonly ownContextId: string | undefined;
  /**
   * Ends the browser and removes its profile, unless that was given. Of a browser that runs elsewhere only what we
   * opened is closed. Safe to call twice.
   */
  close(): Promise<void>;
}

/** What Playwright is told of how pages are to be seen, for a browser of ours and for one elsewhere. */
export function contextOptions(options: LaunchOptions): BrowserContextOptions {
  const { viewport, userAgent, locale, timezone, touch } = options;
  return {
    viewport: { width: viewport.width, height: viewport.height },
    serviceWorkers: 'block',
    acceptDownloads: false,
    ...(viewport.scaleFactor === undefined ? {} : { deviceScaleFactor: viewport.scaleFactor }),
    ...(userAgent === undefined ? {} : { userAgent }),
    ...(locale === undefined ? {} : { locale }),
    ...(timezone === undefined ? {} : { timezoneId: timezone }),
    ...touch,
  };
}

export function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n')[0] ?? text;
}
