import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { crawlSite } from '../support/crawl-site.ts';
import { html, useSites } from '../support/fixtures.ts';
import type { Route } from '../support/test-site.ts';

const site = useSites();

/** One colour on 36 million pixels: a small file that takes long to decode. */
function largePicture(): Buffer {
  const png = new PNG({ width: 6_000, height: 6_000, colorType: 2 });
  png.data.fill(Buffer.from([214, 0, 28, 255]));
  return PNG.sync.write(png, { colorType: 2, deflateLevel: 1 });
}

/** The pixel in the middle: red, green, blue. */
function middle(view: Buffer | Uint8Array | undefined): number[] {
  const png = PNG.sync.read(Buffer.from(view ?? []));
  const at = (Math.floor(png.height / 2) * png.width + Math.floor(png.width / 2)) * 4;
  return [...png.data.subarray(at, at + 3)];
}

test('takes the picture of a page when the pictures on it are drawn, not when they have arrived', async () => {
  const bytes = largePicture();
  const served: Route = (_request, response) => {
    response.writeHead(200, { 'content-type': 'image/png' }).end(bytes);
  };
  const fill = 'style="position:fixed;inset:0;width:100vw;height:100vh"';
  const pictures = Array.from({ length: 4 }, (_, n) => `<img src="/large.png?${n}" decoding="async" ${fill} alt="">`);
  const blog = await site({ '/': html(pictures.join('')), '/large.png': served });
  const { pageOf } = await crawlSite([blog.url('/')], { plan: { sitemaps: false } });
  const { view } = pageOf(blog.url('/'));
  expect(middle(view?.bytes)).toEqual([214, 0, 28]);
});
