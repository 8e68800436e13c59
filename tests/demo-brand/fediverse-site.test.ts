import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoBrand, startDemoBrand } from '../../src/demo-brand/start-demo-brand.ts';

interface Status {
  readonly id: string;
  readonly url: string;
  readonly language: string | null;
  readonly reblog: unknown;
  readonly spoiler_text: string;
  readonly edited_at: string | null;
  readonly in_reply_to_id: string | null;
  readonly poll: unknown;
  readonly quote: unknown;
  readonly visibility: string;
  readonly media_attachments: readonly { readonly url: string; readonly description: string }[];
}

let brand: DemoBrand;
beforeAll(async () => {
  brand = await startDemoBrand({ slowPageMs: 0, feedDelayMs: 0 });
});
afterAll(() => brand.close());

async function json<T>(url: string): Promise<T> {
  return (await (await fetch(url)).json()) as T;
}

/** Every page of the list, from the last id on or by the server's own links. */
async function list(how: 'last id' | 'rel=next'): Promise<readonly Status[]> {
  const all: Status[] = [];
  for (let url = `${brand.expected.fediverse.listUrl}?limit=40`; url !== ''; ) {
    const answer = await fetch(url);
    const page = (await answer.json()) as readonly Status[];
    all.push(...page);
    const next = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1] ?? '';
    const last = page.at(-1);
    const below = last === undefined ? '' : `${brand.expected.fediverse.listUrl}?limit=40&max_id=${last.id}`;
    url = how === 'rel=next' ? next : below;
  }
  return all;
}

describe('the account in the fediverse', () => {
  test('says what its server runs, who it is and how much it has said', async () => {
    const { origin } = new URL(brand.fediverseUrl);
    const { links } = await json<{ links: { href: string }[] }>(`${origin}/.well-known/nodeinfo`);
    expect(await json(links[0]?.href ?? '')).toMatchObject({ software: { name: 'mastodon' } });
    const account = await json(`${origin}/api/v1/accounts/lookup?acct=brandt`);
    expect(account).toMatchObject({ statuses_count: 38, url: brand.fediverseUrl });
    expect((await fetch(`${origin}/api/v1/accounts/lookup?acct=nobody`)).status).toBe(404);
    const finger = `${origin}/.well-known/webfinger?resource=acct:brandt@${new URL(origin).host}`;
    expect(await json(finger)).toMatchObject({ aliases: [brand.fediverseUrl] });
  });

  test('lists all its posts from the last id on, and loses one at each page boundary by rel=next', async () => {
    const { postIds, lostIds, postCount } = brand.expected.fediverse;
    const ids = (await list('last id')).map(({ id }) => id);
    expect(ids).toEqual(postIds);
    expect(ids).toHaveLength(postCount);
    const byNext = (await list('rel=next')).map(({ id }) => id);
    expect(lostIds).toHaveLength(1);
    expect(byNext).toEqual(postIds.filter((id) => !lostIds.includes(id)));
  });

  test('has posts of every kind, in two languages, each picture with words', async () => {
    const all = await list('last id');
    const count = (is: (status: Status) => boolean) => all.filter(is).length;
    expect(count(({ reblog }) => reblog !== null)).toBe(2);
    expect(count(({ spoiler_text }) => spoiler_text !== '')).toBe(2);
    expect(count(({ edited_at }) => edited_at !== null)).toBe(1);
    expect(count(({ in_reply_to_id }) => in_reply_to_id !== null)).toBe(6);
    expect([count(({ poll }) => poll !== null), count(({ quote }) => quote !== null)]).toEqual([1, 1]);
    expect(count(({ visibility }) => visibility === 'unlisted')).toBe(1);
    expect(count(({ language }) => language === 'de')).toBe(22);
    expect(count(({ language }) => language === 'en')).toBe(14);
    const media = all.flatMap(({ media_attachments }) => media_attachments);
    for (const { url, description } of media) {
      expect(description, url).not.toBe('');
      expect((await fetch(url)).status, url).toBe(200);
    }
    expect([...new Set(media.map(({ url }) => url))].sort()).toEqual([...brand.expected.fediverse.mediaUrls].sort());
    const pinned = await json<Status[]>(`${brand.expected.fediverse.listUrl}?pinned=true`);
    expect(pinned).toHaveLength(1);
  });

  test('shows every post on pages too, and the newest in a feed', async () => {
    const { pageUrls, feedUrl } = brand.expected.fediverse;
    for (const url of pageUrls) {
      const answer = await fetch(url);
      expect(answer.status, url).toBe(200);
      expect(await answer.text()).toContain('h-entry');
    }
    expect(pageUrls.filter((url) => url.includes('max_id'))).toHaveLength(1);
    expect([...(await (await fetch(feedUrl)).text()).matchAll(/<item>/g)]).toHaveLength(20);
    expect((await fetch(`${brand.fediverseUrl}/1`)).status).toBe(404);
  });

  test('and the blog point to one another with rel=me', async () => {
    const blog = await (await fetch(brand.blogUrl)).text();
    for (const url of [brand.socialUrl, brand.fediverseUrl]) expect(blog).toContain(`<a href="${url}" rel="me">`);
    expect(await (await fetch(brand.fediverseUrl)).text()).toContain(`<a href="${brand.blogUrl}" rel="me">`);
  });
});
