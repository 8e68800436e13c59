import { describe, expect, test } from 'vitest';
import { recogniseWall, wallSigns } from '../../../src/crawl/walls/recognise-wall.ts';
import type { WallEvidence, WallPage } from '../../../src/crawl/walls/wall.ts';

interface Given {
  readonly asked?: string;
  readonly final?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly title?: string;
  readonly text?: string;
  readonly page?: Partial<WallPage>;
}

function evidence({
  asked = 'https://example.org/post',
  final,
  status = 200,
  headers = {},
  ...shown
}: Given): WallEvidence {
  const text = shown.text ?? '';
  const page: WallPage = {
    title: shown.title ?? '',
    text,
    words: text.split(/\s+/).filter((word) => word !== '').length,
    links: 2,
    hasLoginForm: false,
    isArticle: false,
    found: [],
    robots: [],
    ...shown.page,
  };
  return { askedUrl: asked, finalUrl: final ?? asked, status, headers: Object.entries(headers), page };
}

const longText = 'The kettle sang in the small hours, and nobody in the roastery had slept much. '.repeat(30);

describe('what a wall is recognised by', () => {
  const walls: readonly (readonly [name: string, kind: string, by: string, given: Given])[] = [
    ['a documented header alone', 'bot-wall', 'Cloudflare', { status: 403, headers: { 'CF-Mitigated': 'challenge' } }],
    [
      'a check under status 429 is no request for a pause',
      'bot-wall',
      'Vercel',
      { status: 429, headers: { 'x-vercel-mitigated': 'challenge' } },
    ],
    ['AWS under status 202', 'bot-wall', 'AWS WAF', { status: 202, headers: { 'x-amzn-waf-action': 'challenge' } }],
    [
      'an empty page with a frame of DataDome',
      'bot-wall',
      'DataDome',
      { status: 403, page: { found: ['iframe[src*="captcha-delivery.com"], script[src*="captcha-delivery.com"]'] } },
    ],
    [
      'Akamai',
      'bot-wall',
      'Akamai',
      {
        status: 403,
        title: 'Access Denied',
        text: 'Access Denied\nYou don\'t have permission to access "http://example.org/" on this server.\nReference #18.2d351ab8.1557333295.a4e16ab\nhttps://errors.edgesuite.net/18.2d',
      },
    ],
    [
      'Imperva under status 200',
      'bot-wall',
      'Imperva',
      { text: 'Request unsuccessful. Incapsula incident ID: 474000030123' },
    ],
    ['a status that is none', 'bot-wall', 'LinkedIn', { status: 999 }],
    [
      'the address alone, on a platform',
      'login-wall',
      'Instagram',
      {
        asked: 'https://www.instagram.com/brand/',
        final: 'https://www.instagram.com/accounts/login/?next=%2Fbrand%2F',
      },
    ],
    [
      'the flow of X',
      'login-wall',
      'X',
      { asked: 'https://x.com/brand/status/1', final: 'https://x.com/i/flow/login?redirect_after_login=%2Fbrand' },
    ],
    [
      'the authwall',
      'login-wall',
      'LinkedIn',
      { asked: 'https://de.linkedin.com/company/brand', final: 'https://www.linkedin.com/authwall?trk=bf' },
    ],
    [
      'a checkpoint',
      'login-wall',
      'Facebook',
      { asked: 'https://www.facebook.com/brand', final: 'https://www.facebook.com/checkpoint/123/' },
    ],
    [
      'a consent page',
      'login-wall',
      'the consent page of Google or YouTube',
      { asked: 'https://www.youtube.com/@brand', final: 'https://consent.youtube.com/m?continue=x' },
    ],
    [
      'any login it was sent to, with its form',
      'login-wall',
      '',
      {
        asked: 'https://example.org/members',
        final: 'https://example.org/de/login?next=/members',
        page: { hasLoginForm: true, words: 250 },
      },
    ],
    [
      'words and form under the same address',
      'login-wall',
      '',
      { text: 'Bitte melden Sie sich an, um fortzufahren.\nBenutzername\nPasswort', page: { hasLoginForm: true } },
    ],
    [
      'a video that is gone, beside fifty others',
      'content-unavailable',
      'YouTube',
      {
        asked: 'https://www.youtube.com/watch?v=1',
        title: '- YouTube',
        text: `Video unavailable\nThis video isn’t available anymore\n${longText}`,
      },
    ],
    [
      'a post that is gone, above a footer with many links',
      'content-unavailable',
      'Instagram',
      {
        asked: 'https://www.instagram.com/p/1/',
        text: "Sorry, this page isn't available.\nThe link you followed may be broken, or the page may have been removed.",
        page: { words: 250, links: 60 },
      },
    ],
    [
      'a profile for people with an account',
      'login-wall',
      'Bluesky',
      {
        asked: 'https://bsky.app/profile/brand.example',
        text: `Sign-in Required\nThis account has requested that users sign in to view their profile.`,
        page: { words: 120, links: 30 },
      },
    ],
    [
      'X that has been asked too often',
      'rate-limited',
      'X',
      { asked: 'https://x.com/brand', text: 'Something went wrong. Try reloading.\nRetry', page: { words: 90 } },
    ],
    [
      'an age that must be confirmed, beside fifty others',
      'age-gate',
      'YouTube',
      { asked: 'https://www.youtube.com/watch?v=1', text: `Sign in to confirm your age\n${longText}` },
    ],
    ['RFC 7725', 'country-gate', '', { status: 451, text: 'Unavailable For Legal Reasons' }],
    [
      'a tired German platform',
      'rate-limited',
      '',
      {
        title: 'Zu viele Anfragen',
        text: 'Zu viele Anfragen. Bitte versuchen Sie es in einigen Minuten erneut.',
        headers: { 'retry-after': '60' },
      },
    ],
  ];
  test.each(walls)('%s: %s', (_name, kind, by, given) => {
    expect(recogniseWall(evidence(given))).toMatchObject({ kind, by });
  });

  test('says what it saw, strongest first', () => {
    const wall = recogniseWall(
      evidence({ status: 403, headers: { 'cf-mitigated': 'challenge' }, title: 'Just a moment...' }),
    );
    expect(wall?.signs).toEqual(['header cf-mitigated', 'the title "Just a moment..."', 'status 403']);
  });

  test('does without the page when it cannot be asked', () => {
    const { page: _page, ...rest } = evidence({ status: 403, headers: { 'cf-mitigated': 'challenge' } });
    expect(recogniseWall({ ...rest, page: undefined })).toMatchObject({ kind: 'bot-wall' });
  });
});

