import { KnownError } from '../base/known-error.ts';
import type { WorkspacePlace } from '../workspace/open-workspace.ts';
import { listSnapshots } from './list-snapshots.ts';

export interface PickedPair {
  readonly before: string;
  readonly after: string;
}

/**
 * Which two snapshots of a channel are meant: the last two, or with `since` the newest and the last one before that moment
 * (the first one after it where there is none before). Snapshots whose file is gone are passed over.
 * @param since UTC ISO 8601
 * @throws KnownError `compare.too-few`, and those of `listSnapshots`
 */
export async function pickCompared(
  channel: string,
  since: string | undefined,
  place: WorkspacePlace,
): Promise<PickedPair> {
  const { snapshots } = await listSnapshots(place, channel);
  const ids = snapshots.filter(({ present }) => present).map(({ snapshot }) => snapshot);
  const [after, ...older] = ids;
  const before =
    since === undefined
      ? older[0]
      : (older.find(({ startedAt }) => Date.parse(startedAt) <= Date.parse(since)) ?? older.at(-1));
  if (after !== undefined && before !== undefined) return { before: before.id, after: after.id };
  const count = ids.length === 1 ? 'one snapshot' : 'no snapshot';
  throw new KnownError('compare.too-few', `The channel ${channel} has ${count} whose file is there; two are needed.`, {
    hint: `Take another one with: lastpost snapshot take --channel ${channel}`,
    exitCode: 2,
  });
}
