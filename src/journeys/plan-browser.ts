import { resolve } from 'node:path';
import { isEndpoint } from '../crawl/browser/endpoint.ts';
import { findDevice, usualDevice } from '../crawl/browser/find-device.ts';
import { parseProxy } from '../crawl/proxy/proxy-address.ts';
import type { BrowserSettings, Device, Viewport } from '../model/browser-settings.ts';
import { crawlDefaults } from '../model/crawl-defaults.ts';
import type { ArchiveSettings, Channel, ViewerSettings } from '../workspace/config.ts';
import { resolveSecret } from '../workspace/secret-reference.ts';

/** What a person said of the browser; everything they left out is undefined or false. */
export interface BrowserRequest {
  /** A program, the address of a browser that runs elsewhere, or `env:NAME`. */
  readonly browserPath?: string | undefined;
  /** An address, or `env:NAME`. */
  readonly proxy?: string | undefined;
  readonly mobile?: boolean | undefined;
  readonly device?: string | undefined;
  /** BCP 47. */
  readonly lang?: string | undefined;
  /** IANA name. */
  readonly timezone?: string | undefined;
  readonly viewport?: Viewport | undefined;
}

/** The part of a plan that says with what browser, and as whom. */
export interface PlannedBrowser {
  readonly viewport: Viewport;
  readonly browser?: BrowserSettings;
}

/**
 * As whom the browser goes to the site: what was said for this snapshot, then the channel's settings, then the
 * workspace's.
 * @throws KnownError `usage.unknown-device`, `usage.bad-proxy`, `secret.missing`
 */
export function planBrowser(
  request: BrowserRequest,
  settings: ArchiveSettings,
  channel: Channel | undefined,
): PlannedBrowser {
  const viewer: ViewerSettings = { ...settings.viewer, ...channel?.viewer };
  const device = chooseDevice(request, viewer);
  const language = request.lang ?? viewer.language;
  const timezone = request.timezone ?? viewer.timezone;
  const proxy = chooseProxy(request.proxy ?? settings.proxy);
  const browser: BrowserSettings = {
    ...(device === undefined ? {} : { device }),
    ...(language === undefined ? {} : { language }),
    ...(timezone === undefined ? {} : { timezone }),
    ...(proxy === undefined ? {} : { proxy }),
  };
  const viewport = chooseViewport(request, settings, device);
  return Object.keys(browser).length === 0 ? { viewport } : { viewport, browser };
}

function chooseDevice({ mobile, device }: BrowserRequest, viewer: ViewerSettings): Device | undefined {
  if (device !== undefined) return findDevice(device);
  if (mobile === true) return findDevice(viewer.device ?? usualDevice);
  if (viewer.device !== undefined) return findDevice(viewer.device);
  return viewer.mobile === true ? findDevice(usualDevice) : undefined;
}

/** A window size that was asked for wins over the device's, and the device's over the one for all snapshots. */
function chooseViewport({ viewport }: BrowserRequest, settings: ArchiveSettings, device: Device | undefined): Viewport {
  if (device === undefined) return viewport ?? settings.viewport ?? crawlDefaults.viewport;
  return viewport === undefined ? device.viewport : { ...viewport, scaleFactor: device.viewport.scaleFactor };
}

/** Read here already: a mistake in it should not wait until the browser has been found. */
function chooseProxy(given: string | undefined): string | undefined {
  if (given === undefined) return undefined;
  const proxy = resolveSecret(given);
  parseProxy(proxy);
  return proxy;
}

/**
 * The browser to use: an address as it is, a path as seen from `dir`.
 * @throws KnownError `secret.missing`
 */
export function planBrowserPath(given: string | undefined, dir: string): string | undefined {
  if (given === undefined) return undefined;
  const browser = resolveSecret(given);
  return isEndpoint(browser) ? browser : resolve(dir, browser);
}
