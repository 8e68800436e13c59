import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { KnownError } from '../../src/base/known-error.ts';
import { type CookiesFile, readCookiesFile } from '../../src/crawl/sessions/read-cookies-file.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const now = new Date('2026-11-23T09:00:00Z');
const later = 1_900_000_000;
const secret = 'planted-S3CRET-91c4';

async function read(text: string): Promise<CookiesFile> {
  const path = join(await temporaryFolder(), 'cookies.txt');
  await writeFile(path, text);
  return readCookiesFile(path, now);
}

async function refusal(text: string): Promise<KnownError> {
  const error = await read(text).catch((thrown: unknown) => thrown);
  if (!(error instanceof KnownError)) throw new Error('it was read');
  expect(`${error.message} ${error.hint}`).not.toContain(secret);
  return error;
}

const line = (...fields: readonly (string | number)[]): string => fields.join('\t');

describe('a cookies file', () => {
  test('as cookies.txt, with hidden, ending and expired cookies', async () => {
    const { session, expired } = await read(
      [
        '# Netscape HTTP Cookie File',
        '',
        line('.example.org', 'TRUE', '/', 'TRUE', later, 'wide', 'a=b'),
        line('#HttpOnly_shop.example.org', 'FALSE', '/de', 'FALSE', 0, 'PHPSESSID', secret),
        line('example.org', 'FALSE', '/', 'FALSE', `${later}000`, 'in_ms', ''),
        line('example.org', 'FALSE', '/', 'FALSE', 1_500_000_000, 'old', 'x'),
      ].join('\r\n'),
    );
    expect(session).toEqual({
      cookies: [
        {
          name: 'wide',
          value: 'a=b',
          domain: '.example.org',
          path: '/',
          expires: later,
          httpOnly: false,
          secure: true,
        },
        {
          name: 'PHPSESSID',
          value: secret,
          domain: 'shop.example.org',
          path: '/de',
          expires: -1,
          httpOnly: true,
          secure: false,
        },
        { name: 'in_ms', value: '', domain: 'example.org', path: '/', expires: later, httpOnly: false, secure: false },
      ],
      origins: [],
    });
    expect(expired).toEqual([{ name: 'old', domain: 'example.org', expires: 1_500_000_000 }]);
  });

  const one = { name: 'sid', value: secret, path: '/', httpOnly: true, secure: true };
  const wanted = { ...one, domain: '.example.org', expires: later };
  const exported: readonly (readonly [name: string, json: unknown, cookie: object])[] = [
    [
      'Cookie-Editor and EditThisCookie',
      [
        {
          ...one,
          domain: '.example.org',
          hostOnly: false,
          session: false,
          expirationDate: later,
          sameSite: 'no_restriction',
        },
      ],
      { ...wanted, sameSite: 'None' },
    ],
    [
      'Puppeteer',
      [{ ...one, domain: '.example.org', expires: later, sameSite: 'Lax' }],
      { ...wanted, sameSite: 'Lax' },
    ],
    [
      'J2TEAM Cookies',
      { url: 'https://example.org', cookies: [{ ...one, expirationDate: later }] },
      { ...wanted, domain: 'example.org' },
    ],
    [
      'Cookie Quick Manager',
      [
        {
          'Host raw': 'https://.example.org/',
          'Name raw': 'sid',
          'Path raw': '/',
          'Content raw': secret,
          'Expires raw': String(later),
          'Send for raw': 'true',
          'HTTP only raw': 'true',
          'This domain only raw': 'false',
        },
      ],
      wanted,
    ],
    [
      'Playwright',
      { cookies: [{ ...one, domain: '.example.org', expires: later, sameSite: 'Strict' }], origins: [] },
      { ...wanted, sameSite: 'Strict' },
    ],
  ];
  test.each(exported)('as JSON of %s', async (_name, json, cookie) => {
    expect((await read(JSON.stringify(json))).session.cookies).toEqual([cookie]);
  });

  test('with local storage, as Playwright keeps it', async () => {
    const origins = [{ origin: 'https://example.org', localStorage: [{ name: 'token', value: secret }] }];
    expect((await read(JSON.stringify({ cookies: [], origins }))).session).toEqual({ cookies: [], origins });
  });

  test('names the lines that are wrong, never a value', async () => {
    const error = await refusal(
      [
        line('example.org', 'FALSE', '/', 'FALSE', later, 'good', secret),
        `example.org FALSE / FALSE ${later} spaces ${secret}`,
        line('example.org', 'perhaps', '/', 'FALSE', later, 'sid', secret),
        line('example.org', 'FALSE', '/', 'FALSE', 'soon', 'sid', secret),
      ].join('\n'),
    );
    expect(error).toMatchObject({ code: 'session.bad-cookies', exitCode: 2 });
    expect(error.message).toContain(
      'line 2 has 1 of the 7 fields between tabs; line 3 must say TRUE or FALSE in its second and fourth field; line 4 has no time in its fifth field.',
    );
  });

  test('says what is wrong with JSON, without quoting it', async () => {
    expect((await refusal(`[\n {"name": "sid", "value": "${secret}" oops}\n]`)).message).toMatch(
      /no sound JSON at line 2\.$/,
    );
    expect((await refusal(JSON.stringify([{ ...one, domain: 'https://example.org/' }]))).message).toContain(
      'cookie 1 has no domain.',
    );
    expect((await refusal(`{"sid": "${secret}"}`)).code).toBe('session.bad-cookies');
  });

  test('is refused when nothing in it is of use', async () => {
    expect((await refusal(line('example.org', 'FALSE', '/', 'FALSE', 1_500_000_000, 'sid', secret))).code).toBe(
      'session.expired',
    );
    expect((await refusal('# nothing\n')).code).toBe('session.no-cookies');
    await expect(readCookiesFile('/nowhere/cookies.txt', now)).rejects.toMatchObject({ code: 'session.no-file' });
  });
});
