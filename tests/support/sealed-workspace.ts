import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { initWorkspace } from '../../src/journeys/init-workspace.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import type { Arrival } from '../../src/model/vault-store.ts';
import { workspacePaths } from '../../src/workspace/paths.ts';
import { completenessOf } from '../contracts/post-store.ts';
import { snapshotOf } from '../contracts/snapshot-store.ts';
import { makeSnapshot, SNAPSHOT_TIME } from './make-snapshot.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A new workspace, with `archive.vault` as given. */
export async function vaultWorkspace(vault?: object | string): Promise<string> {
  const dir = await temporaryFolder();
  await initWorkspace({ dir, brandName: 'Aurora Coffee', languages: ['en'] });
  if (vault !== undefined) await setVault(dir, vault);
  return dir;
}

export async function setVault(dir: string, vault: object | string): Promise<void> {
  const { config } = workspacePaths(dir);
  const document = parseDocument(await readFile(config, 'utf8'));
  document.set('archive', { vault });
  await writeFile(config, document.toString());
}

export type Sealed = Pick<Arrival, 'snapshot' | 'completeness'>;

export interface SealChoice {
  /** Seconds after the usual time. */
  readonly at?: number;
  readonly channel?: string;
  readonly url?: string;
  /** In the file, by name. */
  readonly reports?: Readonly<Record<string, unknown>>;
}

/** A sealed snapshot that waits in the outbox of a workspace. */
export async function sealInto(dir: string, id: string, choice: SealChoice = {}): Promise<Sealed> {
  const { at = 0, channel = 'blog', url = 'https://blog.example.org/', reports = {} } = choice;
  const { outbox } = workspacePaths(dir);
  await mkdir(outbox, { recursive: true });
  const made = await makeSnapshot(join(dir, '.lastpost'), { file: join(outbox, `${channel}-${id}.wacz`), reports });
  const { file, bytes, sha256 } = made;
  const startedAt = new Date(SNAPSHOT_TIME.getTime() + at * 1000).toISOString();
  const snapshot: Snapshot = snapshotOf({
    id,
    channel,
    url,
    file,
    bytes,
    sha256,
    pages: 2,
    startedAt,
    finishedAt: startedAt,
  });
  return { snapshot: { ...snapshot, channel }, completeness: completenessOf({ channel }) };
}
