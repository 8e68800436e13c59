import type { ExportedPost } from './exported-post.ts';

/**
 * The post model as it is, one post a line, as `posts/posts.jsonl` of a snapshot has it; one that was deleted after publication
 * has a field `gone` more.
 */
export async function* writeJsonl(posts: AsyncIterable<ExportedPost>): AsyncGenerator<string> {
  for await (const { post, gone } of posts) yield `${JSON.stringify(gone ? { ...post, gone } : post)}\n`;
}
