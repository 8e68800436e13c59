import { softwareName } from '../base/software.ts';

const systems: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Macintosh; Intel Mac OS X 10_15_7',
  win32: 'Windows NT 10.0; Win64; x64',
};

/**
 * Who we are and why we come, after the words that make sites send what a reader would get.
 * @param chromiumVersion `156.0.8078.79`, or `unknown`
 * @param device the user agent of a device that the browser passes itself off as
 */
export function crawlUserAgent(chromiumVersion: string, device?: string): string {
  const major = /^\d+/.exec(chromiumVersion)?.[0] ?? '150';
  if (device !== undefined) return `${device.replace(/Chrome\/[\d.]+/, `Chrome/${major}.0.0.0`)} ${whoWeAre()}`;
  const system = systems[process.platform] ?? 'X11; Linux x86_64';
  const browser = `Mozilla/5.0 (${system}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${major}.0.0.0 Safari/537.36`;
  return `${browser} ${whoWeAre()}`;
}

function whoWeAre(): string {
  return `${softwareName().replace(' ', '/')} (keeps a copy of a brand's public pages before it leaves)`;
}
