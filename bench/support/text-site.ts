import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface TextSite {
  readonly url: string;
  /** From now on every `each`-th page says something else. */
  edit(each: number): void;
  close(): Promise<void>;
}

const WORDS =
  'wir läuten leise seit vielen jahren messing glocke werkstatt brief hof stadt rad winter ton post dank'.split(' ');

/** A site of so many pages as a brand has them: a few kilobytes of text, a style sheet and a script that all share, a picture. */
export async function openTextSite(pages: number): Promise<TextSite> {
  let edited = Number.POSITIVE_INFINITY;
  const picture = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="200"><rect width="600" height="200" fill="#b58"/></svg>',
  );
  const shared = new Map<string, readonly [type: string, body: string | Buffer]>([
    ['/site.css', ['text/css', `body { font: 18px serif; margin: 2em }\n${'p { margin: 1em 0 }\n'.repeat(40)}`]],
    ['/site.js', ['text/javascript', 'document.documentElement.dataset.ready = "yes";\n'.repeat(30)]],
    ['/bell.svg', ['image/svg+xml', picture]],
  ]);
  const answerTo = (path: string): readonly [type: string, body: string | Buffer] | undefined => {
    const number = path === '/' ? 0 : Number(/^\/p\/(\d+)$/.exec(path)?.[1] ?? Number.NaN);
    if (!(number < pages)) return shared.get(path);
    const isEdited = edited < pages && number % edited === 0;
    return ['text/html; charset=utf-8', page(number, pages, isEdited ? 'Corrected. ' : '')];
  };
  const server = createServer((request, response) => {
    const [type, body] = answerTo(request.url ?? '/') ?? [];
    if (type === undefined || body === undefined) response.writeHead(404);
    else response.writeHead(200, { 'content-type': type, 'content-length': Buffer.byteLength(body) });
    response.end(body);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    edit: (each) => {
      edited = each;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function page(number: number, pages: number, before: string): string {
  const word = (at: number): string => WORDS[(number * 31 + at * at * 7 + at) % WORDS.length] ?? '';
  const paragraphs = Array.from({ length: 12 }, (_, index) => {
    const text = Array.from({ length: 60 }, (__, at) => word(index * 61 + at)).join(' ');
    return `<p>${text}.</p>`;
  });
  const links = [number * 4 + 1, number * 4 + 2, number * 4 + 3, number * 4 + 4].filter((next) => next < pages);
  const list = links.map((next) => `<a href="/p/${next}">Page ${next}</a>`).join(' ');
  return `<!doctype html><html lang="de"><head><title>Page ${number}</title><link rel="stylesheet" href="/site.css"><script src="/site.js"></script></head><body><h1>Page ${number}</h1><img src="/bell.svg" alt="A bell" width="600" height="200">${before}${paragraphs.join('\n')}<p>${list}</p></body></html>`;
}