describe('what is content', () => {
  const contents: readonly (readonly [name: string, given: Given])[] = [
    ['one weak sign: a title', { title: 'Just a moment...', text: 'A poem.' }],
    [
      'one weak sign: a script of Cloudflare’s on an ordinary page',
      { headers: { server: 'cloudflare' }, text: longText },
    ],
    [
      'a short post that asks what a wall asks',
      { title: 'Are you a robot?', text: 'Are you a robot?\nOur barista is not. Come and see.' },
    ],
    [
      'a short post with a wall’s own sentence, that says it is an article',
      {
        title: 'Verify you are human',
        text: 'Verify you are human\nThat is what it said. We laughed.',
        page: { isArticle: true },
      },
    ],
    [
      'an answer about rate limits',
      { title: 'Rate limit exceeded – API help', text: 'Rate limit exceeded\nYou asked too often. Wait a minute.' },
    ],
    [
      'a long page that quotes a soft 404',
      { title: 'What they say', text: `This content isn't available right now\n${longText}` },
    ],
    ['a product that is not sold here', { text: 'This mug is not available in your country. Write to us.' }],
    [
      'a login page that was asked for',
      {
        asked: 'https://example.org/login',
        title: 'Log in',
        text: 'Log in\nName\nPassword',
        page: { hasLoginForm: true },
      },
    ],
    [
      'a small page with a login form of its own',
      { title: 'Opening hours', text: 'Open from nine to five.\nName\nPassword', page: { hasLoginForm: true } },
    ],
    [
      'a post about logging in that the reader was sent to',
      {
        asked: 'https://example.org/?p=7',
        final: 'https://example.org/blog/login/',
        title: 'How we log in',
        text: longText,
      },
    ],
    [
      'a contact form with a CAPTCHA',
      {
        title: 'Contact',
        text: 'Write to us.\nName\nMessage\nSend',
        page: { found: ['iframe[src*="/recaptcha/"], .g-recaptcha'] },
      },
    ],
    ['an ordinary 403', { status: 403, title: 'Access Denied', text: 'Access Denied\nMembers only.' }],
    ['an ordinary 503', { status: 503, text: 'Down for maintenance.' }],
    [
      'a comment on a video that says what YouTube says elsewhere',
      { text: `Sign in to confirm your age\n${longText}` },
    ],
  ];
  test.each(contents)('%s', (_name, given) => {
    expect(recogniseWall(evidence(given))).toBeUndefined();
  });
});

test('every sign has a source and a day, and every group is seen by something', () => {
  for (const { source, checkedOn, signs } of wallSigns) {
    expect(source.length).toBeGreaterThan(10);
    expect(checkedOn).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(signs.length).toBeGreaterThan(0);
    for (const { weight } of signs) expect(weight).toSatisfy((points: number) => points >= 1 && points <= 10);
  }
});
