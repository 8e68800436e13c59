import { canonicalJson } from '../../base/canonical-json.ts';
import { sha256 } from '../../base/digest.ts';
import { localZone } from '../../base/zoned-time.ts';
import { type Hold, holdsSnapshot } from '../../model/retention/hold.ts';
import { type KeepRules, noKeepRules } from '../../model/retention/keep-rules.ts';
import { type Pin, type PlannedSnapshot, planPrune } from '../../model/retention/prune-plan.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { Ledger } from '../../storage/ledger.ts';
import type { Workspace } from '../../workspace/open-workspace.ts';
import { isInVault } from '../vault/in-vault.ts';

export interface PruneWishes {
  /** [] is all. */
  readonly channels: readonly string[];
  /** Instead of what lastpost.yaml says; what is undefined is as it says. */
  readonly keep: { readonly [Rule in keyof KeepRules]?: number | undefined };
}

export interface PlannedChannel {
  readonly channel: string;
  readonly rules: KeepRules;
  /** Newest first. */
  readonly snapshots: readonly PlannedSnapshot[];
}

export interface PrunePlan {
  /** IANA name: in which days, weeks, months and years are told apart. */
  readonly zone: string;
  readonly channels: readonly PlannedChannel[];
  /** Names what is to go: with another plan it is another name. null when nothing is. */
  readonly name: string | null;
}

/** What of the snapshots in the ledger would stay, and why, and what would go. Looks, and changes nothing. */
export async function planPruning(ledger: Ledger, workspace: Workspace, wishes: PruneWishes): Promise<PrunePlan> {
  const { config } = workspace;
  const zone = config.timezone ?? localZone();
  // One that was taken with --out lies wherever somebody wanted it, and is theirs.
  const all = (await ledger.snapshots.list()).filter((snapshot) => isInVault(snapshot, workspace));
  const holds = await ledger.holds.list();
  const names = [...new Set(all.flatMap(({ channel }) => channel ?? []))].filter(
    (channel) => wishes.channels.length === 0 || wishes.channels.includes(channel),
  );
  const channels: PlannedChannel[] = [];
  for (const channel of names.sort()) {
    const own = all.filter((snapshot) => snapshot.channel === channel);
    const rules = rulesOf(channel, workspace, wishes);
    const pins = await pinsOf(own, channel, ledger, holds);
    channels.push({ channel, rules, snapshots: planPrune(own, { rules, zone, pins }) });
  }
  return { zone, channels, name: nameOf(channels) };
}

/** Those that nothing keeps, the oldest first, so that who is stopped in the middle has kept the newer ones. */
export function toPrune({ channels }: Pick<PrunePlan, 'channels'>): readonly Snapshot[] {
  const gone = channels.flatMap(({ snapshots }) => snapshots.filter(({ keeps }) => keeps.length === 0));
  return gone.map(({ snapshot }) => snapshot).sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
}

function rulesOf(channel: string, { config }: Workspace, { keep }: PruneWishes): KeepRules {
  const set = config.channels.find(({ id }) => id === channel)?.keep ?? config.archive.keep ?? noKeepRules;
  const wished = Object.entries(keep).filter(([, count]) => count !== undefined);
  return wished.length === 0 ? set : { ...noKeepRules, ...Object.fromEntries(wished) };
}

async function pinsOf(
  snapshots: readonly Snapshot[],
  channel: string,
  ledger: Ledger,
  holds: readonly Hold[],
): Promise<ReadonlyMap<string, readonly Pin[]>> {
  const runs = await ledger.retention.namedByRuns(snapshots);
  const posts = await ledger.retention.postsReadLastFrom(channel);
  return new Map(
    snapshots.map((snapshot): [string, readonly Pin[]] => {
      const named = runs.get(snapshot.id) ?? [];
      const only = posts.get(snapshot.id) ?? 0;
      return [
        snapshot.id,
        [
          ...holds
            .filter((hold) => holdsSnapshot(hold, snapshot))
            .map(({ number, why, by }): Pin => ({ by: 'hold', hold: number, why, who: by })),
          ...(named.length > 0 ? [{ by: 'run', runs: named } as const] : []),
          ...(only > 0 ? [{ by: 'only-copy', posts: only } as const] : []),
        ],
      ];
    }),
  );
}

function nameOf(channels: readonly PlannedChannel[]): string | null {
  const gone = toPrune({ channels }).map(({ id }) => id);
  return gone.length === 0 ? null : sha256(canonicalJson(gone.sort())).slice('sha256:'.length, 'sha256:'.length + 10);
}
