import { type Html, html } from '../http/html.ts';
import { FEED_API, type FeedPost, mediaPath, PROFILE, postPath } from './feed-posts.ts';

export interface SocialFrame {
  /** `http://127.0.0.1:8081`, no slash at the end. */
  readonly origin: string;
  readonly blogUrl: string;
}

const NAME = 'Brandt & Söhne';

/** The profile: its posts come by JSON when the page is scrolled, none is in the HTML. */
export function profilePage(frame: SocialFrame, total: number): Html {
  const main = html`<section class="profile">
<img class="cover" src="/media/header.jpg" width="1200" height="420" alt="Ein Fahrrad mit Blumenkorb unter blühenden Bäumen">
<div class="identity"><img class="avatar" src="/static/brandt.svg" width="112" height="112" alt="">
<button type="button" class="follow">Follow</button></div>
<h1>${NAME}</h1><p class="handle">@brandt</p>
<p class="bio"><span lang="de">Fahrradglocken aus Ilsenbrück, seit 1924. Wir läuten einmal, und früh.</span> <span lang="en">Bicycle bells since 1924. We ring once, and early.</span></p>
<p class="site"><a href="${frame.blogUrl}" rel="me">Blog</a> · joined May 2019</p>
<ul class="counts"><li><b>${total}</b> posts</li><li><b>2,318</b> followers</li><li><b>61</b> following</li></ul>
</section>
<p class="closing" lang="en">This account closes on 30 November 2026. <span lang="de">Dieses Konto schließt am 30. November 2026.</span></p>
<section class="feed" data-api="${FEED_API}" aria-label="Posts"></section>
<p class="feed-end" data-end="That was everything. ${NAME} posted here from May 2019 to November 2026."><span>Loading …</span></p>`;
  return network(frame, { title: `${NAME} (@brandt)`, canonical: PROFILE, script: true }, main);
}

export function permalinkPage(frame: SocialFrame, post: FeedPost): Html {
  const replies = post.replies.map(
    (reply) =>
      html`<article class="reply u-comment h-cite"><span class="initial" aria-hidden="true">${reply.author.slice(0, 1)}</span><div><p class="by"><b class="p-author h-card">${reply.author}</b> <time class="dt-published" datetime="${reply.date}">${shortDate(reply.date)}</time></p><p class="p-content">${reply.text}</p></div></article>`,
  );
  const main = html`<p class="back"><a href="${PROFILE}">← ${NAME}</a></p>
<div class="h-entry"><article class="post single" lang="${post.language}">
<img class="avatar" src="/static/brandt.svg" width="48" height="48" alt="">
<div><p class="by p-author h-card"><b class="p-name">${NAME}</b> <span class="p-nickname">@brandt</span></p>
<p class="text e-content">${post.text}</p>
${post.image !== undefined && html`<img class="picture u-photo" loading="lazy" src="${mediaPath(post.image)}" alt="${post.imageAlt ?? ''}">`}
<p class="stats"><time class="dt-published" datetime="${post.date}">${shortDate(post.date)}</time><span class="likes">${post.likes} likes</span><span>${post.replies.length === 1 ? '1 reply' : `${post.replies.length} replies`}</span></p></div>
</article>
${post.replies.length > 0 && html`<section class="replies" aria-label="Replies">${replies}</section>`}</div>`;
  return network(frame, { title: `${NAME}: ${excerpt(post.text)}`, canonical: postPath(post), script: false }, main);
}

export function socialNotFoundPage(frame: SocialFrame): Html {
  return network(
    frame,
    { title: 'Not found', script: false },
    html`<section class="missing"><h1>The chain came off</h1><p>There is nothing at this address. <a href="${PROFILE}">Back to the road</a></p></section>`,
  );
}

interface PageHead {
  readonly title: string;
  readonly canonical?: string;
  readonly script: boolean;
}

function network(frame: SocialFrame, head: PageHead, main: Html): Html {
  return html`<html lang="en">
<head>
<meta charset="UTF-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${head.title} · Kettenblatt</title>
${head.canonical !== undefined && html`<link rel="canonical" href="${frame.origin}${head.canonical}">`}
<link rel="icon" type="image/svg+xml" href="/static/kettenblatt.svg">
<link rel="stylesheet" href="/static/kettenblatt.css">
${head.script && html`<script src="/static/feed.js" defer></script>`}
</head>
<body>
<div class="frame">
<header class="rail"><a class="brand" href="${PROFILE}"><img src="/static/kettenblatt.svg" width="40" height="40" alt=""> <span>Kettenblatt</span></a>
<p>A small network for people who ride, mend and make bicycles.</p>
<button type="button">Log in</button></header>
<main>${main}</main>
</div>
</body>
</html>`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function shortDate(date: string): string {
  const [year = '', month = '', day = ''] = date.slice(0, 10).split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

function excerpt(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 60).replace(/\s+\S*$/, '')} …`;
}
