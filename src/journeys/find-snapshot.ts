import { resolve } from 'node:path';
import { KnownError } from '../base/known-error.ts';
import { pathExists } from '../base/path-exists.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { SnapshotStore } from '../model/snapshot-store.ts';
import { type Ledger, openLedger } from '../storage/ledger.ts';
import { openNearestWorkspace, type Workspace, type WorkspacePlace } from '../workspace/open-workspace.ts';
import { type LocalOptions, localWacz } from './vault/local-wacz.ts';
import { isDelta } from './vault/stored-name.ts';

/** A WACZ that is there, and its line in the ledger when it was asked for by id. */
export interface FoundSnapshot {
  /** Absolute; a copy of it, where the vault has it in another form. */
  readonly file: string;
  readonly snapshot: Snapshot | undefined;
}

const LEAST_ID_LETTERS = 4;

function notFound(message: string, hint: string): KnownError {
  return new KnownError('snapshot.not-found', message, { hint, exitCode: 2 });
}

/** By whole id, or by its first letters when only one begins so. @throws KnownError `snapshot.not-found` */
export async function findById(store: SnapshotStore, id: string): Promise<Snapshot> {
  const exact = await store.find(id);
  if (exact !== undefined) return exact;
  const alike =
    id.length < LEAST_ID_LETTERS ? [] : (await store.list()).filter((candidate) => candidate.id.startsWith(id));
  const [only, ...others] = alike;
  if (only === undefined) {
    throw notFound(
      `There is no file "${id}" and no snapshot with that id.`,
      'See what there is with: lastpost snapshot list',
    );
  }
  if (others.length === 0) return only;
  throw notFound(`${alike.length} snapshots have an id that begins with "${id}".`, 'Give more of its letters.');
}

/** The same, of one whose file was not pruned. @throws KnownError `snapshot.pruned` */
export async function findKept(
  { snapshots, retention }: Pick<Ledger, 'snapshots' | 'retention'>,
  id: string,
): Promise<Snapshot> {
  const snapshot = await findById(snapshots, id);
  const at = await retention.prunedAt(snapshot.id);
  if (at === undefined) return snapshot;
  const day = at.slice(0, 10);
  throw new KnownError(
    'snapshot.pruned',
    `Snapshot ${snapshot.id} was pruned on ${day}: there is no file of it any more.`,
    {
      hint: 'See what is still there with "lastpost snapshot list"; a copy of the vault may have it.',
    },
  );
}

async function findInLedger(
  id: string,
  place: WorkspacePlace,
): Promise<{ readonly snapshot: Snapshot; readonly workspace: Workspace }> {
  const workspace = await openNearestWorkspace(place);
  if (workspace === undefined) {
    throw notFound(
      `There is no file "${id}", and no workspace here to look for a snapshot with that id.`,
      'Check the path, or name the workspace with --workspace DIR.',
    );
  }
  const ledger = await openLedger({ file: workspace.paths.ledger, root: workspace.dir });
  try {
    return { snapshot: await findKept(ledger, id), workspace };
  } finally {
    await ledger.close();
  }
}

/**
 * Finds a snapshot by the path of its file or by its id in the workspace's ledger; a file that is there wins.
 * @throws KnownError `snapshot.not-found`, `snapshot.pruned`, `snapshot.is-delta`, `snapshot.file-missing`, and those of `localWacz` and of opening workspace and ledger
 */
export async function findSnapshot(
  fileOrId: string,
  place: WorkspacePlace,
  options: LocalOptions = {},
): Promise<FoundSnapshot> {
  const path = resolve(place.cwd, fileOrId);
  if (await pathExists(path)) return { file: refuseDelta(path), snapshot: undefined };
  if (/[/\\]|\.(wacz|zip)$/i.test(fileOrId)) {
    throw notFound(
      `There is no file ${path}.`,
      'Check the path, or see what the workspace has with: lastpost snapshot list',
    );
  }
  const { snapshot, workspace } = await findInLedger(fileOrId, place);
  return { file: await localWacz(workspace, snapshot, options), snapshot };
}

function refuseDelta(path: string): string {
  if (!isDelta(path)) return path;
  throw new KnownError('snapshot.is-delta', `${path} holds only what changed since an earlier snapshot.`, {
    hint: 'Name the snapshot by its id, or write it out whole with "lastpost snapshot export".',
    exitCode: 2,
  });
}
