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

/** The pages that are looked at, and no others: the whole brand is replayed where the demo command is tested. */
const looked = /glocke-im-winter|hundert-jahre|impressum/;

const limits = { minPicture: 0.95, minText: 0.98 };
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

beforeAll(async () => {
  folder = await mkdtemp(join(await realpath(tmpdir()), 'lastpost-qa-'));
  const brand = await startDemoBrand({ slowPageMs: 300, feedDelayMs: 50 });
  origin = new URL(brand.blogUrl).origin;
  const unstyled: Damage = async (exchange) => (isStyleSheet(exchange.url) ? undefined : exchange);
  try {
    const { pageUrls } = brand.expected.blog;
    const urls = pageUrls.filter((url) => looked.test(url));
    const files = await takeDamaged(urls, join(folder, 'b'), { damaged, unstyled });
    await check('damaged', files.get('damaged'));
    await check('unstyled', files.get('unstyled'), /impressum/);
  } finally {
    await brand.close();
  }
}, 1_200_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

async function check(name: string, file: string | undefined, pages?: RegExp): Promise<void> {
  const input = {
    fileOrId: file ?? '',
    workers: 3,
    limits,
    reportLanguages: ['en'] as const,
    ...(pages ? { pages } : {}),
  };
  const context = { signal: new AbortController().signal, onProgress: () => undefined, clock: systemClock };
  const { report } = await qaSnapshot(input, { cwd: folder, workspaceDir: undefined }, context);
  reports.set(name, report);
}

function reportOf(name: string): QaReport {
  const found = reports.get(name);
  if (found === undefined) throw new Error(`${name} was not checked`);
  return found;
}

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
