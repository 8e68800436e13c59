import type { SessionCookie } from '../../model/session.ts';

/** One cookie, or what is wrong with it; never its value. */
export type ReadCookie = { readonly cookie: SessionCookie } | { readonly place: string; readonly problem: string };

const httpOnlyMark = '#HttpOnly_';

/**
 * Reads a cookies.txt: seven fields between tabs a line. `#HttpOnly_` before a domain is a cookie, any other # a comment.
 * @see https://curl.se/docs/http-cookies.html
 */
export function readNetscapeCookies(text: string): readonly ReadCookie[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    const isHttpOnly = line.startsWith(httpOnlyMark);
    if (line.trim() === '' || (line.startsWith('#') && !isHttpOnly)) return [];
    return [readLine(isHttpOnly ? line.slice(httpOnlyMark.length) : line, isHttpOnly, `line ${index + 1}`)];
  });
}

function readLine(line: string, httpOnly: boolean, place: string): ReadCookie {
  const fields = line.split('\t');
  // Some exporters leave the tab away before an empty value.
  if (fields.length !== 7 && fields.length !== 6) {
    return { place, problem: `has ${fields.length} of the 7 fields between tabs` };
  }
  const [domain = '', subdomains = '', path = '', secure = '', expires = '', name = '', value = ''] = fields;
  if (!isDomain(domain)) return { place, problem: 'has no host name in its first field' };
  if (!/^(TRUE|FALSE)$/i.test(subdomains) || !/^(TRUE|FALSE)$/i.test(secure)) {
    return { place, problem: 'must say TRUE or FALSE in its second and fourth field' };
  }
  if (!path.startsWith('/')) return { place, problem: 'has no path in its third field' };
  if (!/^-?\d+(\.\d+)?$/.test(expires)) return { place, problem: 'has no time in its fifth field' };
  if (name === '') return { place, problem: 'has no name in its sixth field' };
  const bare = domain.replace(/^\./, '');
  return {
    cookie: {
      name,
      value,
      domain: /^TRUE$/i.test(subdomains) || domain.startsWith('.') ? `.${bare}` : bare,
      path,
      expires: unixSeconds(Number(expires)),
      httpOnly,
      secure: /^TRUE$/i.test(secure),
    },
  };
}

export function isDomain(text: string): boolean {
  return /^\.?[a-z0-9_-]+(\.[a-z0-9_-]+)*$/i.test(text) || /^\[[0-9a-f:]+\]$/i.test(text);
}

/** 0 and less mean "with the browser"; some exporters write milliseconds. */
export function unixSeconds(time: number): number {
  if (!Number.isFinite(time) || time <= 0) return -1;
  return time > 100_000_000_000 ? time / 1000 : time;
}
