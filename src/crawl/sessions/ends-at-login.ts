import type { BrowserContext } from 'playwright-core';
import { isLoginAddress } from '../../model/login-address.ts';

const answerMs = 20_000;

/**
 * Asks for a page with the browser's cookies, beside its tabs, so that nothing of the answer gets into the archive.
 * @returns true when it is refused or leads to a login; false when it does not, or does not answer
 */
export async function endsAtLogin(context: BrowserContext, url: string): Promise<boolean> {
  const response = await context.request.get(url, { timeout: answerMs, maxRedirects: 10 }).catch(() => undefined);
  if (!response) return false;
  const isRefused = response.status() === 401 || response.status() === 403;
  const isLogin = isLoginAddress(response.url()) && !isLoginAddress(url);
  await response.dispose().catch(() => undefined);
  return isRefused || isLogin;
}
