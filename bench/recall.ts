// What of the demo brand is in the archive, and how fast: Lastpost, wget --warc and single-file-cli on the same sites, one
// after the other in one run. single-file-cli is not among our packages: npx fetches it (AGPL, run as it is).
// npm run build && npx tsx bench/recall.ts [wget] [single-file]   (all three unless named)
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from '../dist/crawl/find-chromium.js';
import { startDemoBrand } from '../dist/demo-brand/start-demo-brand.js';
import { row, secondsOf } from './support/paired.ts';
import { type Archived, type Tool, takeWithLastpost } from './support/recall-lastpost.ts';
import { takeWithSingleFile } from './support/recall-single-file.ts';
import { takeWithWget } from './support/recall-wget.ts';

const wanted = process.argv.slice(2);
const chromium = await findChromium();
const brand = await startDemoBrand({});
const { blog, social } = brand.expected;
const folder = mkdtempSync(join(tmpdir(), 'lastpost-bench-'));
const sites = [
  { name: 'blog', url: blog.pageUrls[0] ?? '', pages: blog.pageUrls, pictures: blog.imageUrls },
  { name: 'social', url: social.pageUrls[0] ?? '', pages: social.pageUrls, pictures: social.imageUrls },
];
const tools: readonly (readonly [name: string, take: Tool])[] = [
  ['lastpost', takeWithLastpost],
  ['wget --warc', takeWithWget],
  ['single-file-cli', takeWithSingleFile],
];

console.log(row('tool', 'site', 'pages', 'pictures', 'seconds', 'pages a second'));
console.log(row('---', '---', '---', '---', '---', '---'));
for (const [name, take] of tools) {
  if (wanted.length > 0 && !wanted.some((word) => name.startsWith(word))) continue;
  for (const site of sites) {
    let got: Archived = { has: () => false, hasPicture: async () => false };
    const seconds = await secondsOf(async () => {
      got = await take(site.url, join(folder, `${name.split(' ')[0]}-${site.name}`), chromium.path);
    });
    const pages = site.pages.filter((url) => got.has(url)).length;
    let pictures = 0;
    for (const url of site.pictures) if (await got.hasPicture(url)) pictures += 1;
    const pace = (pages / seconds).toFixed(2);
    const of = (part: number, all: readonly string[]) => `${part} of ${all.length}`;
    console.log(row(name, site.name, of(pages, site.pages), of(pictures, site.pictures), seconds.toFixed(1), pace));
  }
}
await brand.close();
rmSync(folder, { recursive: true, force: true });
