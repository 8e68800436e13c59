import type { CheerioAPI } from 'cheerio';
import { type FoundPost, makePost, type PostAuthor } from '../../model/post.ts';
import type { HtmlPage } from '../reading/html-page.ts';
import { htmlToText } from '../reading/html-to-text.ts';
import { asTime, asUrl } from '../reading/json-reader.ts';
import { commentId } from './read-comment.ts';

const anyNodes = ($: CheerioAPI) => $('*').first();
type Nodes = ReturnType<typeof anyNodes>;

const comments =
  'li.comment,li.pingback,li.trackback,[id^="comment-"].comment,[id^="comment-"].comment-body,.wp-block-comment-template > li';
const contents = '.comment-content,.wp-block-comment-content,.comment-text,.comment_content';

/**
 * The comments that a page shows. @see WordPress, Walker_Comment::html5_comment() and the block core/comment-template
 */
export function readHtmlComments(page: HtmlPage, post: FoundPost): readonly FoundPost[] {
  const { $ } = page;
  const found = new Map<string, FoundPost>();
  for (const element of $(comments)) {
    const comment = readOne(page, $(element), post);
    if (comment !== undefined && !found.has(comment.id)) found.set(comment.id, comment);
  }
  return [...found.values()];
}

function numberOf(node: Nodes): string | undefined {
  const ids = [
    node.attr('id'),
    node.children('[id^="div-comment-"]').attr('id'),
    node.children('[id^="comment-"]').attr('id'),
  ];
  return ids.map((id) => /^(?:div-|li-)?comment-(\d+)$/.exec(id ?? '')?.[1]).find((number) => number !== undefined);
}

function readOne(page: HtmlPage, node: Nodes, post: FoundPost): FoundPost | undefined {
  const { $, base, address } = page;
  const number = numberOf(node);
  const own = (selector: string) =>
    node
      .find(selector)
      .filter((_, element) => $(element).closest(comments).is(node))
      .first() as Nodes;
  const content = own(contents);
  if (number === undefined || content.length === 0) return undefined;
  // Some themes have name, time and the link to answer inside the text.
  const copy = content.clone();
  copy
    .find(
      '.comment-meta,.comment-metadata,.comment-author,.reply,.comment-reply-link,.wp-block-comment-reply-link,.comment-awaiting-moderation',
    )
    .remove();
  const html = copy.html()?.trim() ?? '';
  const parent = node.parent().closest(comments);
  const above = parent.length === 0 ? undefined : numberOf(parent as Nodes);
  return makePost({
    platform: 'wordpress',
    id: commentId(number),
    url: `${address}#comment-${number}`,
    kind: 'comment',
    source: 'crawl',
    isOwn: node.is('.bypostauthor') || own('.bypostauthor').length > 0,
    author: authorOf(
      own('.comment-author .fn,.wp-block-comment-author-name,.comment-author,.comment-meta b,cite'),
      base,
    ),
    published: asTime(own('time[datetime]').attr('datetime')),
    ...htmlToText(html, base),
    html,
    replyTo: { id: above === undefined ? post.id : commentId(above), url: null, author: null, text: null },
    thread: post.id,
  });
}

function authorOf(node: Nodes, base: string): PostAuthor | null {
  const name = node.text().replace(/\s+/g, ' ').trim();
  if (name === '') return null;
  const url = asUrl(node.attr('href') ?? node.find('a[href]').first().attr('href'), base);
  return { id: null, handle: null, name, url };
}
