import { type Html, html } from '../http/html.ts';
import type { BlogComment, BlogPost } from './blog.ts';
import { longDate, WORDS } from './words.ts';

/** Comments in threads, each with the `?replytocom=` link WordPress writes, and the form. */
export function commentSection(post: BlogPost): Html {
  const words = WORDS[post.language];
  const roots = post.comments.filter((comment) => comment.parent === undefined);
  return html`<section class="wp-block-comments" id="comments">
<h2 class="wp-block-comments-title">${words.comments(post.comments.length)}</h2>
<ol class="wp-block-comment-template">${roots.map((comment) => thread(post, comment))}</ol>
<p class="comments-note">${words.closedSoon}</p>
<form action="/wp-comments-post.php" method="post" id="commentform" class="comment-form"><label for="comment">${words.leaveComment}</label><textarea id="comment" name="comment" rows="3" required></textarea><input type="hidden" name="comment_post_ID" value="${post.id}"><button type="submit" class="wp-element-button">${words.reply}</button></form>
</section>`;
}

function thread(post: BlogPost, comment: BlogComment): Html {
  const answers = post.comments.filter((other) => other.parent === comment.id);
  return html`<li id="comment-${comment.id}" class="comment depth-${comment.parent === undefined ? 1 : 2}">
<span class="avatar" aria-hidden="true">${comment.author.slice(0, 1)}</span>
<div class="wp-block-comment-content"><p class="comment-meta"><b>${comment.author}</b> <time datetime="${comment.date}">${longDate(post.language, comment.date)}</time></p>
<p>${comment.text}</p>
<p class="wp-block-comment-reply-link"><a rel="nofollow" class="comment-reply-link" href="${post.path}?replytocom=${comment.id}#respond">${WORDS[post.language].reply}</a></p></div>
${answers.length > 0 && html`<ol>${answers.map((answer) => thread(post, answer))}</ol>`}
</li>`;
}
