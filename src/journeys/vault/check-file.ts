import { verifyWacz } from '../../archive/verify-wacz.ts';
import { sha256Of } from '../../base/digest.ts';
import { KnownError } from '../../base/known-error.ts';
import type { ChainEntry } from '../../model/vault-chain.ts';
import type { Workspace } from '../../workspace/open-workspace.ts';
import { isPlainFile, localWacz, openStored } from './local-wacz.ts';
import type { OpenVault } from './open-vault.ts';
import { isDelta } from './stored-name.ts';

/** What is wrong with a stored file, or undefined. */
export type FileTrouble = { readonly rule: string; readonly message: string } | undefined;

export interface CheckOptions {
  readonly signal: AbortSignal;
  readonly onBytes: (bytes: number) => void;
  /** Hears the key of each other file that its bytes are taken from. */
  readonly onSource: (key: string) => void;
  /** The name of the entry that has this digest, for saying that two files were exchanged. */
  readonly nameOf: (sha256: string) => string | undefined;
}

/**
 * Reads a stored file whole, in whichever form it is, holds it against its entry, and checks a WACZ inside as well.
 * @throws KnownError those of `VaultFiles` when the vault itself does not answer
 */
export async function checkFile(
  workspace: Workspace,
  vault: OpenVault,
  key: string,
  entry: ChainEntry,
  { signal, onBytes, onSource, nameOf }: CheckOptions,
): Promise<FileTrouble> {
  let digest: string;
  try {
    digest = await sha256Of(openStored(vault, key, signal, onSource), onBytes);
  } catch (error) {
    if (!(error instanceof KnownError) || !isAboutTheFile(error)) throw error;
    const rule = error.code === 'delta.source-missing' ? 'file.source-missing' : 'file.changed';
    return { rule, message: error.message };
  }
  if (digest !== entry.sha256) {
    const other = nameOf(digest);
    const rule = other === undefined ? 'file.changed' : 'file.swapped';
    const what = other === undefined ? `its digest is ${digest}` : `it is the file of ${other}`;
    const perhaps = isDelta(key)
      ? ' It is stored as what differs from others: it may be one of them that was changed.'
      : '';
    return { rule, message: `It is not what was entered as ${entry.name}: ${what}, not ${entry.sha256}.${perhaps}` };
  }
  return entry.name.endsWith('.wacz') ? checkInside(workspace, vault, key, entry) : undefined;
}

function isAboutTheFile({ code }: KnownError): boolean {
  return code.startsWith('delta.') || ['vault.wrong-identity', 'vault.damaged', 'vault.missing'].includes(code);
}

async function checkInside(
  workspace: Workspace,
  vault: OpenVault,
  key: string,
  entry: ChainEntry,
): Promise<FileTrouble> {
  const path = vault.files.pathOf(key);
  const { id, channel, sha256, bytes } = entry;
  const file = path !== undefined && isPlainFile({ file: path }) ? path : vault.files.nameOf(key);
  const local = await localWacz(workspace, asSnapshot({ id, channel, sha256, bytes, file }));
  try {
    const { ok, problems } = await verifyWacz(local);
    if (ok) return undefined;
    const [first] = problems;
    return { rule: 'file.not-sound', message: `${problems.length} problems inside: ${first?.rule}: ${first?.message}` };
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    return { rule: 'file.not-sound', message: error.message };
  }
}

function asSnapshot(known: Pick<ChainEntry, 'id' | 'channel' | 'sha256' | 'bytes'> & { readonly file: string }) {
  const unknown = {
    url: '',
    state: 'complete' as const,
    pages: 0,
    gaps: 0,
    signed: true,
    startedAt: '',
    finishedAt: '',
  };
  return { ...known, ...unknown };
}
