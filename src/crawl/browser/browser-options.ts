import type { BrowserReport } from '../../model/browser-settings.ts';
import type { CrawlPlan } from '../../model/crawl-plan.ts';
import type { FoundChromium } from '../find-chromium.ts';
import type { LaunchOptions } from './crawl-browser.ts';

/** What a plan says of the browser, as `launchBrowser` takes it. */
export function launchOptionsOf({
  viewport,
  browser = {},
}: Pick<CrawlPlan, 'viewport' | 'browser'>): Omit<LaunchOptions, 'executablePath' | 'headed' | 'userAgent'> {
  const { device, language, timezone, proxy, profileDir } = browser;
  return {
    viewport,
    ...(language === undefined ? {} : { locale: language }),
    ...(timezone === undefined ? {} : { timezone }),
    ...(device === undefined ? {} : { touch: { isMobile: device.isMobile, hasTouch: device.hasTouch } }),
    ...(proxy === undefined ? {} : { proxy }),
    ...(profileDir === undefined ? {} : { profileDir }),
  };
}

/** What the snapshot says of the browser it was taken with. Of a proxy only that there was one. */
export function browserReportOf(
  { viewport, browser = {} }: Pick<CrawlPlan, 'viewport' | 'browser'>,
  { source }: Pick<FoundChromium, 'source'>,
  { version, userAgent }: { readonly version: string; readonly userAgent: string },
): BrowserReport {
  return {
    version,
    remote: source === 'remote',
    userAgent,
    viewport,
    language: browser.language ?? null,
    timezone: browser.timezone ?? null,
    device: browser.device?.name ?? null,
    proxy: browser.proxy !== undefined,
  };
}
