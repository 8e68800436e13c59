import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/base/clock.ts';
import { startDemoBrand } from '../../src/demo-brand/start-demo-brand.ts';
import { qaSnapshot } from '../../src/journeys/qa-snapshot.ts';
import type { Exchange } from '../../src/model/http.ts';
import type { QaPage, QaReport } from '../../src/model/qa.ts';
import { bodyOf } from '../support/make-snapshot.ts';
import { type Damage, takeDamaged } from './damaged-snapshots.ts';

const limits = { minPicture: 0.95, minText: 0.98 };
const whole: Damage = async (exchange) => exchange;

let folder: string;
let origin: string;
const reports = new Map<string, QaReport>();

/** The page about a hundred years has twelve pictures; the one about the winter is quoted wrongly. */
const damaged: Damage = async (exchange) => {
  const { pathname } = new URL(exchange.url);
  if (pathname.includes('/1974-')) return undefined;
  return pathname === '/de/2023/04/glocke-im-winter/' ? quotedWrongly(exchange) : exchange;
};

const isStyleSheet = (url: string): boolean => new URL(url).pathname.endsWith('.css');

async function quotedWrongly(exchange: Exchange): Promise<Exchange> {
  const parts: Uint8Array[] = [];
  for await (const part of exchange.body.stream()) parts.push(part);
  const text = Buffer.concat(parts).toString('utf8').replaceAll('Glocke', 'Hupe').replaceAll('Winter', 'Sommer');
  return { ...exchange, body: bodyOf(text) };
}

// On two cores that have nothing else to do this takes about a minute; the limit is for those that have.
beforeAll(async () => {
  folder = await mkdtemp(join(await realpath(tmpdir()), 'lastpost-qa-'));
  const brand = await startDemoBrand({ slowPageMs: 300, feedDelayMs: 50 });
  origin = new URL(brand.blogUrl).origin;
  const unstyled: Damage = async (exchange) => (isStyleSheet(exchange.url) ? undefined : exchange);
  try {
    const [blog, social] = await Promise.all([
      takeDamaged(brand.blogUrl, join(folder, 'b'), { blog: whole, damaged, unstyled }),
      takeDamaged(brand.socialUrl, join(folder, 's'), { social: whole }),
    ]);
    await check('blog', blog.get('blog'));
    await check('social', social.get('social'));
    await check('damaged', blog.get('damaged'), /glocke-im-winter|hundert-jahre|impressum/);
    await check('unstyled', blog.get('unstyled'), /impressum/);
  } finally {
    await brand.close();
  }
}, 480_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

async function check(name: string, file: string | undefined, pages?: RegExp): Promise<void> {
  const input = { fileOrId: file ?? '', workers: 6, limits, reportLanguages: ['en'] as const };
  const context = { signal: new AbortController().signal, onProgress: () => undefined, clock: systemClock };
  const { report } = await qaSnapshot(
    { ...input, ...(pages ? { pages } : {}) },
    { cwd: folder, workspaceDir: undefined },
    context,
  );
  reports.set(name, report);
}

function reportOf(name: string): QaReport {
  const found = reports.get(name);
  if (found === undefined) throw new Error(`${name} was not checked`);
  return found;
}

describe.each([['blog'], ['social']])('the demo %s in the replay component', (name) => {
  it('shows every page as it was captured: pictures, texts and parts', () => {
    const { ok, pages, known, counts, uncompared } = reportOf(name);
    expect(pages.filter(({ verdict }) => verdict !== 'good')).toEqual([]);
    expect({ ok, known: known > 40, good: counts.good === known }).toEqual({ ok: true, known: true, good: true });
    expect(uncompared).toEqual({ picture: 0, text: 0, resources: 0 });
    expect(pages.reduce((sum, { resources }) => sum + resources.expected, 0)).toBeGreaterThan(100);
  });

  it('asks for nothing outside the replay server', () => {
    expect(reportOf(name).refused).toEqual([]);
  });
});

describe('a damaged copy of the demo blog', () => {
  const pageOf = (name: string, part: string): QaPage => {
    const found = reportOf(name).pages.find(({ url }) => url.includes(part));
    if (found === undefined) throw new Error(`${name} has no page ${part}`);
    return found;
  };

  it('has a page whose text was changed, and no other', () => {
    expect(pageOf('damaged', 'glocke-im-winter')).toMatchObject({ verdict: 'differs' });
    expect(pageOf('damaged', 'glocke-im-winter').text).toBeLessThan(0.98);
    expect(pageOf('damaged', 'impressum')).toMatchObject({ verdict: 'good', picture: 1, text: 1 });
    expect(reportOf('damaged')).toMatchObject({ ok: false, wanted: 3 });
  });

  it('has a page with a picture gone, which is named', () => {
    const { verdict, resources } = pageOf('damaged', 'hundert-jahre');
    expect(verdict).toMatch(/incomplete|differs/);
    expect(resources.missing.length).toBeGreaterThan(0);
    expect(resources.missing.every((url) => url.startsWith(`${origin}/`) && url.includes('/1974-'))).toBe(true);
    expect(resources.found).toBe(resources.expected - resources.missing.length);
  });

  it('without its style sheet looks otherwise, and the style sheet is named', () => {
    const { verdict, picture, text, resources } = pageOf('unstyled', 'impressum');
    expect(verdict).toBe('differs');
    expect(picture).toBeLessThan(0.95);
    expect(text).toBeGreaterThan(0.9);
    expect(resources.missing.length).toBeGreaterThan(0);
    expect(resources.missing.every(isStyleSheet)).toBe(true);
  });
});
