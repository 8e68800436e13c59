import { join } from 'node:path';
import { SnapshotWriter } from '../../src/archive/snapshot-writer.ts';
import { systemClock } from '../../src/base/clock.ts';
import { randomIds } from '../../src/base/ids.ts';
import { crawl } from '../../src/crawl/crawl.ts';
import { findChromium } from '../../src/crawl/find-chromium.ts';
import { crawlDefaults } from '../../src/model/crawl-defaults.ts';
import type { Exchange } from '../../src/model/http.ts';
import type { PageCapture } from '../../src/model/page.ts';

/** What an exchange becomes in a damaged copy; undefined leaves it out. */
export type Damage = (exchange: Exchange) => Promise<Exchange | undefined>;

/**
 * Crawls these pages once, and seals what comes into one snapshot for each damage: the same pages and the same index as they
 * would have been, but for what the damage does.
 * @returns the files, by the names of the damages
 */
export async function takeDamaged(
  urls: readonly string[],
  folder: string,
  damages: Readonly<Record<string, Damage>>,
): Promise<ReadonlyMap<string, string>> {
  const writers = await Promise.all(
    Object.entries(damages).map(async ([name, damage]) => {
      const options = { software: 'Lastpost 0.1.0', warcinfo: {}, clock: systemClock, ids: randomIds };
      return { name, damage, writer: await SnapshotWriter.open({ workDir: join(folder, `${name}.work`), ...options }) };
    }),
  );
  let front: PageCapture | undefined;
  const scope = { ...crawlDefaults.scope, kind: 'page' } as const;
  const report = await crawl({
    plan: { ...crawlDefaults, politeness: { robots: 'obey', delayMs: 0 }, workers: 3, scope, seeds: urls },
    chromium: await findChromium(),
    headed: false,
    spoolFolder: join(folder, 'bodies'),
    signal: new AbortController().signal,
    onProgress: () => undefined,
    clock: systemClock,
    ids: randomIds,
    sink: {
      exchange: async (exchange) => {
        for (const { writer, damage } of writers) {
          const kept = await damage(exchange);
          if (kept !== undefined) await writer.addExchange(kept);
        }
      },
      page: async (page, keep) => {
        front ??= page;
        for (const { writer } of writers) await writer.addPage(page);
        await keep(undefined);
      },
      settle: (keep) => keep(undefined),
    },
  });
  const files = new Map<string, string>();
  for (const { name, writer } of writers) {
    const file = join(folder, `${name}.wacz`);
    await writer.addReport('crawl', report);
    const mainPage = { mainPageUrl: front?.url ?? urls[0] ?? '', mainPageDate: front?.at ?? new Date() };
    await writer.seal({ file, force: false, title: name, ...mainPage });
    files.set(name, file);
  }
  return files;
}
