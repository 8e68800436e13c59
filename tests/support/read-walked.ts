import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChannelAdapter } from '../../src/channels/channel-adapter.ts';
import type { ArchivedResponse } from '../../src/model/archived-response.ts';
import type { ChannelPlace } from '../../src/model/channel.ts';
import type { Post } from '../../src/model/post.ts';
import type { Collected, PublicSite } from '../../src/model/public-site.ts';
import { FindingsBook } from '../../src/posts/findings-book.ts';
import { archivedText, readWith } from './archived-text.ts';

/** What a walk without a browser asked and yielded, and what the answers hold. */
export interface Walked {
  readonly asked: readonly string[];
  readonly collected: readonly Collected[];
  readonly posts: readonly Omit<Post, 'channel' | 'archive'>[];
  readonly book: FindingsBook;
}

/** Walks through a channel's lists over the network of this machine, and reads every answer as from an archive. */
export async function readWalked(adapter: ChannelAdapter, place: ChannelPlace): Promise<Walked> {
  const responses: ArchivedResponse[] = [];
  const collected: Collected[] = [];
  for await (const found of adapter.seeds?.walk?.(place, fetchingSite(responses)) ?? []) collected.push(found);
  const folder = await mkdtemp(join(tmpdir(), 'lastpost-walked-'));
  const book = await FindingsBook.open(folder);
  try {
    for (const response of responses) {
      for (const finding of await readWith(adapter, response, place)) await book.enter(finding, response.place);
    }
    const posts: Walked['posts'][number][] = [];
    for await (const { post } of book.posts()) posts.push(post);
    return { asked: responses.map(({ url }) => url), collected, posts, book };
  } finally {
    await book.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A site that is asked over the network of this machine; its answers are put into `responses`. */
export function fetchingSite(responses: ArchivedResponse[] = []): PublicSite {
  return {
    signal: new AbortController().signal,
    async ask(asked) {
      const answer = await fetch(asked);
      const text = await answer.text();
      const headers = [...answer.headers];
      const mime = (answer.headers.get('content-type') ?? '').split(';')[0] ?? '';
      responses.push(archivedText(answer.url, text, { status: answer.status, mime, headers }));
      return { asked, url: answer.url, status: answer.status, headers, text };
    },
  };
}
