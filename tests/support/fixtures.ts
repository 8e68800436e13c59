import { crc32, deflateSync } from 'node:zlib';
import { afterEach } from 'vitest';
import { type Route, startTestSite, type TestSite } from './test-site.ts';

/** Starts sites that close by themselves after each test of the file. */
export function useSites(): (routes: Record<string, Route>, host?: string) => Promise<TestSite> {
  const sites: TestSite[] = [];
  afterEach(async () => {
    await Promise.all(sites.splice(0).map((site) => site.close()));
  });
  return async (routes, host) => {
    const site = await startTestSite(routes, host);
    sites.push(site);
    return site;
  };
}

/** A whole HTML page round `body`. */
export function html(body: string, head = ''): string {
  return `<!doctype html><html lang="en"><head><title>Test page</title>${head}</head><body>${body}</body></html>`;
}

/** A PNG of one colour; `seed` makes each one different. */
export function png(width: number, height: number, seed = 0): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const crc = Buffer.alloc(4);
    crc.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, crc]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.alloc(1 + width * 3, (seed * 37 + 40) % 256);
  row[0] = 0;
  const rows = Buffer.concat(Array.from({ length: height }, () => row));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Answers with bytes of a type, and a length. */
export function bytes(content: Buffer | string, type: string, headers: Record<string, string> = {}): Route {
  return (_request, response) => {
    const body = Buffer.from(content as string);
    response.writeHead(200, { 'content-type': type, 'content-length': body.length, ...headers }).end(body);
  };
}

export function redirect(to: string, status = 302): Route {
  return (_request, response) => {
    response.writeHead(status, { location: to }).end();
  };
}
