import { expect, test } from 'vitest';
import { connectTo } from '../../../src/crawl/guard/network-guard.ts';
import { crawlDefaults } from '../../../src/model/crawl-defaults.ts';
import { platformLayers } from '../../fixtures/sites/platform-consent.ts';
import { crawlSite } from '../../support/crawl-site.ts';
import { html, useSites } from '../../support/fixtures.ts';
import type { Route } from '../../support/test-site.ts';

const site = useSites();

const over = 'position:fixed;left:0;right:0;bottom:0;padding:30px;background:#eee;z-index:9999';
/** What is pressed becomes the page's title, and the layer goes. */
const answers = `<script>
  const hear = (root) => root.addEventListener('click', (event) => {
    const button = event.composedPath().find((each) => each.dataset?.says);
    if (!button) return;
    document.title = (document.title === 'asked' ? '' : document.title + ' ') + button.dataset.says;
    const [show, layer] = [button.dataset.shows, document.querySelector('.layer')];
    if (show) document.querySelector(show).hidden = false;
    else for (const each of document.querySelectorAll('.layer')) each.remove();
  });
  document.title = 'asked'; hear(document);
</script>`;

const button = (says: string, attributes: string, words: string, tag = 'button') =>
  `<${tag} data-says="${says}" ${attributes}>${words}</${tag}>`;
const layer = (attributes: string, inner: string) =>
  `<div class="layer" style="${over}"><div ${attributes}><p>We use cookies.</p>${inner}</div></div>`;

/** Layers as the managers draw them, abbreviated; where words would give a button away, they do not. */
const managers: Readonly<Record<string, string>> = {
  OneTrust: layer(
    'id="onetrust-banner-sdk"',
    button('accepted', 'id="onetrust-accept-btn-handler"', 'A') +
      button('refused', 'id="onetrust-reject-all-handler"', 'B'),
  ),
  Cookiebot: layer(
    'id="CybotCookiebotDialog"',
    button('accepted', 'id="CybotCookiebotDialogBodyLevelButtonLevelOptinAllowAll"', 'A') +
      button('refused', 'id="CybotCookiebotDialogBodyButtonDecline"', 'B'),
  ),
  Didomi: layer(
    'id="didomi-notice"',
    button('accepted', 'id="didomi-notice-agree-button"', 'A') +
      button('refused', 'class="didomi-continue-without-agreeing"', 'B', 'span'),
  ),
  Quantcast: layer(
    'id="qc-cmp2-ui"',
    `<div class="qc-cmp2-summary-buttons">${button('accepted', 'mode="primary"', 'A')}${button('refused', 'id="disagree-btn" mode="secondary"', 'B')}</div>`,
  ),
  Borlabs: layer(
    'id="BorlabsCookieBox"',
    button('accepted', 'data-cookie-accept-all', 'A', 'a') + button('refused', 'data-cookie-refuse', 'B', 'a'),
  ),
  Complianz: layer(
    'class="cmplz-cookiebanner"',
    button('accepted', 'class="cmplz-accept"', 'A') + button('refused', 'class="cmplz-deny"', 'B'),
  ),
  CookieYes: layer(
    'class="cky-consent-container"',
    button('accepted', 'data-cky-tag="accept-button"', 'A') + button('refused', 'data-cky-tag="reject-button"', 'B'),
  ),
  Klaro: layer(
    'class="klaro"',
    `<div class="cookie-notice">${button('refused', 'class="cm-btn cn-decline"', 'B')}${button('accepted', 'class="cm-btn cm-btn-success"', 'A')}</div>`,
  ),
  TrustArc: layer(
    'id="truste-consent-track"',
    button('accepted', 'id="truste-consent-button"', 'A') + button('refused', 'id="truste-consent-required"', 'B'),
  ),
  iubenda: layer(
    'id="iubenda-cs-banner"',
    button('accepted', 'class="iubenda-cs-accept-btn"', 'A') + button('refused', 'class="iubenda-cs-reject-btn"', 'B'),
  ),
  Osano: layer(
    'class="osano-cm-dialog"',
    button('refused', 'class="osano-cm-denyAll"', 'B') + button('accepted', 'class="osano-cm-accept-all"', 'A'),
  ),
  'consentmanager.net': layer(
    'id="cmpbox"',
    button('accepted', 'class="cmpboxbtn cmpboxbtnyes"', 'A', 'a') +
      button('refused', 'class="cmpboxbtn cmpboxbtnno"', 'B', 'a'),
  ),
  CookieFirst: layer(
    'data-cookiefirst-widget="banner"',
    button('accepted', 'data-cookiefirst-action="accept"', 'A') +
      button('refused', 'data-cookiefirst-action="reject"', 'B'),
  ),
  Termly: layer(
    'class="t-consentPrompt"',
    button('refused', 'data-tid="banner-decline"', 'B') + button('accepted', 'data-tid="banner-accept"', 'A'),
  ),
  tarteaucitron: layer(
    'id="tarteaucitronAlertBig"',
    button('accepted', 'id="tarteaucitronPersonalize2"', 'A') + button('refused', 'id="tarteaucitronAllDenied2"', 'B'),
  ),
  Axeptio: layer(
    'class="axeptio_widget"',
    button('accepted', 'id="axeptio_btn_acceptAll"', 'A') + button('refused', 'id="axeptio_btn_dismiss"', 'B'),
  ),
  Usercentrics: `<div class="layer" id="usercentrics-root"></div><script>
    document.querySelector('#usercentrics-root').attachShadow({ mode: 'open' }).innerHTML =
      '<div data-testid="uc-container" style="${over}">${button('accepted', 'data-testid="uc-accept-all-button"', 'A')}${button('refused', 'data-testid="uc-deny-all-button"', 'B')}</div>';
  </script>`,
};

