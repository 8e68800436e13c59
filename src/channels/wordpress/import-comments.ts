import { type FoundPost, makePost } from '../../model/post.ts';
import type { LeftOutCounter } from '../reading/export/count-left-out.ts';
import { type XmlNode, xmlText } from '../reading/export/xml-records.ts';
import { htmlToText } from '../reading/html-to-text.ts';
import { asUrl } from '../reading/json-reader.ts';
import { paragraphsOf } from './import-content.ts';
import type { WxrLibrary } from './import-library.ts';
import { commentId } from './read-comment.ts';
import { gmt, plainTitle } from './read-post.ts';

/**
 * The comments that people of the site wrote below a post, in the form in which `/wp/v2/comments` gives them. Those of others,
 * with pingbacks, are counted; so is what never was approved.
 * @param post undefined when it is left out, and what stands below it with it
 */
export function* readExportedComments(
  item: XmlNode,
  post: FoundPost | undefined,
  library: WxrLibrary,
  leftOut: LeftOutCounter,
): Generator<FoundPost> {
  for (const comment of item.children) {
    if (comment.name !== 'wp:comment') continue;
    const id = xmlText(comment, 'wp:comment_id');
    const isShown = xmlText(comment, 'wp:comment_approved') === '1';
    const isOwn = library.isAuthor(xmlText(comment, 'wp:comment_user_id') ?? '0');
    if (isOwn && isShown && id !== null && post !== undefined) yield commentOf(comment, id, post, library);
    else leftOut.add(isShown && !isOwn ? 'comments-by-others' : 'others');
  }
}

function commentOf(comment: XmlNode, id: string, post: FoundPost, library: WxrLibrary): FoundPost {
  const parent = xmlText(comment, 'wp:comment_parent');
  const url = post.url === null ? null : `${post.url.replace(/#.*$/, '')}#${commentId(id)}`;
  const html = paragraphsOf(xmlText(comment, 'wp:comment_content') ?? '');
  const { text, links } = htmlToText(html, url ?? library.base);
  const answered = parent === null || parent === '0' ? post.id : commentId(parent);
  return makePost({
    platform: 'wordpress',
    id: commentId(id),
    url,
    kind: 'comment',
    source: 'export',
    author: {
      id: xmlText(comment, 'wp:comment_user_id'),
      handle: null,
      name: plainTitle(xmlText(comment, 'wp:comment_author')),
      url: asUrl(xmlText(comment, 'wp:comment_author_url')),
    },
    published: gmt(xmlText(comment, 'wp:comment_date_gmt')),
    text,
    html,
    links,
    replyTo: { id: answered, url: null, author: null, text: null },
    thread: post.id,
    visibility: post.visibility,
  });
}
