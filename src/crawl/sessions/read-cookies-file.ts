import { readFile } from 'node:fs/promises';
import { KnownError, systemErrorCode } from '../../base/known-error.ts';
import type { SessionCookie, StoredSession } from '../../model/session.ts';
import { readJsonCookies } from './json-cookies.ts';
import { type ReadCookie, readNetscapeCookies } from './netscape-cookies.ts';

const problemsTold = 5;

export interface CookiesFile {
  readonly session: StoredSession;
  /** What is over already and left out: names and hosts, never a value. */
  readonly expired: readonly Pick<SessionCookie, 'name' | 'domain' | 'expires'>[];
}

/**
 * Reads a cookies file of a browser's exporter: Netscape cookies.txt, the usual JSON lists, or Playwright's storageState.
 * Nothing that is thrown or told holds a value.
 * @throws KnownError `session.no-file`, `session.bad-cookies` with the lines that are wrong, `session.no-cookies`,
 * `session.expired`; exit code 2
 */
export async function readCookiesFile(path: string, now: Date): Promise<CookiesFile> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw wrong('session.no-file', `${path} cannot be read (${systemErrorCode(cause) ?? 'unknown'}).`, cookieHint);
  });
  return readCookies(text.replace(/^\uFEFF/, ''), path, now);
}

const cookieHint =
  'Export the cookies of the site with a browser extension, as cookies.txt (Netscape) or JSON, or save them with Playwright.';

function readCookies(text: string, path: string, now: Date): CookiesFile {
  const { cookies, origins } = /^\s*[[{]/.test(text)
    ? readJson(text, path)
    : { cookies: readNetscapeCookies(text), origins: [] };
  refuseBad(cookies, path);
  const all = cookies.flatMap((one) => ('cookie' in one ? [one.cookie] : []));
  const isOver = ({ expires }: SessionCookie) => expires !== -1 && expires * 1000 <= now.getTime();
  const expired = all.filter(isOver).map(({ name, domain, expires }) => ({ name, domain, expires }));
  const fresh = all.filter((cookie) => !isOver(cookie));
  if (fresh.length === 0 && origins.length === 0) throw noneLeft(path, expired.length);
  return { session: { cookies: fresh, origins }, expired };
}

function readJson(text: string, path: string) {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw wrong('session.bad-cookies', `${path} is no sound JSON${lineOf(cause, text)}.`, cookieHint);
  }
  const read = readJsonCookies(value);
  if (read) return read;
  throw wrong('session.bad-cookies', `${path} is JSON, but no list of cookies.`, cookieHint);
}

/** The parser's own message quotes the text round the mistake, and that may be a value: only the line is taken of it. */
function lineOf(cause: unknown, text: string): string {
  const position = cause instanceof Error ? /position (\d+)/.exec(cause.message)?.[1] : undefined;
  return position === undefined ? '' : ` at line ${text.slice(0, Number(position)).split('\n').length}`;
}

function refuseBad(cookies: readonly ReadCookie[], path: string): void {
  const bad = cookies.flatMap((one) => ('problem' in one ? [`${one.place} ${one.problem}`] : []));
  if (bad.length === 0) return;
  const more = bad.length > problemsTold ? `; and ${bad.length - problemsTold} more` : '';
  const message = `${path} cannot be used: ${bad.slice(0, problemsTold).join('; ')}${more}.`;
  throw wrong('session.bad-cookies', message, 'Export the file again, or take those lines out.');
}

function noneLeft(path: string, expired: number): KnownError {
  return expired === 0
    ? wrong('session.no-cookies', `There is no cookie in ${path}.`, cookieHint)
    : wrong(
        'session.expired',
        `All ${expired} cookies in ${path} have expired.`,
        'Log in again in the browser, and export them anew.',
      );
}

function wrong(code: string, message: string, hint: string): KnownError {
  return new KnownError(code, message, { hint, exitCode: 2 });
}
