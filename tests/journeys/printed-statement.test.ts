import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openClosedBrowser } from '../../src/crawl/browser/closed-browser.ts';
import { findChromium } from '../../src/crawl/find-chromium.ts';
import { printPage } from '../../src/crawl/print-page.ts';
import { statementPage } from '../../src/posts/statement/page/statement-page.ts';
import { aurora, auroraComplete } from '../posts/statement/statements.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const maker = { software: 'Lastpost 0.1.0', key: 'f'.repeat(64) };
const languages = ['de', 'en'] as const;

async function opened(html: string, width: number) {
  const file = join(await temporaryFolder(), 'statement.html');
  await writeFile(file, html);
  const { browser, refused, close } = await openClosedBrowser((await findChromium()).path, []);
  onTestFinished(close);
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('request', (request) => request.url().startsWith('file:') || said.push(request.url()));
  await page.goto(pathToFileURL(file).href);
  return { page, said, refused, file };
}

function pagesIn(pdf: Uint8Array): number {
  return Number(
    /\/Type \/Pages[^>]*\/Count (\d+)|\/Count (\d+)/.exec(Buffer.from(pdf).toString('latin1'))?.slice(1).find(Boolean),
  );
}

describe('the page of a statement in a browser', () => {
  it.each(languages.flatMap((language) => [1100, 360].map((width) => [language, width] as const)))(
    'in %s at %i pixels asks for nothing, complains of nothing and is no wider than the window',
    async (language, width) => {
      const { page, said, refused } = await opened(statementPage(aurora(), language, maker), width);
      const looks = await page.evaluate(() => ({
        wide: document.documentElement.scrollWidth - innerWidth,
        legend: Math.max(
          ...[...document.querySelectorAll('.legend svg')].map((svg) => svg.getBoundingClientRect().height),
        ),
        cut: [...document.querySelectorAll('.chart > svg text')].filter((text) => {
          const [own, all] = [text.getBoundingClientRect(), text.closest('svg')?.getBoundingClientRect()];
          return all === undefined || own.left < all.left - 1 || own.right > all.right + 1;
        }).length,
      }));
      expect({ said, refused }).toEqual({ said: [], refused: [] });
      expect(looks.wide).toBeLessThanOrEqual(0);
      expect(looks.legend).toBeLessThan(20);
      expect(looks.cut).toBe(0);
      const shots = process.env.STATEMENT_SHOTS;
      if (shots !== undefined) await page.screenshot({ path: join(shots, `${language}-${width}.png`), fullPage: true });
    },
  );

  it('can be read by those who see little contrast', async () => {
    const { page } = await opened(statementPage(aurora(), 'en', maker), 1100);
    const worst = await page.evaluate(() => {
      const light = (colour: string): number => {
        const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map((one) => {
          const part = Number(one) / 255;
          return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const texts = [...document.querySelectorAll('body *')].filter(
        (one) => one.textContent?.trim() && one.tagName !== 'SCRIPT',
      );
      return Math.min(...texts.map((one) => 1.05 / (light(getComputedStyle(one).color) + 0.05)));
    });
    expect(worst).toBeGreaterThanOrEqual(4.5);
  });

  it.each(languages)(
    'is printed in %s on one page where nothing is open, and on two with five gaps',
    async (language) => {
      const { signal } = new AbortController();
      const print = (statement: ReturnType<typeof aurora>) =>
        printPage(statementPage(statement, language, maker), undefined, signal);
      const [complete, gaps] = [await print(auroraComplete()), await print(aurora())];
      expect(Buffer.from(complete.subarray(0, 5)).toString()).toBe('%PDF-');
      expect([pagesIn(complete), pagesIn(gaps)]).toEqual([1, 2]);
    },
  );
});

it('nothing is printed, and no browser is left, once it was stopped', async () => {
  const stop = new AbortController();
  stop.abort();
  await expect(printPage('<p>x</p>', undefined, stop.signal)).rejects.toThrow(/abort/i);
});

it('a page that is printed reaches no server', async () => {
  const { createServer } = await import('node:http');
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const html = `<img src="http://127.0.0.1:${port}/a.png"><p>x</p>`;
  await printPage(html, undefined, new AbortController().signal);
  expect(asked).toEqual([]);
});
