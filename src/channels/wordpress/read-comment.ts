import { type FoundPost, makePost } from '../../model/post.ts';
import { htmlToText } from '../reading/html-to-text.ts';
import { asText, asUrl, at } from '../reading/json-reader.ts';
import { gmt, plainTitle } from './read-post.ts';

/** Comments are numbered by themselves: comment 5 and post 5 are two things. */
export function commentId(number: string): string {
  return `comment-${number}`;
}

/**
 * A comment as `/wp/v2/comments` gives it. Own are those of people who write for the site: only they are shown with it.
 * @see https://developer.wordpress.org/rest-api/reference/comments/
 */
export function readComment(item: unknown): FoundPost | undefined {
  const id = asText(at(item, 'id'));
  const post = asText(at(item, 'post'));
  const html = asText(at(item, 'content', 'rendered'));
  if (id === null || post === null || html === null) return undefined;
  const url = asUrl(at(item, 'link'));
  const parent = asText(at(item, 'parent'));
  const answered = parent === null || parent === '0' ? post : commentId(parent);
  const user = asText(at(item, 'author'));
  const isUser = user !== null && user !== '0';
  const shown = at(item, '_embedded', 'author', 0);
  const { text, links } = htmlToText(html, url ?? undefined);
  return makePost({
    platform: 'wordpress',
    id: commentId(id),
    url,
    kind: 'comment',
    source: 'api',
    isOwn: isUser && asText(at(shown, 'id')) === user,
    author: {
      id: isUser ? user : null,
      handle: isUser ? asText(at(shown, 'slug')) : null,
      name: plainTitle(at(item, 'author_name')),
      url: asUrl(at(item, 'author_url')),
    },
    published: gmt(at(item, 'date_gmt')),
    text,
    html,
    links,
    replyTo: { id: answered, url: null, author: null, text: null },
    thread: post,
  });
}