test('refuses what the common consent managers ask, before the first picture', async () => {
  const names = Object.keys(managers);
  const routes: Record<string, Route> = {
    '/': html(names.map((_, n) => `<a href="/${n}">${n}</a>`).join('')),
    '/frame': html(
      `<div class="message type-modal">We use cookies. ${'<button class="sp_choice_type_11">A</button><button class="sp_choice_type_13">B</button>'}</div>
      <script>document.querySelector('.sp_choice_type_13').onclick = () => parent.postMessage('refused', '*');
      document.querySelector('.sp_choice_type_11').onclick = () => parent.postMessage('accepted', '*');</script>`,
    ),
  };
  for (const [n, name] of names.entries()) routes[`/${n}`] = html(`<p>Post.</p>${managers[name]}${answers}`);
  const frames = await site(routes, 'localhost');
  routes['/sourcepoint'] = html(`<p>Post.</p>${answers}
    <div class="layer" id="sp_message_container_1" style="${over};top:0"><iframe id="sp_message_iframe_1" src="${frames.url('/frame')}" width="600" height="300"></iframe></div>
    <script>addEventListener('message', ({ data }) => { document.title = data; document.querySelector('.layer').remove(); });</script>`);
  routes['/plain'] = html('<p>Post.</p>');
  const blog = await site({ ...routes, '/': `${routes['/']}<a href="/sourcepoint">s</a><a href="/plain">p</a>` });
  const { pageOf, report } = await crawlSite([blog.url('/')]);
  const told = (path: string) => {
    const { title, behaviours } = pageOf(blog.url(path));
    return [title, behaviours?.find(({ name }) => name === 'consent')?.did];
  };
  const expected = names.map((name) => [name, 'refused', `refused (${name})`]);
  expect(names.map((name, n) => [name, ...told(`/${n}`)])).toEqual(expected);
  const plain = Buffer.from(pageOf(blog.url('/plain')).view?.bytes ?? []);
  const withLayer = names.filter((_, n) => !plain.equals(Buffer.from(pageOf(blog.url(`/${n}`)).view?.bytes ?? [])));
  expect(withLayer).toEqual([]);
  expect(told('/sourcepoint')).toEqual(['refused', 'refused (Sourcepoint)']);
  expect(report.gaps).toEqual([]);
});

test('refuses what the platforms ask on their own pages, in a language whose words it does not know', async () => {
  const byHost = new Map(platformLayers.map(({ host, body }) => [host, html(`<p>Post.</p>${body}`)]));
  const platforms = await site({
    '/': ({ headers }, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(byHost.get(headers.host ?? ''));
    },
  });
  const address = (host: string) => `http://${host}/`;
  const { pageOf } = await crawlSite(
    platformLayers.map(({ host }) => address(host)),
    {
      plan: { sitemaps: false, publicOnly: true, scope: { ...crawlDefaults.scope, kind: 'page' } },
      // The platforms' names lead to this machine, and nothing else does.
      dialing: {
        lookup: async (host) => (byHost.has(host) ? ['93.184.216.34'] : []),
        connect: (_address, port) => connectTo('127.0.0.1', port === 80 ? platforms.port : 1),
      },
    },
  );
  const told = platformLayers.map(({ host }) => {
    const { title, behaviours } = pageOf(address(host));
    return [host, title, behaviours?.find(({ name }) => name === 'consent')?.did];
  });
  expect(told).toEqual(platformLayers.map(({ host, name }) => [host, 'refused', `refused (${name})`]));
});

