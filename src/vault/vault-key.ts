import { KnownError } from '../base/known-error.ts';

/** @throws KnownError `vault.bad-channel` for a key that leads out of the vault, or is no legal name everywhere */
export function requireKey(key: string): string {
  const parts = key.split('/');
  if (parts.every((part) => /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(part))) return key;
  throw new KnownError('vault.bad-channel', `"${key}" cannot be a name in the vault.`, {
    hint: 'A channel id has only lower-case letters, digits and hyphens.',
    exitCode: 2,
  });
}

/** What a vault says when other bytes have the name; nothing is ever replaced. */
export function nameTaken(name: string): KnownError {
  return new KnownError('vault.name-taken', `${name} is in the vault already, and is another file.`, {
    hint: 'Nothing was replaced. Two workspaces may be using one vault: give each a folder or prefix of its own.',
  });
}

export function missingInVault(name: string): KnownError {
  return new KnownError('vault.missing', `${name} is not in the vault.`, {
    hint: 'See what else is missing with: lastpost vault verify. A copy of the vault can put it back.',
  });
}

export function damagedInVault(name: string, message: string): KnownError {
  return new KnownError('vault.damaged', `${name}: ${message}`, {
    hint: 'Do not rely on this file. Check the disk or the server, and give the same command again.',
  });
}
