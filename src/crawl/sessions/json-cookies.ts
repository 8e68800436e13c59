import type { SessionCookie, StoredSession } from '../../model/session.ts';
import { isDomain, type ReadCookie, unixSeconds } from './netscape-cookies.ts';

type Fields = Readonly<Record<string, unknown>>;

export interface ReadJson {
  readonly cookies: readonly ReadCookie[];
  readonly origins: StoredSession['origins'];
}

/**
 * Reads the JSON that exporters write: a list of cookies (EditThisCookie, Cookie-Editor, Puppeteer), an object with
 * `cookies` (J2TEAM Cookies), Playwright's storageState with `origins`, and the raw fields of Cookie Quick Manager.
 * @returns undefined when it is none of these
 */
export function readJsonCookies(value: unknown): ReadJson | undefined {
  const list = Array.isArray(value) ? value : isFields(value) ? value.cookies : undefined;
  if (!Array.isArray(list)) return undefined;
  const page =
    isFields(value) && typeof value.url === 'string' && URL.canParse(value.url) ? new URL(value.url) : undefined;
  return {
    cookies: list.map((one, index) => readOne(one, `cookie ${index + 1}`, page?.hostname)),
    origins: isFields(value) ? readOrigins(value.origins) : [],
  };
}

function readOne(value: unknown, place: string, pageHost: string | undefined): ReadCookie {
  if (!isFields(value)) return { place, problem: 'is no object' };
  const fields = 'Name raw' in value ? fromRaw(value) : value;
  const { name, value: content, path, hostOnly } = fields;
  const domain = typeof fields.domain === 'string' ? fields.domain : pageHost;
  if (typeof name !== 'string' || name === '') return { place, problem: 'has no name' };
  if (typeof content !== 'string') return { place, problem: 'has no value' };
  if (domain === undefined || !isDomain(domain)) return { place, problem: 'has no domain' };
  const bare = domain.replace(/^\./, '');
  const isForSubdomains = typeof hostOnly === 'boolean' ? !hostOnly : domain.startsWith('.');
  const sameSite = sameSiteOf(fields.sameSite);
  const cookie: SessionCookie = {
    name,
    value: content,
    domain: isForSubdomains ? `.${bare}` : bare,
    path: typeof path === 'string' && path.startsWith('/') ? path : '/',
    expires: fields.session === true ? -1 : unixSeconds(Number(fields.expirationDate ?? fields.expires ?? -1)),
    httpOnly: fields.httpOnly === true,
    secure: fields.secure === true,
    ...(sameSite === undefined ? {} : { sameSite }),
  };
  return { cookie };
}

/** Cookie Quick Manager for Firefox writes every field as text, under names of its own. */
function fromRaw(raw: Fields): Fields {
  const address = String(raw['Host raw'] ?? '');
  const host = URL.canParse(address) ? new URL(address).hostname : address;
  return {
    name: raw['Name raw'],
    value: raw['Content raw'],
    path: raw['Path raw'],
    domain: host,
    hostOnly: String(raw['This domain only raw'] ?? '') === 'true',
    expires: Number(raw['Expires raw'] ?? 0),
    secure: String(raw['Send for raw'] ?? '') === 'true',
    httpOnly: String(raw['HTTP only raw'] ?? '') === 'true',
  };
}

function sameSiteOf(value: unknown): SessionCookie['sameSite'] {
  const text = String(value ?? '').toLowerCase();
  if (text === 'strict') return 'Strict';
  if (text === 'lax') return 'Lax';
  return text === 'none' || text === 'no_restriction' ? 'None' : undefined;
}

function readOrigins(value: unknown): StoredSession['origins'] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: unknown) => {
    if (!isFields(one) || typeof one.origin !== 'string' || !Array.isArray(one.localStorage)) return [];
    const localStorage = one.localStorage.flatMap((entry: unknown) =>
      isFields(entry) && typeof entry.name === 'string' && typeof entry.value === 'string'
        ? [{ name: entry.name, value: entry.value }]
        : [],
    );
    return [{ origin: one.origin, localStorage }];
  });
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
