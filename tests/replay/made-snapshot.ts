import { join } from 'node:path';
import type { Gap } from '../../src/model/gap.ts';
import type { CrawlReport } from '../../src/model/snapshot.ts';
import { after, exchangeOf, openWriter, pageOf, SNAPSHOT_TIME } from '../support/make-snapshot.ts';

export const SITE = 'https://blog.example.org';

/** One archived page: its path and the inside of its body. */
export type MadePages = Readonly<Record<string, { readonly title: string; readonly body: string }>>;

/** Seals pages made of strings into `<dir>/blog.wacz`, without a browser. */
export async function madeSnapshot(dir: string, pages: MadePages, gaps: readonly Gap[] = []): Promise<string> {
  const writer = await openWriter(join(dir, 'blog.work'));
  for (const [index, [path, { title, body }]] of Object.entries(pages).entries()) {
    const at = after(index * 1000);
    const content = `<!doctype html><meta charset="utf-8"><title>${title}</title><body>${body}</body>`;
    await writer.addExchange(exchangeOf(`${SITE}${path}`, { content, fetchedAt: at }));
    const id = `00000000-0000-4000-9000-${String(index).padStart(12, '0')}`;
    await writer.addPage(pageOf(`${SITE}${path}`, { id, at, title, text: title }));
  }
  const report: CrawlReport = {
    state: gaps.length === 0 ? 'complete' : 'partial',
    pages: Object.keys(pages).length,
    files: 0,
    notFound: [],
    responses: Object.keys(pages).length,
    bodyBytes: 1000,
    gaps,
    leftOut: {},
    hosts: [],
    robots: 'obeyed',
    startedAt: SNAPSHOT_TIME.toISOString(),
    finishedAt: after(60_000).toISOString(),
  };
  await writer.addReport('crawl', report);
  const file = join(dir, 'blog.wacz');
  await writer.seal({
    file,
    force: false,
    title: 'Farewell <Blog>',
    mainPageUrl: `${SITE}/`,
    mainPageDate: SNAPSHOT_TIME,
  });
  return file;
}
