import { PNG } from 'pngjs';
import type { PageResource } from '../../src/model/page.ts';
import type { FoundPost } from '../../src/model/post.ts';
import { makePost } from '../../src/model/post.ts';
import { exchangeOf, openWriter, pageOf } from './make-snapshot.ts';

export const COMPARED_SITE = 'https://blog.example.org';

export interface MadePage {
  readonly path: string;
  readonly title?: string;
  readonly text?: string;
  readonly html?: string;
  readonly view?: Buffer;
  readonly resources?: readonly PageResource[];
}

export interface MadeSide {
  /** `2026-11-23T09:30:00.000Z` */
  readonly at: string;
  readonly pages: readonly MadePage[];
  /** Answers that are no page: status by path, with where a redirect leads. */
  readonly answers?: Readonly<Record<string, { readonly status: number; readonly to?: string }>>;
  readonly posts?: Iterable<FoundPost>;
  readonly crawl?: Readonly<Record<string, unknown>>;
  readonly completeness?: Readonly<Record<string, unknown>>;
}

/** Seals one of two snapshots of a blog, without a browser. */
export async function makeSide(file: string, side: MadeSide): Promise<string> {
  const at = new Date(side.at);
  const writer = await openWriter(`${file}.work`, { clock: { now: () => at } });
  for (const { path, html = '<!doctype html>' } of side.pages) {
    await writer.addExchange(exchangeOf(`${COMPARED_SITE}${path}`, { content: html, fetchedAt: at }));
  }
  for (const [path, { status, to }] of Object.entries(side.answers ?? {})) {
    const responseHeaders = to === undefined ? [] : ([['Location', to]] as const);
    await writer.addExchange(exchangeOf(`${COMPARED_SITE}${path}`, { status, responseHeaders, fetchedAt: at }));
  }
  for (const { path, title = path, text = 'We are closing.', view, resources = [] } of side.pages) {
    const picture = view === undefined ? {} : { view: { mime: 'image/png' as const, bytes: view } };
    await writer.addPage(pageOf(`${COMPARED_SITE}${path}`, { at, title, text, resources, ...picture }));
  }
  await writer.addReport('crawl', {
    state: 'complete',
    pages: side.pages.length,
    notFound: [],
    gaps: [],
    robots: 'obeyed',
    startedAt: side.at,
    ...side.crawl,
  });
  async function* lines() {
    for (const post of side.posts ?? []) yield { ...post, channel: 'blog', archive: null };
  }
  if (side.posts !== undefined) await writer.addLines('posts', lines());
  if (side.completeness !== undefined) await writer.addReport('completeness', side.completeness);
  await writer.seal({
    file,
    force: false,
    title: 'The Example Blog',
    mainPageUrl: `${COMPARED_SITE}/`,
    mainPageDate: at,
  });
  return file;
}

/** A whole completeness report that says "complete", except for what is given. */
export function completeReport(more: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return {
    version: 1,
    platform: 'website',
    channel: 'blog',
    url: `${COMPARED_SITE}/`,
    verdict: 'complete',
    because: { en: 'All.', de: 'Alle.' },
    expected: null,
    have: 0,
    posts: 0,
    byKind: {},
    comments: 0,
    missing: null,
    missingPosts: [],
    claims: [],
    media: { known: 0, had: 0, missing: [] },
    unreadable: [],
    gone: [],
    gaps: [],
    notes: [],
    evidence: [],
    profile: null,
    assessedAt: '2026-11-24T09:30:00.000Z',
    ...more,
  };
}

export function blogPost(id: string, more: Partial<FoundPost> = {}): FoundPost {
  return makePost({
    platform: 'website',
    kind: 'post',
    source: 'crawl',
    id,
    published: '2026-11-01T08:00:00.000Z',
    text: id,
    ...more,
  });
}

/** A picture of stripes, with a bar of `bar` pixels in another colour above them. */
export function stripes({ bar = 0, width = 200, height = 160 } = {}): Buffer {
  const png = new PNG({ width, height });
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      const isBar = y < bar;
      const row = y - bar;
      const shade = isBar ? 200 : (row * 37 + Math.floor(x / 8) * 61) % 256;
      png.data.set([isBar ? 0 : shade, shade, isBar ? 0 : 255 - shade, 255], at);
    }
  }
  return PNG.sync.write(png);
}
