import { loadAssetReplies } from '../http/asset-folder.ts';
import { html } from '../http/html.ts';
import { htmlReply, type Site, textReply } from '../http/reply.ts';

export const EMBED_PAGE = '/player/eule';
/** What the player loads, each from its own origin. */
export const EMBED_FILES = [
  '/static/player.css',
  '/static/player.js',
  '/static/owl.json',
  '/static/owl-cover.jpg',
] as const;

/** Planted, like the blog's. */
export const EMBED_COOKIE = 'DEMO_PLAYER_SECRET_77c0d2';

/** The sound service `Tonspur`, whose player the blog embeds from another origin. */
export function embedSite(): Site {
  const files = loadAssetReplies('assets/embed', '/static/');
  const player = htmlReply(playerPage(), {
    headers: { 'Set-Cookie': `tonspur_id=${EMBED_COOKIE}; Path=/; HttpOnly; SameSite=Lax` },
  });
  const missing = textReply('text/plain', 'Tonspur: nothing to hear here.\n', { status: 404 });
  return (request) => (request.path === EMBED_PAGE ? player : (files.get(request.path) ?? missing));
}

function playerPage() {
  return html`<html lang="de">
<head><meta charset="UTF-8"><title>Die Eule – Tonspur</title><link rel="stylesheet" href="/static/player.css"><script src="/static/player.js" defer></script></head>
<body data-track="/static/owl.json">
<div class="player"><img src="/static/owl-cover.jpg" width="160" height="190" alt="Kupferglocke vor dunklem Grund">
<div><h1>Die Eule</h1><p>Brandt &amp; Söhne · erste Aufnahme</p><div class="wave" aria-hidden="true"></div><div class="foot"><span class="length">…</span><span>Tonspur</span></div></div></div>
</body>
</html>`;
}