test('recognises plain dialogs by their words, and answers with the least that leads on', async () => {
  const dialog = (text: string, inner: string) => `<div class="layer" style="${over}"><p>${text}</p>${inner}</div>`;
  const pages: Readonly<Record<string, readonly [body: string, title: string, did: string | undefined]>> = {
    '/de': [
      dialog(
        'Wir verwenden Cookies und brauchen Ihre Einwilligung.',
        button('accepted', '', 'Alle akzeptieren') + button('refused', '', 'Nur notwendige Cookies'),
      ),
      'refused',
      'refused (dialog)',
    ],
    '/fr': [
      dialog(
        'Nous utilisons des cookies.',
        button('refused', '', 'Continuer sans accepter →') + button('accepted', '', 'Tout accepter'),
      ),
      'refused',
      'refused (dialog)',
    ],
    '/es': [
      dialog(
        'Usamos cookies para tu privacidad.',
        button('accepted', '', 'Aceptar todas') + button('refused', '', 'Rechazar todo'),
      ),
      'refused',
      'refused (dialog)',
    ],
    '/it': [
      dialog('Usiamo i cookie.', button('accepted', '', 'Accetta tutti') + button('refused', '', 'Rifiuta')),
      'refused',
      'refused (dialog)',
    ],
    '/second': [
      dialog(
        'We value your privacy and use cookies.',
        `${button('accepted', '', 'Accept all')}${button('settings', 'data-shows="#choices"', 'Manage preferences')}
        <div id="choices" hidden><input type="checkbox" checked id="ads" onclick="document.title += ' off'"> Ads
        ${button('saved', '', 'Save preferences')}</div>`,
      ),
      'settings off saved',
      'refused (dialog)',
    ],
    '/only': [
      dialog('Diese Seite nutzt Cookies.', button('accepted', '', 'Verstanden')),
      'accepted',
      'accepted (dialog)',
    ],
    '/stuck': [
      `<style>body { overflow: hidden }</style>${dialog('Cookies! Your consent counts.', '<button>Accept</button>')}<div style="height:3000px"></div><p id="end">End</p>
      <script>new IntersectionObserver(([it]) => it.isIntersecting && (document.title = 'scrolled')).observe(end)</script>`,
      'scrolled',
      'hidden (dialog)',
    ],
    '/paid': [
      dialog(
        'Mit Werbung und Cookies weiterlesen oder werbefrei im Abo.',
        button('bought', '', 'Jetzt Abo abschließen') +
          button('deleted', '', 'Delete my account') +
          button('accepted', '', 'Akzeptieren und weiter'),
      ),
      'accepted',
      'accepted (dialog)',
    ],
    '/post': [
      `<article class="cookie-post"><h1>Why cookies and consent matter</h1><p>Every page asks you to accept cookies.</p>
      ${button('pressed', '', 'Accept all')}${button('pressed', '', 'Reject all')}${button('pressed', '', 'Delete')}</article>`,
      'asked',
      undefined,
    ],
    '/bar': [
      `<header style="position:sticky;top:0"><nav><a href="#a">Home</a> Cookies &amp; cake ${button('pressed', '', 'OK')}</nav></header><main>Recipes</main>`,
      'asked',
      undefined,
    ],
  };
  const paths = Object.keys(pages);
  const routes: Record<string, Route> = { '/': html(paths.map((path) => `<a href="${path}">x</a>`).join('')) };
  for (const [path, [body]] of Object.entries(pages)) routes[path] = html(answers + body);
  const blog = await site(routes);
  const { pageOf } = await crawlSite([blog.url('/')]);
  const told = paths.map((path) => {
    const { title, behaviours } = pageOf(blog.url(path));
    return [path, title, behaviours?.find(({ name }) => name === 'consent')?.did];
  });
  expect(told).toEqual(paths.map((path) => [path, pages[path]?.[1], pages[path]?.[2]]));
});

test('goes through a consent page to the page that was asked for, and keeps that one', async () => {
  let hasRefused = false;
  const blog = await site({
    '/video': (_request, response) => {
      if (hasRefused) response.writeHead(200, { 'content-type': 'text/html' }).end(html('<h1>The film</h1>'));
      else response.writeHead(302, { location: '/ask' }).end();
    },
    '/ask': html(`<h1>Before you continue</h1>
      <form action="/consent.google.test/save" method="post"><input type="hidden" name="set_eom" value="false"><button>A</button></form>
      <form action="/consent.google.test/save" method="post"><input type="hidden" name="set_eom" value="true"><button>B</button></form>`),
    '/consent.google.test/save': (request, response) => {
      request.on('data', (data) => {
        hasRefused = String(data) === 'set_eom=true';
      });
      request.on('end', () => response.writeHead(302, { location: '/video' }).end());
    },
  });
  const { pages } = await crawlSite([blog.url('/video')], {
    plan: { scope: { ...crawlDefaults.scope, kind: 'page' } },
  });
  expect(pages.map(({ url, text }) => [url, text])).toEqual([[blog.url('/video'), 'The film']]);
  expect(pages[0]?.behaviours).toContainEqual({ name: 'consent', did: 'refused (Google consent page)' });
});
