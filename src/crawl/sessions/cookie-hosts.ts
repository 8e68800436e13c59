import type { CookieHost, SessionCookie } from '../../model/session.ts';

/** Which hosts have how many cookies until when: all that is ever told of a session. */
export function cookieHosts(cookies: readonly SessionCookie[]): readonly CookieHost[] {
  const byHost = new Map<string, SessionCookie[]>();
  for (const cookie of cookies) {
    const host = cookie.domain.replace(/^\./, '');
    byHost.set(host, [...(byHost.get(host) ?? []), cookie]);
  }
  return [...byHost]
    .map(([host, own]) => {
      const endsWithBrowser = own.some(({ expires }) => expires === -1);
      const last = Math.max(...own.map(({ expires }) => expires));
      return { host, cookies: own.length, until: endsWithBrowser ? null : new Date(last * 1000).toISOString() };
    })
    .sort((a, b) => a.host.localeCompare(b.host));
}
