import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import jsqr from 'jsqr';
import { PNG } from 'pngjs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openClosedBrowser } from '../../../src/crawl/browser/closed-browser.ts';
import { findChromium } from '../../../src/crawl/find-chromium.ts';
import { cardColours } from '../../../src/drafts/cards/card-colours.ts';
import { shopCardHtml } from '../../../src/drafts/cards/shop-card.ts';
import { draftFileText } from '../../../src/drafts/files/draft-file.ts';
import { cardsWorkspace, imageCard, serviceCard } from '../../support/cards-workspace.ts';

const voice = (more: object) => ({ voice: { address: { de: 'formal' }, ...more } });
const colours = { paper: '#fbf7ee', ink: '#20302f', accent: '#a93c29' };

/** How many pixels of a picture have exactly that colour, in a part of its height. */
function pixelsOf(png: PNG, colour: string, [from, to] = [0, 1]): number {
  const wanted = Number.parseInt(colour.slice(1), 16);
  let count = 0;
  for (
    let at = Math.floor(from * png.height) * png.width * 4;
    at < Math.floor(to * png.height) * png.width * 4;
    at += 4
  ) {
    if (png.data.readUIntBE(at, 3) === wanted) count += 1;
  }
  return count;
}

const story = { ...imageCard, fields: { ...imageCard.fields, headline: 'Abschied von X und Instagram' } };

describe('drawing image cards', () => {
  it('gives each format its exact size, the colours of the brand, and its words for those who do not see it', async () => {
    const { draw, read } = await cardsWorkspace([imageCard], voice({ colours }));
    const { cards, refused } = await draw();
    expect(refused).toEqual([]);
    expect(cards.map(({ format }) => format)).toEqual(['square', 'wide', 'story']);
    for (const [format, width, height] of [
      ['square', 1080, 1080],
      ['wide', 1200, 630],
      ['story', 1080, 1920],
    ] as const) {
      const png = PNG.sync.read(await read(`de/image-card-${format}.png`));
      expect([png.width, png.height]).toEqual([width, height]);
      for (const colour of Object.values(colours)) expect(pixelsOf(png, colour)).toBeGreaterThan(2000);
      expect(await read(`de/image-card-${format}.txt`)).toEqual(Buffer.from(`${imageCard.fields.alt}\n`));
    }
  });

  it('has no text of a story where the apps put theirs', async () => {
    const { draw, read } = await cardsWorkspace([story], voice({ colours }));
    await draw({ formats: ['story'] });
    const png = PNG.sync.read(await read('de/image-card-story.png'));
    expect(pixelsOf(png, colours.paper, [0, 250 / 1920])).toBe(250 * 1080);
    expect(pixelsOf(png, colours.accent, [1 - 250 / 1920, 1])).toBe(250 * 1080);
    expect(pixelsOf(png, colours.ink, [250 / 1920, 0.65])).toBeGreaterThan(10_000);
  });

  it('says what a person wrote into the draft', async () => {
    const [plain, edited] = await Promise.all(
      [imageCard, { ...imageCard, fields: { ...imageCard.fields, headline: 'Tschüs, X!' } }].map(async (draft) => {
        const { draw, read } = await cardsWorkspace([draft]);
        await draw({ formats: ['square'] });
        return read('de/image-card-square.png');
      }),
    );
    expect(plain?.equals(edited ?? Buffer.alloc(0))).toBe(false);
  });

  it('makes room for long words, long headlines and a long name of the brand', async () => {
    const long = [
      { headline: 'Grundstücksverkehrsgenehmigung überdrüssig geworden' },
      { headline: 'Wir gehen, und das hat viele Gründe. '.repeat(5) },
      { line: 'Wo es weitergeht: bei unseren Leuten. '.repeat(5) },
    ].map((fields, at) => ({ ...imageCard, id: `image-card-${at}`, fields: { ...imageCard.fields, ...fields } }));
    const brand = 'Donaudampfschifffahrtsgesellschaft Brandt & Söhne Nachfolger mit beschränkter Haftung';
    const { draw } = await cardsWorkspace([imageCard, ...long], { brand });
    const { cards, refused } = await draw();
    expect([cards.length, refused]).toEqual([12, []]);
  });

  it('refuses a word that is too long also where it is small, and says by how much', async () => {
    const headline = `${'Ü'.repeat(60)} geht`;
    const { draw, paths } = await cardsWorkspace([{ ...imageCard, fields: { ...imageCard.fields, headline } }]);
    const { cards, refused } = await draw({ formats: ['square', 'story'] });
    expect(cards).toEqual([]);
    expect(refused.map(({ format, misfits }) => [format, misfits.map(({ field, axis }) => [field, axis])])).toEqual([
      ['square', [['headline', 'width']]],
      ['story', [['headline', 'width']]],
    ]);
    // 60 letters of 40 pixels are some 1,700 wide, and there are 912.
    expect(refused[0]?.misfits[0]?.overPx).toBeGreaterThan(500);
    await expect(readdir(join(paths.exports, 'cards', 'de'))).rejects.toThrow('ENOENT');
  });

  it('refuses a text that is too high, and takes away what was drawn before', async () => {
    const { draw, read, paths } = await cardsWorkspace([imageCard]);
    await draw({ formats: ['wide'] });
    expect((await read('de/image-card-wide.txt')).length).toBeGreaterThan(1);
    const long = { ...imageCard, fields: { ...imageCard.fields, line: 'Wir sagen es noch einmal. '.repeat(60) } };
    await writeFile(join(paths.drafts, 'de', 'image-card.md'), draftFileText(long));
    const { refused } = await draw({ formats: ['wide'] });
    expect(refused[0]?.misfits).toEqual([{ field: 'line', axis: 'height', overPx: expect.any(Number) }]);
    expect(await readdir(join(paths.exports, 'cards', 'de'))).toEqual([]);
  });

  it('refuses a picture that nobody can hear', async () => {
    const { alt: _, ...fields } = imageCard.fields;
    const { draw } = await cardsWorkspace([{ ...imageCard, fields }]);
    const { cards, refused } = await draw();
    expect([cards.length, refused.map(({ missing }) => missing)]).toEqual([0, [['alt'], ['alt'], ['alt']]]);
  });

  it('sets Arabic from the right', async () => {
    const fields = {
      headline: 'وداعًا إكس',
      line: 'تجدوننا على ماستودون',
      date_line: 'الأحد، 28 فبراير 2027',
      alt: 'بطاقة نصية',
    };
    const { draw, read } = await cardsWorkspace([{ ...imageCard, locale: 'ar', fields }], voice({ colours }));
    expect((await draw({ formats: ['square'] })).refused).toEqual([]);
    const png = PNG.sync.read(await read('ar/image-card-square.png'));
    const half = (from: number) => {
      let ink = 0;
      for (let y = 0; y < png.height; y += 1)
        for (let x = from; x < from + 540; x += 1) {
          if (png.data.readUIntBE((y * png.width + x) * 4, 3) === Number.parseInt(colours.ink.slice(1), 16)) ink += 1;
        }
      return ink;
    };
    expect(half(540)).toBeGreaterThan(3 * half(0));
  });
});

