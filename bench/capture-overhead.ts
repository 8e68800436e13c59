// Capture against plain Playwright navigation of the same pages with as many tabs. Goal: at most 1.15.
// npm run build && npx tsx bench/capture-overhead.ts [rounds] [pages]
import { findChromium } from '../dist/crawl/find-chromium.js';
import { startDemoBrand } from '../dist/demo-brand/start-demo-brand.js';
import { captureWhileNavigating } from './support/capture-while-navigating.ts';
import { crawlPages } from './support/crawl-pages.ts';
import { median, paired, range, row } from './support/paired.ts';
import { plainNavigation } from './support/plain-navigation.ts';

const rounds = Number(process.argv[2] ?? 5);
const chromium = await findChromium();
const brand = await startDemoBrand({});
// The slow page is slow for both and says nothing about us.
const pages = Number(process.argv[3] ?? 12);
const urls = brand.expected.blog.pageUrls.filter((url) => url !== brand.expected.blog.slowPageUrl).slice(0, pages);
console.log(`${urls.length} pages of the demo blog, ${rounds} paired rounds, Chromium ${chromium.version}`);
console.log('plain: page.goto until networkidle. capture: the same navigation, every response taken into a WARC.');
console.log('whole visit: capture, and besides it settle, scroll to the end, three pictures, text and links.\n');
console.log(row('tabs', 'plain s', 'capture s', 'capture / plain', 'whole visit s', 'visit / plain', 'pages a second'));
console.log(row('---', '---', '---', '---', '---', '---', '---'));
for (const tabs of [1, 2, 4]) {
  const plain = () => plainNavigation(urls, tabs, chromium.path);
  const bare = await paired(rounds, () => captureWhileNavigating(urls, tabs, chromium), plain);
  const whole = await paired(rounds, () => crawlPages(urls, tabs, chromium), plain);
  const seconds = median(whole.a);
  const plainSeconds = median([...bare.b, ...whole.b]).toFixed(1);
  const pace = (urls.length / seconds).toFixed(2);
  console.log(
    row(
      tabs,
      plainSeconds,
      median(bare.a).toFixed(1),
      range(bare.ratios),
      seconds.toFixed(1),
      range(whole.ratios),
      pace,
    ),
  );
}
await brand.close();
