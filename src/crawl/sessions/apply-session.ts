import type { BrowserContext } from 'playwright-core';
import type { SessionCookie, StoredSession } from '../../model/session.ts';

/** Puts stored cookies and local storage into a browser whose profile is fresh. */
export async function applySession(context: BrowserContext, { cookies, origins }: StoredSession): Promise<void> {
  if (origins.length === 0) return addCookies(context, cookies);
  await context.setStorageState({
    cookies: cookies.map((cookie) => ({ ...cookie, sameSite: cookie.sameSite ?? 'Lax' })),
    origins: origins.map(({ origin, localStorage }) => ({ origin, localStorage: [...localStorage] })),
  });
}

/** One that the browser refuses (a name or domain it holds for wrong) does not keep the others out. */
export async function addCookies(context: BrowserContext, cookies: readonly SessionCookie[]): Promise<void> {
  await context.addCookies([...cookies]).catch(async () => {
    for (const cookie of cookies) await context.addCookies([cookie]).catch(() => undefined);
  });
}
