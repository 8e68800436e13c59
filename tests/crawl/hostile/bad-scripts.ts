import { bytes, html, redirect } from '../../support/fixtures.ts';
import type { Route } from '../../support/test-site.ts';

const script = (text: string, code: string): string => html(`<p>${text}</p><script>${code}</script>`);

/** Pages that do not let go: of the person, of the tab, of the machine. */
export const badScripts: Record<string, Route> = {
  '/bad/links': html(
    `<p>Links.</p><div hidden>${Array.from({ length: 100_000 }, (_, n) => `<a href="/bad/link/${n}">${n}</a>`).join(' ')}</div>`,
  ),
  '/bad/popups': script('Windows.', `for (let n = 0; n < 50; n += 1) open('/bad/popup?' + n);`),
  '/bad/popup': html('<p>A window.</p><script>open("/bad/popup?more=" + Math.random())</script>'),
  '/bad/dialog-loop': script('Dialogs without end.', `for (;;) alert('again');`),
  '/bad/stay': script('Stay.', `onbeforeunload = (e) => { e.preventDefault(); e.returnValue = 'stay'; };`),
  '/bad/hang-on-leaving': script('Will not leave.', `onbeforeunload = () => { for (;;); };`),
  '/bad/hang-on-unload': script('Will not go.', `addEventListener('pagehide', () => { for (;;); });`),
  '/bad/downloads': script(
    'Files.',
    `setInterval(() => { const a = document.createElement('a'); a.href = '/bad/file.bin?' + Math.random(); a.download = ''; a.click(); }, 200);`,
  ),
  '/bad/file.bin': bytes(Buffer.alloc(5_000, 9), 'application/octet-stream', { 'content-disposition': 'attachment' }),
  '/bad/close': script('Closes itself.', `close(); setInterval(close, 100); open('', '_self').close();`),
  '/bad/refresh': html('<p>Again.</p>', '<meta http-equiv="refresh" content="0">'),
  '/bad/redirect-loop': redirect('/bad/redirect-loop-2'),
  '/bad/redirect-loop-2': redirect('/bad/redirect-loop'),
  '/bad/script-loop': script('Round.', `location.href = '/bad/script-loop-2?' + Math.random();`),
  '/bad/script-loop-2': script('And round.', `location.href = '/bad/script-loop?' + Math.random();`),
  '/bad/self-navigating': script(
    'Moves on.',
    `setTimeout(() => location.replace('/bad/self-navigating?' + Math.random()), 100);`,
  ),
  '/bad/goes-nowhere': script(
    'Leaves for nowhere.',
    `setTimeout(() => { location.href = 'http://no-such-host.invalid/'; }, 200);`,
  ),
  '/bad/history': script(
    'History.',
    `for (let n = 0; n < 5000; n += 1) { try { history.pushState(n, '', '/bad/history?' + n); } catch {} }
     onpopstate = () => history.forward(); setInterval(() => { history.pushState(0, '', '#' + Math.random()); history.back(); }, 20);`,
  ),
  '/bad/memory': script(
    'Memory.',
    `const held = []; setInterval(() => { const block = new Uint8Array(50 << 20); block.fill(held.length + 1); held.push(block); }, 20);`,
  ),
  '/bad/spin-at-once': html('<p>Spins at once.</p><script>for (;;);</script><p>Never read.</p>'),
  '/bad/getter': script(
    'Spins when it is asked for its name.',
    `let wasAsked = false;
     Object.defineProperty(document, 'title', { get: () => { while (!wasAsked) wasAsked = performance.now() < 0; } });
     setTimeout(() => { wasAsked = true; }, 3_000);`,
  ),
  '/bad/worker': script('A worker spins.', `new Worker(URL.createObjectURL(new Blob(['for (;;);'])));`),
  '/bad/write': html('<p>Writes.</p><script>for (;;) document.write("<b>more</b>");</script>'),
  '/bad/service-worker': script('Rewritten.', `navigator.serviceWorker?.register('/sw.js', { scope: '/' });`),
  '/sw.js': bytes(
    `onfetch = (e) => e.respondWith(new Response('<h1>Hijacked</h1>', { headers: { 'content-type': 'text/html' } })); oninstall = () => skipWaiting(); onactivate = () => clients.claim();`,
    'text/javascript',
    { 'service-worker-allowed': '/' },
  ),
  '/bad/requests': script(
    'Asks.',
    `let n = 0; setInterval(() => { for (let i = 0; i < 40; i += 1) fetch('/bad/answer?' + n++).catch(() => 0); }, 20);`,
  ),
  '/bad/answer': bytes('{}', 'application/json'),
  '/bad/frames': html('<p>Frames.</p><iframe src="/bad/frame?0"></iframe>'),
  '/bad/frame': (_request, response, url) => {
    const n = Number(url.search.slice(1));
    const deeper = [1, 2].map((step) => `<iframe src="/bad/frame?${2 * n + step}"></iframe>`).join('');
    response.writeHead(200, { 'content-type': 'text/html' }).end(html(deeper));
  },
  '/bad/prompts': script(
    'Asks for everything.',
    `Notification.requestPermission(); navigator.geolocation.getCurrentPosition(() => 0); document.documentElement.requestFullscreen().catch(() => 0);
     document.documentElement.requestPointerLock(); navigator.mediaDevices?.getUserMedia({ video: true, audio: true }).catch(() => 0);
     const file = document.createElement('input'); file.type = 'file'; document.body.append(file); file.click();`,
  ),
  '/bad/protocols': script(
    'Calls programs.',
    `for (const url of ['mailto:a@example.org', 'tel:110', 'intent://x#Intent;end', 'custom-thing:open', 'ms-word:ofe|u|x', 'javascript:void 0']) { location.href = url; }
     setInterval(() => { location.href = 'mailto:b@example.org'; }, 100);`,
  ),
  '/bad/large-dom': html(`${'<div><p>deep</p></div>'.repeat(300_000)}<p>The end of a large page.</p>`),
};

/** Where the flood of `/bad/sockets` comes from is the test's own server. */
export function socketPage(url: string): string {
  return script('A flood.', `for (let n = 0; n < 3; n += 1) new WebSocket('${url}');`);
}
