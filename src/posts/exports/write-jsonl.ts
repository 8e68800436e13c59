import type { ExportedPost } from './exported-post.ts';

/** The post model as it is, one post a line, as `posts/posts.jsonl` of a snapshot has it. */
export async function* writeJsonl(posts: AsyncIterable<ExportedPost>): AsyncGenerator<string> {
  for await (const { post } of posts) yield `${JSON.stringify(post)}\n`;
}
