import { type Html, html } from '../http/html.ts';
import {
  type FediverseFrame,
  filmPath,
  NAME,
  othersUrl,
  PROFILE_PAGE_SIZE,
  PROFILE_PATH,
  picturePath,
  tootPath,
  USER,
} from './fediverse-frame.ts';
import type { OthersToot, Toot } from './load-toots.ts';
import { tootHtml } from './toot-html.ts';

/** The profile, as Mastodon wrote it before it became an app: twenty toots as h-entry, and a way to the older ones. */
export function fediverseProfile(frame: FediverseFrame, toots: readonly Toot[], from: number): Html {
  const shown = toots.slice(from, from + PROFILE_PAGE_SIZE);
  const last = shown.at(-1);
  const hasOlder = last !== undefined && from + shown.length < toots.length;
  const main = html`<section class="card h-card">
<img class="cover" src="/media/header.jpg" width="1200" height="420" alt="Ein Fahrrad mit Blumenkorb unter blühenden Bäumen">
<div class="about"><img class="u-photo" src="/static/brandt.svg" width="96" height="96" alt="">
<h1 class="p-name">${NAME}</h1><p class="acct">@${USER}@${new URL(frame.origin).host} · ${toots.length} Beiträge</p>
<p class="p-note">Fahrradglocken aus Ilsenbrück, seit 1924. Wir läuten einmal, und früh.</p>
<dl class="fields"><dt>Blog</dt><dd><a href="${frame.blogUrl}" rel="me">${frame.blogUrl}</a></dd><dt>Kettenblatt</dt><dd><a href="${frame.kettenblattUrl}" rel="me">${frame.kettenblattUrl}</a></dd></dl></div>
</section>
${shown.map((toot) => entry(frame, toot))}
${hasOlder && html`<a class="older load-more" href="${PROFILE_PATH}?max_id=${last.id}">Ältere Beiträge</a>`}`;
  return page(frame, { title: `${NAME} (@${USER})`, path: PROFILE_PATH, feed: true }, main);
}

export function fediversePermalink(frame: FediverseFrame, toot: Toot): Html {
  const main = html`${entry(frame, toot)}${toot.replies.map(comment)}<p><a href="${PROFILE_PATH}">Alles von ${NAME}</a></p>`;
  return page(frame, { title: `${NAME}: ${toot.warning ?? toot.text.slice(0, 60)}`, path: tootPath(toot) }, main);
}

export function fediverseNotFound(frame: FediverseFrame): Html {
  const words = html`<section class="entry"><h1>Niemand zu Hause</h1><p>Hier war nie etwas, oder es ist fort.</p></section>`;
  return page(frame, { title: 'Nichts' }, words);
}

function entry(frame: FediverseFrame, toot: Toot): Html {
  if (toot.boosts !== undefined) return boost(toot.boosts);
  const marks = [toot.isPinned && 'Angeheftet', toot.edited !== undefined && 'Bearbeitet'].filter(
    (mark) => mark !== false,
  );
  const words = html`<div class="e-content" lang="${toot.language}">${tootHtml(toot, frame)}</div>`;
  return html`<article class="entry h-entry">
${marks.length > 0 && html`<p class="mark">${marks.join(' · ')}</p>`}
<p class="by p-author h-card"><a class="u-url p-name" href="${frame.origin}${PROFILE_PATH}">${NAME}</a></p>
${toot.warning === undefined ? words : html`<details><summary class="p-summary">${toot.warning}</summary>${words}</details>`}
${toot.quotes !== undefined && html`<blockquote class="quoted">${toot.quotes.text}<br><a href="${othersUrl(toot.quotes)}">${toot.quotes.by.name}</a></blockquote>`}
${media(toot)}
${toot.poll !== undefined && html`<ul class="poll">${toot.poll.options.map(([text, votes]) => html`<li><span>${text}</span> <b>${votes}</b></li>`)}</ul>`}
<p><a class="u-url u-uid" href="${frame.origin}${tootPath(toot)}"><time class="dt-published" datetime="${toot.date}">${toot.date.slice(0, 10)}</time></a></p>
</article>`;
}

function media({ images, video }: Toot): Html | false {
  if (images.length === 0 && video === undefined) return false;
  const film =
    video !== undefined &&
    html`<video class="u-video" src="${filmPath(video.file)}" controls preload="metadata" aria-label="${video.alt}"></video>`;
  return html`<div class="pictures">${images.map(({ file, alt }) => html`<img class="u-photo" loading="lazy" src="${picturePath(file)}" alt="${alt}">`)}${film}</div>`;
}

function boost(toot: OthersToot): Html {
  return html`<article class="entry h-cite"><p class="mark">${NAME} teilte</p><p class="by"><a href="${toot.by.url}">${toot.by.name}</a></p><p>${toot.text}</p><p><a href="${othersUrl(toot)}"><time datetime="${toot.date}">${toot.date.slice(0, 10)}</time></a></p></article>`;
}

function comment(reply: OthersToot): Html {
  return html`<article class="entry h-entry p-comment"><p class="by p-author h-card"><a class="u-url p-name" href="${reply.by.url}">${reply.by.name}</a></p><div class="e-content"><p>${reply.text}</p></div><p><a class="u-url u-uid" href="${othersUrl(reply)}"><time class="dt-published" datetime="${reply.date}">${reply.date.slice(0, 10)}</time></a></p></article>`;
}

function page(frame: FediverseFrame, head: { title: string; path?: string; feed?: true }, main: Html): Html {
  return html`<html lang="de">
<head>
<meta charset="UTF-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${head.title} · Klingelnetz</title>
${head.path !== undefined && html`<link rel="canonical" href="${frame.origin}${head.path}">`}
${head.feed === true && html`<link rel="alternate" type="application/rss+xml" href="${frame.origin}${PROFILE_PATH}.rss">`}
<link rel="icon" type="image/svg+xml" href="/static/brandt.svg">
<link rel="stylesheet" href="/static/klingelnetz.css">
</head>
<body><div class="page"><header class="server"><b>Klingelnetz</b><span>Ein kleiner Server für Leute, die einander hören</span></header>
<main>${main}</main></div></body>
</html>`;
}
