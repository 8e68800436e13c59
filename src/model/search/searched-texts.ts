import type { Post } from '../post.ts';

/**
 * The texts of a post that a search looks through, the ones people know it by first. What it quotes or passes on was read
 * together with it, and is looked for with it.
 */
export function searchedTexts(post: Post): readonly string[] {
  const texts = [
    post.title,
    post.text,
    post.warning,
    ...post.media.map(({ alt }) => alt),
    ...(post.poll?.options.map(({ text }) => text) ?? []),
    post.quoteOf?.text ?? null,
    post.repostOf?.text ?? null,
    post.tags.join(' '),
  ];
  return texts.filter((text) => text !== null && text !== '') as readonly string[];
}
