import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { ChannelAdapter } from '../../src/channels/channel-adapter.ts';
import type { ChannelPlace } from '../../src/model/channel.ts';
import type { FoundPost } from '../../src/model/post.ts';
import { FindingsBook } from '../../src/posts/findings-book.ts';
import type { ChannelFixture, ExpectedPost } from '../fixtures/sites/channel-fixture.ts';
import { archivedText, readWith } from './archived-text.ts';

/** What the pages of a platform ask for, one after the other. */
export interface Asked {
  readonly path: string;
  /** Sent with a POST. */
  readonly form?: Readonly<Record<string, string>>;
}

export interface ReadFixture {
  readonly posts: readonly FoundPost[];
  /** By name; the last one of each. */
  readonly claims: Readonly<Record<string, number>>;
  readonly unreadable: number;
  readonly withheld: number;
  readonly ended: readonly string[];
}

/** Asks a fixture what its pages would ask, without a browser, and reads the answers as an archive of them is read. */
export async function readFixture(
  adapter: ChannelAdapter,
  fixture: ChannelFixture,
  questions: readonly Asked[],
): Promise<ReadFixture> {
  const place: ChannelPlace = { platform: adapter.id, handle: fixture.handle, url: fixture.url };
  const folder = await mkdtemp(join(tmpdir(), 'lastpost-fixture-'));
  const book = await FindingsBook.open(folder);
  try {
    for (const { path, form } of questions) {
      const url = new URL(path, fixture.url).href;
      const body = form === undefined ? undefined : new URLSearchParams(form).toString();
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      const method = body === undefined ? 'GET' : 'POST';
      const answer = await fetch(url, { method, redirect: 'manual', ...(body === undefined ? {} : { body, headers }) });
      const mime = (answer.headers.get('content-type') ?? '').split(';')[0] ?? '';
      const parts = { method, status: answer.status, mime, requestBody: body ?? null };
      const response = archivedText(url, new Uint8Array(await answer.arrayBuffer()), parts);
      for (const finding of await readWith(adapter, response, place)) await book.enter(finding, response.place);
    }
    const posts: FoundPost[] = [];
    for await (const { post } of book.posts()) posts.push(post);
    const claims = Object.fromEntries(book.claims.map(({ name, count }) => [name, count]));
    return {
      posts,
      claims,
      unreadable: book.unreadable.length,
      withheld: book.withheld.length,
      ended: [...book.ended],
    };
  } finally {
    await book.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Compares what was found with what must be there: each post once, nothing else, and of each what is said. */
export function expectPosts(found: readonly FoundPost[], expected: readonly ExpectedPost[]): void {
  expect(found.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
  for (const { alts, mediaKinds, replyTo, repostOf, quoteOf, pollOptions, mediaKept: _, ...said } of expected) {
    const post = found.find(({ id }) => id === said.id);
    expect(post).toMatchObject(said);
    if (alts) expect([said.id, post?.media.map(({ alt }) => alt)]).toEqual([said.id, alts]);
    if (mediaKinds) expect([said.id, post?.media.map(({ kind }) => kind)]).toEqual([said.id, mediaKinds]);
    if (replyTo) expect([post?.replyTo?.id, post?.replyTo?.url]).toContain(replyTo);
    if (repostOf) expect([post?.repostOf?.id, post?.repostOf?.url]).toContain(repostOf);
    if (quoteOf) expect([post?.quoteOf?.id, post?.quoteOf?.url]).toContain(quoteOf);
    if (pollOptions) expect(post?.poll?.options.map(({ text }) => text)).toEqual(pollOptions);
  }
}
