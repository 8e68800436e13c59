import { KnownError } from '../../base/known-error.ts';

/** A proxy and how to log in to it. */
export interface ProxyAddress {
  readonly kind: 'http' | 'https' | 'socks5';
  readonly host: string;
  readonly port: number;
  readonly username: string | undefined;
  readonly password: string | undefined;
  /** As Chromium wants it, `http://host:port`: without the login, so it may be shown. */
  readonly server: string;
}

const kinds: Readonly<Record<string, readonly [ProxyAddress['kind'], usualPort: number]>> = {
  'http:': ['http', 80],
  'https:': ['https', 443],
  'socks5:': ['socks5', 1080],
  // The name is resolved by the proxy: that is what we always ask for.
  'socks5h:': ['socks5', 1080],
};

/**
 * Reads `http://user:password@host:port`, `https://…`, `socks5://…` or a bare `host:port`. The message of the error says
 * nothing of what was typed, as there may be a password in it.
 * @throws KnownError `usage.bad-proxy`
 */
export function parseProxy(text: string): ProxyAddress {
  const typed = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  const url = URL.canParse(typed) ? new URL(typed) : undefined;
  const [kind, usualPort] = kinds[url?.protocol ?? ''] ?? [];
  if (url === undefined || kind === undefined || url.hostname === '' || !/^\/?$/.test(url.pathname)) {
    throw new KnownError('usage.bad-proxy', 'The address of the proxy cannot be read.', {
      hint: 'Write it like http://user:password@host:8080 or socks5://host:1080; in user and password write @ as %40.',
      exitCode: 2,
    });
  }
  const port = url.port === '' ? (usualPort ?? 80) : Number(url.port);
  return {
    kind,
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port,
    username: url.username === '' ? undefined : decoded(url.username),
    password: url.password === '' ? undefined : decoded(url.password),
    server: `${kind}://${url.hostname}:${port}`,
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The header that logs in to an HTTP proxy; none when there is no login. */
export function proxyLogin({ username, password }: ProxyAddress): Readonly<Record<string, string>> {
  if (username === undefined) return {};
  return { 'Proxy-Authorization': `Basic ${Buffer.from(`${username}:${password ?? ''}`).toString('base64')}` };
}
