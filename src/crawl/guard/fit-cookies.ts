import type { BrowserContext, Cookie } from 'playwright-core';

/** What servers take as a rule: nginx and Apache end at 8 kB for one header line. */
const mostBytes = 8_000;
/** What is left after a clearing, so that a login survives it: session cookies are short. */
const keptBytes = 4_000;

const sizeOf = ({ name, value }: Cookie): number => name.length + value.length + 3;

/** The smallest cookies first, as many as fit into `bytes`. */
export function fittingCookies(cookies: readonly Cookie[], bytes = mostBytes): readonly Cookie[] {
  let total = 0;
  return [...cookies]
    .sort((a, b) => sizeOf(a) - sizeOf(b))
    .filter((cookie) => {
      total += sizeOf(cookie);
      return total <= bytes;
    });
}

/**
 * A page can set so many cookies that its server refuses every request after it. Removes the largest of them.
 * @returns true when there were too many, so that asking again is worth while
 */
export async function clearExcessCookies(context: BrowserContext, url: string): Promise<boolean> {
  const cookies = await context.cookies(url);
  if (cookies.reduce((sum, cookie) => sum + sizeOf(cookie), 0) <= mostBytes) return false;
  const kept = new Set(fittingCookies(cookies, keptBytes));
  for (const cookie of cookies) {
    if (!kept.has(cookie)) await context.clearCookies({ name: cookie.name, domain: cookie.domain, path: cookie.path });
  }
  return true;
}
