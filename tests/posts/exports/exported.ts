import type { FoundPost, Post } from '../../../src/model/post.ts';
import type { ExportedPost } from '../../../src/posts/exports/exported-post.ts';

export const facts = {
  title: 'Aurora Kaffee & Söhne',
  madeAt: '2026-11-25T09:00:00.000Z',
  software: 'Lastpost 0.1.0',
} as const;

/** Posts as an export gets them, from a snapshot that proves them all by one record. */
export async function* exported(posts: Iterable<FoundPost>): AsyncGenerator<ExportedPost> {
  for (const post of posts) {
    const archive = {
      url: post.url ?? 'https://social.example/',
      record: 'urn:uuid:00000000-0000-4000-8000-000000000001',
      file: 'archive/data-00001.warc.gz',
      offsetBytes: 0,
      lengthBytes: 100,
      at: '2026-11-23T09:30:00.000Z',
    };
    const kept: Post = { ...post, channel: 'mastodon', archive };
    yield { post: kept, snapshot: { id: '7q2m9x4k', file: '20261123T093000Z.wacz' } };
  }
}

export async function textOf(chunks: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const chunk of chunks) text += chunk;
  return text;
}
