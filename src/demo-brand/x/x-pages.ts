import { type Html, html } from '../http/html.ts';
import type { XPost } from './load-x-posts.ts';
import { X_QUERIES } from './x-api.ts';
import { postsOnX, X_BIO, X_BRAND, X_FOLLOWERS, X_PROFILE, type XFrame } from './x-frame.ts';

/** The profile: its posts come by GraphQL when the page is scrolled, none is in the HTML. */
export function xProfilePage(frame: XFrame, posts: readonly XPost[]): Html {
  const main = html`<section class="profile">
<img src="/static/brandt.svg" width="96" height="96" alt="">
<h1>${X_BRAND.name}</h1><p class="handle">@${X_BRAND.handle}</p><p>${X_BIO}</p>
<p><a href="${frame.blogUrl}" rel="me">Blog</a> · joined April 2016</p>
<p class="counts"><b>${postsOnX(posts).length}</b> posts · <b>${X_FOLLOWERS.toLocaleString('en')}</b> followers</p>
</section>
<section class="feed" data-queries="${X_QUERIES}" data-account="${X_BRAND.id}" data-handle="${X_BRAND.handle}" aria-label="Posts"></section>
<p class="end">Loading …</p>`;
  return page(`${X_BRAND.name} (@${X_BRAND.handle})`, main);
}

/** One post; it comes by GraphQL too. */
export function xPostPage(id: string): Html {
  const main = html`<p><a href="${X_PROFILE}">← ${X_BRAND.name}</a></p>
<section class="feed" data-queries="${X_QUERIES}" data-focal="${id}" data-handle="${X_BRAND.handle}" aria-label="Post"></section>
<p class="end"></p>`;
  return page(`${X_BRAND.name}: a post`, main);
}

export function xLoginPage(): Html {
  return page(
    'Log in',
    html`<h1>Log in to continue</h1><form method="post"><input name="username" aria-label="Name"><input name="password" type="password" aria-label="Password"><button>Log in</button></form>`,
  );
}

export function xNotFoundPage(): Html {
  return page('Nothing here', html`<h1>Only static</h1><p>There is nothing at this address.</p>`);
}

export function xClosedPage(): Html {
  return page(
    'Account closed',
    html`<h1>This account does not exist</h1><p>@${X_BRAND.handle} was closed by its owner.</p>`,
  );
}

function page(title: string, main: Html): Html {
  return html`<html lang="en">
<head>
<meta charset="UTF-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Kurzwelle</title>
<link rel="icon" type="image/svg+xml" href="/static/brandt.svg">
<link rel="stylesheet" href="/static/kurzwelle.css">
</head>
<body><header><b>Kurzwelle</b></header><main>${main}</main><script src="/static/kurzwelle.js"></script></body>
</html>`;
}
