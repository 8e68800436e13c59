import { basename } from 'node:path';
import { encodeDelta } from '../../archive/delta/encode-delta.ts';
import { layoutOfDelta, layoutOfWhole, type StoredLayout } from '../../archive/delta/stored-layout.ts';
import { sha256File } from '../../base/digest.ts';
import { shortId } from '../../base/ids.ts';
import { KnownError } from '../../base/known-error.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { isInVault } from './in-vault.ts';
import { findKey, localWacz } from './local-wacz.ts';
import type { VaultOffice } from './office.ts';
import type { OpenVault } from './open-vault.ts';
import { plainStored } from './plain-stored.ts';
import { isDelta, logicalName, openName } from './stored-name.ts';

export interface MadeDelta {
  readonly path: string;
  readonly sha256: Snapshot['sha256'];
  readonly bytes: number;
}

/**
 * Writes beside a WACZ at hand what is new in it since an earlier snapshot of its channel.
 * @returns undefined when there is no earlier one that can be read, or little would be saved: then it is stored whole
 */
export async function deltaSince(
  base: Snapshot | undefined,
  snapshot: Snapshot,
  office: Pick<VaultOffice, 'workspace'>,
  vault: OpenVault,
): Promise<MadeDelta | undefined> {
  if (base === undefined) return undefined;
  const target = `${snapshot.file}.${shortId()}-delta`;
  try {
    const file = await localWacz(office.workspace, base);
    const layout = await layoutOf(base, vault);
    if (layout === undefined) return undefined;
    const encoded = await encodeDelta({ ...snapshot, base: { file, layout }, target });
    return encoded && { path: target, sha256: encoded.sha256, bytes: encoded.bytes };
  } catch (error) {
    // A damaged earlier one is told by "vault verify"; the new one is whole without it.
    if (error instanceof KnownError && isAboutTheBase(error)) return undefined;
    throw error;
  }
}

/** The newest snapshot before this one that the vault has and whose bytes the next ones may be taken from. */
export async function baseOf(
  snapshot: Pick<Snapshot, 'id' | 'channel' | 'startedAt'>,
  { ledger, workspace }: VaultOffice,
): Promise<Snapshot | undefined> {
  if (snapshot.channel === null) return undefined;
  const own = await ledger.snapshots.list({ channel: snapshot.channel });
  return own.find((one) => one.id !== snapshot.id && one.startedAt <= snapshot.startedAt && isInVault(one, workspace));
}

/** How a snapshot lies in the vault; undefined when it is not there. */
async function layoutOf(snapshot: Snapshot, vault: OpenVault): Promise<StoredLayout | undefined> {
  const name = logicalName(snapshot.file);
  const key = await findKey(vault, snapshot.channel ?? '', name, basename(snapshot.file));
  if (key === undefined) return undefined;
  if (!isDelta(key)) return layoutOfWhole({ name, sha256: snapshot.sha256, bytes: snapshot.bytes });
  const path = await plainStored(vault, key);
  const { sha256, lengthBytes } = await sha256File(path);
  return layoutOfDelta({ path, name: openName(key), sha256, bytes: lengthBytes });
}

function isAboutTheBase({ code }: KnownError): boolean {
  return /^(delta|wacz|verify)\.|^vault\.(damaged|missing)$|^snapshot\.file-missing$/.test(code);
}
