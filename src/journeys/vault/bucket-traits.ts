import { readFile } from 'node:fs/promises';
import { writeFileAtomic } from '../../base/atomic-write.ts';
import { gatherText } from '../../base/gather-text.ts';
import type { BucketTraits } from '../../model/vault-report.ts';
import { bytesSource } from '../../vault/vault-source.ts';
import type { Workspace } from '../../workspace/open-workspace.ts';
import { NOTE, type OpenVault } from './open-vault.ts';

/**
 * What a bucket does for the files in it; null for a folder. Whether it keeps names is asked once, by putting the note of the
 * format again as it is, which a server that keeps them refuses, and is remembered in `.lastpost`. Safe to call again.
 * @throws KnownError those of `VaultFiles` when the note cannot be read
 */
export async function bucketTraits({ paths, config }: Workspace, { files }: OpenVault): Promise<BucketTraits | null> {
  const { bucket } = files;
  if (bucket === undefined) return null;
  const versioning = await bucket.versioning();
  const server = `${files.place} ${config.archive.vault?.s3?.endpoint ?? ''}`.trim();
  const known = await readKnown(paths.bucketTraits);
  const remembered = known[server];
  if (remembered !== undefined) return { keeps_names: remembered, versioning };
  if ((await files.stat(NOTE)) === undefined) return { keeps_names: null, versioning };
  const keepsNames = await bucket.keepsNames(NOTE, bytesSource(await gatherText(files.read(NOTE))));
  if (keepsNames === undefined) return { keeps_names: null, versioning };
  await writeFileAtomic(paths.bucketTraits, `${JSON.stringify({ ...known, [server]: keepsNames })}\n`, 0o600);
  return { keeps_names: keepsNames, versioning };
}

/** {} when there is nothing yet, or nothing that can be read: then it is asked again. */
async function readKnown(path: string): Promise<Readonly<Record<string, boolean>>> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Record<string, boolean>;
  } catch {
    return {};
  }
}
