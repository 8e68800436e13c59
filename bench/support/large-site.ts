// Serves a site of a given size until it is ended. Prints its address. Arguments: megabytes in all.
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const megabytes = Number(process.argv[2] ?? 2048);
const videoMegabytes = 256;
const videos = megabytes >= 1024 ? 2 : 0;
const pages = Math.ceil((megabytes - videos * videoMegabytes) / 16);

/** Bytes that do not compress, the same for the same name: one block of noise, its head changed. */
const block = Buffer.alloc(1 << 20);
for (let at = 0; at < block.length; at += 32) block.set(createHash('sha256').update(`${at}`).digest(), at);
function noise(name: string): Buffer {
  const own = Buffer.from(block);
  for (let at = 0; at < own.length; at += 4096) own.set(createHash('sha256').update(`${name} ${at}`).digest(), at);
  return own;
}

const server = createServer(async (request, response) => {
  const [, kind, number] = /^\/(page|picture|video)\/(\w+)/.exec(request.url ?? '/page/0') ?? ['', 'page', '0'];
  if (kind === 'page') {
    const n = Number(number);
    const pictures = Array.from({ length: 8 }, (_, k) => `<img src="/picture/${n}x${k}.jpg" height="300">`).join('');
    const video = n < videos ? `<video src="/video/${n}" preload="metadata"></video>` : '';
    const links = n + 1 < pages ? `<a href="/page/${n + 1}">next</a>` : '';
    response.writeHead(200, { 'content-type': 'text/html' }).end(`<title>${n}</title>${links}${video}${pictures}`);
    return;
  }
  const size = kind === 'picture' ? 2 : videoMegabytes;
  const type = kind === 'picture' ? 'image/jpeg' : 'video/mp4';
  response.writeHead(200, { 'content-type': type, 'content-length': size << 20 });
  for (let part = 0; part < size && !response.destroyed; part += 1) {
    if (!response.write(noise(`${request.url} ${part}`)))
      await new Promise((resolve) => response.once('drain', resolve));
  }
  response.end();
});
server.listen(0, '127.0.0.1', () =>
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}/page/0 ${pages}`),
);
