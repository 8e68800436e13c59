import { randomBytes } from 'node:crypto';
import { KnownError } from '../../base/known-error.ts';
import { tokenKey, type WrittenEntry } from '../../model/vault-chain.ts';
import { type Authority, askAuthority, type Patience } from '../../vault/timestamp/ask-authority.ts';
import { bytesSource } from '../../vault/vault-source.ts';
import type { VaultOffice } from './office.ts';
import type { OpenVault } from './open-vault.ts';

/**
 * Fetches a timestamp of an entry and puts it beside it. Safe to call again, and from two processes at once: where there is one,
 * none is asked for, and of two that were fetched the first stays.
 * @throws KnownError those of `askAuthority` and of `VaultFiles`
 */
export async function stampEntry(
  { ledger }: VaultOffice,
  { files }: OpenVault,
  authority: Authority,
  { entry: { channel, seq, entered_at }, digest }: WrittenEntry,
  { patience, signal }: { readonly patience: Patience; readonly signal: AbortSignal },
): Promise<'fetched' | 'there'> {
  const key = tokenKey(channel, seq);
  const before = await files.stat(key);
  if (before === undefined) {
    const asked = { digest, madeAt: new Date(entered_at), nonce: randomBytes(8) };
    const { der } = await askAuthority(authority, asked, patience, signal);
    await files.put(key, bytesSource(der), { signal }).catch((error: unknown) => {
      if (!(error instanceof KnownError) || error.code !== 'vault.name-taken') throw error;
    });
  }
  await ledger.vault.marked(channel, seq, 'timestamped');
  return before === undefined ? 'fetched' : 'there';
}
