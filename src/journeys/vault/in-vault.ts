import { dirname, resolve } from 'node:path';
import type { Snapshot } from '../../model/snapshot.ts';
import type { Workspace } from '../../workspace/open-workspace.ts';

/** One that was taken with --out lies wherever the person wanted it, and is none of the vault's. */
export function isInVault({ file, channel }: Snapshot, { paths, config, dir }: Workspace): boolean {
  if (channel === null) return false;
  if (file.startsWith('s3://')) return true;
  const folder = config.archive.vault?.folder;
  const folders = [paths.vault, ...(folder === undefined ? [] : [resolve(dir, folder)])];
  return folders.some((one) => dirname(file) === resolve(one, channel));
}
