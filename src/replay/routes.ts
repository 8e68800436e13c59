import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { sha256 } from '../base/digest.ts';
import { ifNoneMatchHits } from './byte-range.ts';
import { chooseLanguage, pageLanguages } from './choose-language.ts';
import { clientScript } from './page/page-client.ts';
import { pageStyle } from './page/page-style.ts';
import { type PagePaths, replayPage } from './page/replay-page.ts';
import { sendWacz } from './send-wacz.ts';
import type { SnapshotOverview } from './snapshot-overview.ts';
import type { WaczFile } from './wacz-file.ts';

/** Answers one GET or HEAD whole; resolves when all is sent. */
export type Route = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

/** The page loads nothing but what is here, and may be framed by nobody. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  // The component sets style attributes and adds style elements of its own.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * A service worker's and a worker's requests are ruled by the policy their script came with. So whatever the component
 * or an archived page may try, the worker that fetches for them reaches this server and nothing else.
 * @see CSP Level 3, "Initialize a global object's CSP list"
 */
const WORKER_POLICY = "default-src 'self' blob: data: 'unsafe-inline' 'unsafe-eval'";

const TYPES = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  script: 'text/javascript; charset=utf-8',
  json: 'application/json',
} as const;

/**
 * What the component's frame gets while its service worker is not yet in charge of the folder. The component reloads the
 * frame three times within a third of a second and then gives up; a slow or busy computer takes longer than that.
 */
const THRESHOLD = `<!doctype html><meta charset="utf-8"><title>Replay</title>
<script>navigator.serviceWorker?.ready.then(() => location.reload())</script>
`;

/**
 * Every path there is, with its answer.
 * @throws the system's error when a file of the component cannot be read
 */
export async function loadRoutes(
  { overview, componentDir }: { readonly overview: SnapshotOverview; readonly componentDir: string },
  wacz: WaczFile,
): Promise<ReadonlyMap<string, Route>> {
  const paths: PagePaths = {
    style: '/page.css',
    script: '/page.js',
    pages: '/pages.json',
    component: '/replay/ui.js',
    replay: '/replay/',
    wacz: `/snapshot/${wacz.version}.wacz`,
  };
  const threshold = fixed(THRESHOLD, TYPES.html);
  const componentFile = async (name: string) => readFile(join(componentDir, name));
  return new Map<string, Route>([
    ['/', page(overview, paths)],
    [paths.style, fixed(pageStyle, TYPES.css)],
    [paths.script, fixed(clientScript(), TYPES.script)],
    [paths.pages, fixed(JSON.stringify(overview.pages), TYPES.json)],
    [paths.component, fixed(await componentFile('ui.js'), TYPES.script)],
    [`${paths.replay}sw.js`, fixed(await componentFile('sw.js'), TYPES.script, WORKER_POLICY)],
    [paths.replay, threshold],
    [`${paths.replay}index.html`, threshold],
    [paths.wacz, (request, response) => sendWacz(request, response, wacz)],
  ]);
}

function page(overview: SnapshotOverview, paths: PagePaths): Route {
  const inLanguage = new Map(
    pageLanguages.map((language) => [language, fixed(replayPage(overview, paths, language), TYPES.html, PAGE_POLICY)]),
  );
  return (request, response) => {
    response.setHeader('Vary', 'Accept-Language');
    return inLanguage.get(chooseLanguage(request.headers['accept-language']))?.(request, response);
  };
}

/** Content that stays the same as long as the server runs; the browser asks each time and mostly hears 304. */
function fixed(content: string | Buffer, type: string, policy?: string): Route {
  const body = Buffer.from(content);
  const etag = `"${sha256(body).slice('sha256:'.length, 'sha256:'.length + 32)}"`;
  return (request, response) => {
    response.setHeader('ETag', etag);
    response.setHeader('Cache-Control', 'no-cache');
    if (policy !== undefined) response.setHeader('Content-Security-Policy', policy);
    if (ifNoneMatchHits(request.headers['if-none-match'], etag)) {
      response.writeHead(304).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': type, 'Content-Length': body.length });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
}
