import { readWaczSummary } from '../archive/wacz-read.ts';
import { openSnapshotSide } from '../archive/wacz-read-sides.ts';
import type { CompletenessReport } from '../model/completeness.ts';
import type { CrawlView } from '../model/fairness.ts';
import { goneRule } from '../model/gone-rule.ts';
import type { SnapshotSight } from '../model/post-store.ts';
import type { CrawlReport, Snapshot } from '../model/snapshot.ts';

/**
 * How a snapshot looked at its channel, and what its file tells of posts that it does not hold. Of the file only the reports
 * are read at first, and the index when somebody asks for a post.
 * @throws KnownError those of reading a WACZ
 */
export async function sightOfSnapshot(
  { channel, url, startedAt, file }: Pick<Snapshot, 'channel' | 'url' | 'startedAt' | 'file'>,
  completeness: CompletenessReport,
): Promise<SnapshotSight> {
  const { crawl } = await readWaczSummary(file, { maxPages: 0 });
  let rule: ReturnType<typeof goneRule> | undefined;
  return {
    view: { side: { takenAt: startedAt, channel, url }, crawl: crawl && viewOf(crawl) },
    goneOf: async (posts) => {
      const statuses = rule === undefined ? await statusesOf(file) : undefined;
      rule ??= goneRule({
        after: completeness,
        // Whether it looked at the same as an earlier one is told from the two views.
        isFair: true,
        isWhole: crawl?.state === 'complete',
        statusAfter: (address) => statuses?.get(address),
      });
      return posts.map(rule);
    },
  };
}

async function statusesOf(file: string): Promise<ReadonlyMap<string, number>> {
  const side = await openSnapshotSide(file);
  await side.close();
  return side.statuses;
}

/** As much of the report as two snapshots are held against each other by; which hosts a login had is not among it. */
function viewOf({ state, robots, session, browser, scope }: CrawlReport): CrawlView {
  return {
    state,
    gaps: [],
    robots,
    ...(session && { session: { ...session, hosts: [] } }),
    ...(browser && { browser }),
    ...(scope && { scope }),
  };
}
