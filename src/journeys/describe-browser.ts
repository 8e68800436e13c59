import { browserReportOf } from '../crawl/browser/browser-options.ts';
import { crawlUserAgent } from '../crawl/user-agent.ts';
import type { CrawlPlan } from '../model/crawl-plan.ts';

/**
 * What every warcinfo record says of the browser. Written before it is started, so the version is the one that the
 * program, or the browser elsewhere, gives of itself. Of a proxy only that there was one.
 */
export function describeBrowser(
  plan: Omit<CrawlPlan, 'seeds'>,
  chromium: Parameters<typeof browserReportOf>[1] & { readonly version: string },
): Readonly<Record<string, string>> {
  const userAgent = plan.politeness.userAgent ?? crawlUserAgent(chromium.version, plan.browser?.device?.userAgent);
  const report = browserReportOf(plan, chromium, { version: chromium.version, userAgent });
  const { width, height, scaleFactor = 1 } = report.viewport;
  return {
    'http-header-user-agent': userAgent,
    browser: `Chromium ${report.version}${report.remote ? ', running elsewhere' : ''}`,
    viewport: `${width}x${height}${scaleFactor === 1 ? '' : `, ${scaleFactor} device pixels each`}`,
    ...(report.device === null ? {} : { device: report.device }),
    ...(report.language === null ? {} : { language: report.language }),
    ...(report.timezone === null ? {} : { 'time-zone': report.timezone }),
    ...(report.proxy ? { proxy: 'yes' } : {}),
  };
}