describe('the logo', () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100"><path fill="#00aa55" d="M0 0h300v100H0z"/></svg>';
  const onePixel = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );

  async function withLogo(name: string, content: string | Buffer) {
    const workspace = await cardsWorkspace([imageCard], voice({ logo: `brand/${name}` }));
    await mkdir(join(workspace.dir, 'brand'));
    await writeFile(join(workspace.dir, 'brand', name), content);
    return workspace;
  }

  it('stands on the card', async () => {
    const { draw, read } = await withLogo('logo.svg', svg);
    await draw({ formats: ['square'] });
    const png = PNG.sync.read(await read('de/image-card-square.png'));
    // 104 pixels high and three times as wide; edges are blended.
    expect(pixelsOf(png, '#00aa55')).toBeGreaterThan(104 * 312 * 0.95);
  });

  it.each([
    [
      'logo.png',
      'Dear agency, please send us',
      'The logo brand/logo.png is no PNG, JPEG or SVG: it begins with "Dear agency, ple".',
    ],
    [
      'cut.png',
      onePixel.subarray(0, 40),
      'The logo brand/cut.png begins like a picture, and the browser can draw nothing of it.',
    ],
  ])('that is no picture is an error: %s', async (name, content, message) => {
    const { draw } = await withLogo(name, content);
    await expect(draw()).rejects.toMatchObject({ code: 'exit.logo', message, exitCode: 2 });
  });
});

