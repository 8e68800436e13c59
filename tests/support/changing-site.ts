import { join } from 'node:path';
import { EarlierArchive } from '../../src/archive/earlier-archive.ts';
import type { SealedFile } from '../../src/archive/snapshot-writer.ts';
import { randomIds } from '../../src/base/ids.ts';
import type { Signer } from '../../src/model/signer.ts';
import { exchangeOf, openWriter, pageOf } from './make-snapshot.ts';
import { noise } from './noise.ts';

const SITE = 'https://blog.example.org';
const FIRST_PAGES = 6;

/** What the pages of a site say on a day of its year: one is edited each day, some come and some go. */
export function siteOnDay(day: number): ReadonlyMap<string, number> {
  const pages = new Map(Array.from({ length: FIRST_PAGES }, (_, index) => [`/p/${index}`, index]));
  for (let now = 1; now <= day; now += 1) {
    if (now % 30 === 0) pages.set(`/p/new-${now}`, 1000 + now);
    if (now % 75 === 0) pages.delete(`/p/new-${now - 45}`);
    pages.set(`/p/${now % FIRST_PAGES}`, 5000 + now);
  }
  return pages;
}

/** Seals what the site is on a day, as a crawl would have done that has the snapshot before it. */
export async function sealDay(
  day: number,
  at: Date,
  { dir, before, signer }: { readonly dir: string; readonly before: string | undefined; readonly signer: Signer },
): Promise<SealedFile & { readonly pages: number }> {
  const earlier = before === undefined ? undefined : await EarlierArchive.open(before);
  try {
    const writer = await openWriter(join(dir, `day-${day}.work`), { ids: randomIds, earlier });
    const pages = siteOnDay(day);
    let index = 0;
    for (const [path, seed] of pages) {
      const fetchedAt = new Date(at.getTime() + index * 10);
      await writer.addExchange(exchangeOf(`${SITE}${path}`, { content: noise(seed, 12_000), fetchedAt }));
      await writer.addPage(pageOf(`${SITE}${path}`, { at: fetchedAt, text: noise(seed, 80) }));
      index += 1;
    }
    const file = join(dir, `day-${day}.wacz`);
    const sealed = await writer.seal({
      ...{ file, force: false, title: 'A blog', signer },
      mainPageUrl: `${SITE}/p/0`,
      mainPageDate: at,
    });
    return { ...sealed, pages: pages.size };
  } finally {
    await earlier?.close();
  }
}
