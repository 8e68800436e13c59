import { relative, resolve } from 'node:path';
import { pathExists } from '../base/path-exists.ts';
import type { CompletenessReport } from '../model/completeness.ts';
import type { ExportReport } from '../model/official-export.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { CompletenessStatement, StatementSnapshot } from '../model/statement.ts';
import { stateCompleteness as stateFrom } from '../posts/statement/state-completeness.ts';
import type { AssessedCrawl } from '../posts/statement/statement-input.ts';
import { type Ledger, openLedger } from '../storage/ledger.ts';
import type { Channel } from '../workspace/config.ts';
import { requireChannel, requireWorkspace, type Workspace, type WorkspacePlace } from '../workspace/open-workspace.ts';
import { newestAssessment } from './channel-status.ts';
import { heldByName } from './held-by-name.ts';
import { listedChannel } from './list-channels.ts';
import { presentFiles } from './vault/present-files.ts';

/**
 * States for one channel of the workspace what export, crawl and platform say together, out of the ledger; nothing is fetched.
 * @throws KnownError `channel.unknown`, and those of opening workspace and ledger
 */
export async function stateCompleteness(id: string, place: WorkspacePlace, now: Date): Promise<CompletenessStatement> {
  const workspace = await requireWorkspace(place);
  const channel = requireChannel(workspace, id);
  const ledger = await openLedger({ file: workspace.paths.ledger, root: workspace.dir });
  try {
    return await stateFromLedger(ledger, workspace, channel, now);
  } finally {
    await ledger.close();
  }
}

async function stateFromLedger(
  ledger: Ledger,
  workspace: Workspace,
  channel: Channel,
  now: Date,
): Promise<CompletenessStatement> {
  const { id } = channel;
  const snapshots = await ledger.snapshots.list({ channel: id });
  const [kept] = await ledger.posts.completeness(id);
  const { report, snapshot } = await newestAssessment(workspace, snapshots, kept);
  const crawl: AssessedCrawl | null =
    report === null || snapshot === null ? null : { report, startedAt: snapshot.startedAt };
  const exports = await ledger.exports.list(id);
  const posts = await ledger.exports.reconcile(id);
  const { platform, platformName, url, title, handle } = listedChannel(channel);
  const brand = workspace.config.brand.name;
  return stateFrom({
    channel: { brand, id, title: title ?? `${handle} (${platformName})`, platform, platformName, url },
    crawl,
    snapshots: snapshots.map((one) => statedSnapshot(one, snapshot?.id === one.id ? report : null)),
    exports,
    lostFiles: await lostFiles(workspace, snapshots, exports),
    posts,
    isHeld: await heldByName(ledger.posts, id, report, exports),
    acceptances: await ledger.exports.acceptances(id),
    now,
  });
}

function statedSnapshot(
  { id, startedAt, bytes, sha256 }: Omit<StatementSnapshot, 'verdict'>,
  report: CompletenessReport | null,
): StatementSnapshot {
  return { id, startedAt, bytes, sha256, verdict: report?.verdict ?? null };
}

/** A statement that rests on a file which nobody has any more says nothing. */
async function lostFiles(
  workspace: Workspace,
  snapshots: readonly Snapshot[],
  exports: readonly ExportReport[],
): Promise<readonly string[]> {
  const { dir: root } = workspace;
  const present = await presentFiles(workspace, snapshots);
  const lost = snapshots.flatMap(({ id, file }) => (present.has(id) ? [] : [shown(root, file)]));
  const files = exports.flatMap(({ parts }) => parts).map(({ file }) => resolve(root, file));
  for (const file of new Set(files)) if (!(await pathExists(file))) lost.push(relative(root, file));
  return [...new Set(lost)];
}

function shown(root: string, file: string): string {
  return file.startsWith('s3://') ? file : relative(root, file);
}
