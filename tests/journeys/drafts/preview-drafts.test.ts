import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openClosedBrowser } from '../../../src/crawl/browser/closed-browser.ts';
import { findChromium } from '../../../src/crawl/find-chromium.ts';
import { previewPage } from '../../../src/drafts/preview/preview-page.ts';
import { previewDrafts } from '../../../src/journeys/drafts/preview-drafts.ts';
import { clock, draftsWorkspace } from '../../support/drafts-workspace.ts';
import { previewDrafts as drafts } from '../../support/preview-drafts.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const input = { locales: [], language: undefined, out: undefined, force: false, open: false } as const;

async function opened(more: { readonly javaScriptEnabled?: boolean } = {}) {
  const file = join(await temporaryFolder(), 'preview.html');
  await writeFile(file, previewPage(drafts, { brand: 'Brandt & Söhne', zone: 'Europe/Berlin', language: 'de' }));
  const { browser, refused, close } = await openClosedBrowser((await findChromium()).path, []);
  onTestFinished(close);
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...more });
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('request', (request) => request.url().startsWith('file:') || said.push(request.url()));
  await page.goto(pathToFileURL(file).href);
  return { page, said, refused };
}

describe('the preview in a browser', () => {
  it('asks for nothing, complains of nothing, and is never wider than the window', async () => {
    const { page, said, refused } = await opened();
    // What is out of sight is drawn later, and would be measured as nothing.
    await page.evaluate(() => {
      for (const one of document.querySelectorAll('article')) one.style.contentVisibility = 'visible';
    });
    for (const width of [320, 390, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      const wide = await page.evaluate(() => ({
        page: document.documentElement.scrollWidth - innerWidth,
        outside: [...document.querySelectorAll('body *:not(.skip)')]
          .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
          .map(({ className }) => className),
      }));
      expect(wide).toEqual({ page: 0, outside: [] });
    }
    const columns = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('article:first-of-type .device')]
        .slice(0, 3)
        .map((one) => [
          one.offsetWidth,
          Number.parseFloat(getComputedStyle(one.querySelector('.screen') ?? one).fontSize),
        ]),
    );
    expect(columns).toEqual([
      [320, 19.5],
      [390, 15],
      [600, 15],
    ]);
    const arabic = await page.evaluate(() => {
      const says = document.querySelector('[id="ar/announcement-x"] .says');
      return says === null ? null : getComputedStyle(says).direction;
    });
    expect(arabic).toBe('rtl');
    expect({ said, refused }).toEqual({ said: [], refused: [] });
  });

  it('can be read in light and in dark', async () => {
    const { page } = await opened();
    for (const mode of ['light', 'dark']) {
      await page.check(`#mode-${mode}`);
      const worst = await page.evaluate(() => {
        const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
        const light = (colour: string): number => {
          if (canvas === null) return 0;
          canvas.fillStyle = colour;
          canvas.fillRect(0, 0, 1, 1);
          const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((one) =>
            one / 255 <= 0.04045 ? one / 255 / 12.92 : ((one / 255 + 0.055) / 1.055) ** 2.4,
          );
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const groundOf = (one: Element | null): string => {
          const ground = one === null ? 'white' : getComputedStyle(one).backgroundColor;
          return ground.endsWith(', 0)') ? groundOf(one?.parentElement ?? null) : ground;
        };
        const texts = [...document.querySelectorAll('body *')].filter((one) =>
          [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
        );
        const contrast = (one: Element): number => {
          const [a = 0, b = 0] = [light(getComputedStyle(one).color), light(groundOf(one))].sort((x, y) => y - x);
          return (a + 0.05) / (b + 0.05);
        };
        return Math.min(...texts.filter(({ tagName }) => tagName !== 'SCRIPT').map(contrast));
      });
      expect(worst).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each([true, false])('picks drafts out, with scripts: %s', async (javaScriptEnabled) => {
    const { page } = await opened({ javaScriptEnabled });
    const shown = () => page.locator('article:visible').evaluateAll((all) => all.map(({ id }) => id));
    await page.locator('#audience-staff').check();
    expect(await shown()).toEqual(['en/staff-memo']);
    await page.locator('#audience-all').check();
    await page.locator('#locale-ar').check();
    expect(await shown()).toEqual(['ar/announcement-x']);
    await page.locator('#device-worst').check();
    expect(await page.locator('[id="ar/announcement-x"] .device:visible').count()).toBe(1);
  });

  it('finds words, and says how many drafts have them', async () => {
    const { page } = await opened();
    await page.fill('input[type=search]', 'GEWICHT');
    expect(await page.locator('article:visible').count()).toBe(1);
    expect(await page.locator('h2:visible').allTextContents()).toEqual(['Deutsch']);
    expect(await page.textContent('[role=status]')).toBe('Ein Entwurf gezeigt');
    await page.fill('input[type=search]', 'no such word');
    expect(await page.textContent('[role=status]')).toBe('Kein Entwurf passt zu dieser Auswahl.');
    await page.fill('input[type=search]', '');
    expect(await page.locator('h2:visible').allTextContents()).toEqual(['Deutsch', 'Englisch', 'Arabisch']);
  });
});

describe('writing the preview', () => {
  it('has what is in the files, folded where the platform folds it, and no draft twice', async () => {
    const { write, edit, place, paths } = await draftsWorkspace();
    await write();
    await edit('de/bio-x', '→', '=> hierhin:');
    const { file, drafts: count, opened: isOpen } = await previewDrafts(input, place, { clock });
    expect([file, count, isOpen]).toEqual([join(paths.exports, 'preview.html'), 14, false]);
    const page = await readFile(file, 'utf8');
    expect(page).toContain('=&gt; hierhin:');
    expect(page).toContain('<html lang="de">');
    expect(page.match(/<article /g)).toHaveLength(14);
    // X folds what is longer than 280; what was written fits.
    expect(page).not.toContain('class="fold"><bdi');
    await edit('de/announcement-x', '---\n\n', `---\n\n${'Das ist ein langer Abschied. '.repeat(20)}`);
    await previewDrafts({ ...input, language: 'en', locales: ['de'] }, place, { clock });
    const again = await readFile(file, 'utf8');
    expect(again).toContain('<html lang="en">');
    expect(again.match(/class="fold"><bdi lang="en">… more/g)).toHaveLength(3);
  });

  it('replaces nothing of somebody else, and says where there is nothing to show', async () => {
    const { write, place, dir } = await draftsWorkspace();
    await expect(previewDrafts(input, place, { clock })).rejects.toMatchObject({
      code: 'preview.no-draft',
      exitCode: 2,
    });
    await write();
    const out = join(dir, 'mine.html');
    await writeFile(out, 'mine');
    await expect(previewDrafts({ ...input, out }, place, { clock })).rejects.toMatchObject({ code: 'preview.exists' });
    expect(await readFile(out, 'utf8')).toBe('mine');
    await previewDrafts({ ...input, out, force: true }, place, { clock });
    expect(await readFile(out, 'utf8')).toMatch(/^<!doctype html>/);
  });
});
