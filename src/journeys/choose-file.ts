import { lstat, mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { shortId } from '../base/ids.ts';
import { KnownError } from '../base/known-error.ts';
import { pathExists } from '../base/path-exists.ts';
import type { TakeSnapshotInput } from '../model/take-snapshot-input.ts';
import { folderVault, snapshotStamp } from '../vault/folder-vault.ts';
import { probeFolder } from '../vault/probe-folder.ts';
import type { Workspace } from '../workspace/open-workspace.ts';

/**
 * Where the WACZ goes, looked at before the crawl: nobody should wait an hour to hear that a file is in the way.
 * @throws KnownError `usage.no-target`, `snapshot.no-folder`, `snapshot.cannot-write`, `snapshot.exists`
 */
export async function chooseFile(
  input: TakeSnapshotInput,
  workspace: Workspace | undefined,
  at: Date,
): Promise<string> {
  if (input.out === undefined) {
    if (workspace && input.channel !== undefined) return sealedFile(workspace, input.channel, at);
    throw new KnownError('usage.no-target', 'It is not said where the snapshot should go.', {
      hint: 'Give a file with --out FILE, or a channel of the workspace with --channel ID.',
      exitCode: 2,
    });
  }
  const file = resolve(input.out);
  await refuseFolder(dirname(file));
  await refuseInTheWay(file, input);
  return file;
}

/** Sealed beside the ledger first, and brought into the vault when it is sound: no vault ever has half a snapshot. */
async function sealedFile({ dir, paths, config }: Workspace, channel: string, at: Date): Promise<string> {
  const { folder, s3 } = config.archive.vault ?? {};
  // Of a folder it can be told now whether it can be written; a server that does not answer today may answer tomorrow.
  if (s3 === undefined)
    await folderVault(folder === undefined ? paths.vault : resolve(dir, folder)).pathFor(channel, at);
  await mkdir(paths.outbox, { recursive: true, mode: 0o700 });
  return join(paths.outbox, `${channel}-${snapshotStamp(at)}-${shortId()}.wacz`);
}

async function refuseFolder(folder: string): Promise<void> {
  if (!(await pathExists(folder))) {
    throw new KnownError('snapshot.no-folder', `The folder ${folder} does not exist.`, {
      hint: 'Make it first, or choose another place with --out FILE.',
    });
  }
  const { failed } = await probeFolder(folder);
  if (failed) {
    throw new KnownError('snapshot.cannot-write', `Nothing can be written in ${folder} (${failed.code}).`, {
      hint: 'See to the rights and the room there, or choose another place with --out FILE.',
    });
  }
}

async function refuseInTheWay(file: string, { out = '', force }: TakeSnapshotInput): Promise<void> {
  // lstat, not access: a link that leads nowhere is in the way as well, and not even --force can replace a folder.
  const there = await lstat(file).catch(() => undefined);
  if (there?.isDirectory()) {
    throw new KnownError('snapshot.exists', `${file} is a folder.`, {
      hint: `Name a file in it: --out ${join(out, 'blog.wacz')}`,
    });
  }
  if (!force && there) {
    throw new KnownError('snapshot.exists', `${file} is already there.`, {
      hint: 'Add --force to replace it, or choose another name with --out FILE.',
    });
  }
}
