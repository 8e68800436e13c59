import type { StoredSession } from '../../model/session.ts';
import { launchBrowser } from '../browser/launch-browser.ts';

/**
 * Reads the cookies of a kept profile, out of a copy: a running crawl takes over a fresh login with them.
 * @throws KnownError `session.in-use`, `browser.will-not-start`
 */
export async function cookiesOfProfile(profileDir: string, executablePath: string): Promise<StoredSession> {
  const browser = await launchBrowser({
    executablePath,
    headed: false,
    viewport: { width: 800, height: 600 },
    profileDir,
  });
  try {
    return { cookies: await browser.context.cookies(), origins: [] };
  } finally {
    await browser.close();
  }
}