describe('the card for shops', () => {
  const look = {
    brand: 'Brandt & Söhne',
    claim: null,
    logo: null,
    colours: cardColours({ paper: '#ffffff', ink: '#111111', accent: '#aa3300' }),
  };

  async function shown(html: string) {
    const { browser, close } = await openClosedBrowser((await findChromium()).path, []);
    onTestFinished(close);
    const page = await browser.newPage({ viewport: { width: 397, height: 1119 }, deviceScaleFactor: 2 });
    await page.setContent(html);
    return page;
  }

  it.each([
    'https://brandtsoehne.example/wechsel',
    'https://brandtsoehne.example/Abschied/?id=4711&lang=de#oben',
    'https://brändt.example/wéchsel/%C3%BC',
  ])('leads telephones to exactly %s', async (address) => {
    const page = await shown(shopCardHtml(serviceCard, look, address));
    const { data, width, height } = PNG.sync.read(await page.screenshot());
    expect(jsqr.default(new Uint8ClampedArray(data), width, height)?.data).toBe(address);
  });

  it('takes tracking off the address, and nothing else', async () => {
    const page = await shown(
      shopCardHtml(serviceCard, look, 'https://b.example/w?id=1&utm_source=x&utm_medium=social'),
    );
    const { data, width, height } = PNG.sync.read(await page.screenshot());
    expect(jsqr.default(new Uint8ClampedArray(data), width, height)?.data).toBe('https://b.example/w?id=1');
    expect(await page.textContent('.address')).toBe('b.example/w?id=1');
  });

  it('has what, when and where in front, and on the back what nobody says in a frame', async () => {
    const page = await shown(shopCardHtml(serviceCard, look, 'https://b.example/'));
    const headings = (side: string) => page.locator(`${side} h2`).allTextContents();
    expect([await headings('.front'), await headings('.back')]).toEqual([
      ['Was, wann, warum', 'Wo stattdessen'],
      ['Antworten', 'Nicht sagen', 'Wen fragen'],
    ]);
    expect(await page.locator('.framed').allTextContents()).toEqual(['Nicht sagen\nKeine anderen Gründe.\n']);
    const near = await page.evaluate(() =>
      [...document.querySelectorAll('h1, h2, p, li, header, svg')]
        .filter((one) => {
          const [own, all] = [one.getBoundingClientRect(), one.closest('article')?.getBoundingClientRect()];
          const safe = (3 * 96) / 25.4;
          return (
            all === undefined ||
            own.left < all.left + safe ||
            own.right > all.right - safe ||
            own.bottom > all.bottom - safe
          );
        })
        .map(({ tagName }) => tagName),
    );
    expect(near).toEqual([]);
  });

  it('is a PDF of two pages of A6', async () => {
    const { draw, read } = await cardsWorkspace([serviceCard]);
    const { cards } = await draw();
    expect(cards).toMatchObject([{ format: 'shop', altFile: null }]);
    const pdf = (await read('de/service-card-shop.pdf')).toString('latin1');
    const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [
      Math.round((Number(width) / 72) * 25.4),
      Math.round((Number(height) / 72) * 25.4),
    ]);
    expect(boxes).toEqual([
      [105, 148],
      [105, 148],
    ]);
  });

  it('is refused where its text takes more than a page', async () => {
    const text = `${serviceCard.text}\n\n## Und noch etwas\n${'Das sagen wir auch noch. '.repeat(120)}`;
    const { draw } = await cardsWorkspace([{ ...serviceCard, text }]);
    const { refused } = await draw();
    expect(refused).toMatchObject([{ format: 'shop', misfits: [{ field: 'text', axis: 'height' }] }]);
  });

  it('is refused where the page has an address that no telephone would read', async () => {
    const { draw } = await cardsWorkspace([serviceCard], { page: `https://b.example/${'a'.repeat(600)}` });
    await expect(draw()).rejects.toMatchObject({ code: 'cards.page-too-long', exitCode: 2 });
  });
});

describe('where cards go', () => {
  it('is no place for drafts, and anew each time; elsewhere nothing is replaced without a word', async () => {
    const { draw, paths, dir } = await cardsWorkspace([imageCard, { ...imageCard, locale: 'en' }]);
    const once = await draw({ formats: ['square'] });
    expect(once.folder).toBe(join(paths.exports, 'cards'));
    expect((await draw({ formats: ['square'] })).cards).toEqual(once.cards);
    expect((await readdir(paths.drafts)).sort()).toEqual(['de', 'en']);
    const out = join(dir, 'elsewhere');
    await draw({ formats: ['square'], out, locales: ['en'] });
    expect((await readdir(join(out, 'en'))).sort()).toEqual(['image-card-square.png', 'image-card-square.txt']);
    await expect(draw({ formats: ['square'], out })).rejects.toMatchObject({ code: 'cards.exists' });
    expect((await draw({ formats: ['square'], out, force: true })).cards).toHaveLength(2);
  });

  it('is nowhere without a draft', async () => {
    const { draw } = await cardsWorkspace([imageCard]);
    await expect(draw({ locales: ['en'] })).rejects.toMatchObject({
      code: 'cards.no-draft',
      message: 'There is no image-card or service-card in en to draw.',
    });
  });
});
