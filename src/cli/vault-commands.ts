import type { CommandEntry } from './command-entry.ts';

/** Everything that is done with the place where snapshots are kept. */
export const vaultCommands: readonly CommandEntry[] = [
  {
    name: 'vault status',
    summary: 'tell where the vault is, what it holds and what waits to be brought in',
    load: async () => (await import('./commands/vault/status.ts')).statusCommand,
  },
  {
    name: 'vault verify',
    summary: 'walk the whole vault: chain, signatures, every byte of every file',
    load: async () => (await import('./commands/vault/verify.ts')).verifyCommand,
  },
  {
    name: 'vault timestamp',
    summary: 'fetch the timestamps that entries of the chain are without',
    load: async () => (await import('./commands/vault/timestamp.ts')).timestampCommand,
  },
  {
    name: 'vault copy',
    summary: 'copy the vault to another folder or bucket, and prove the copy',
    load: async () => (await import('./commands/vault/copy.ts')).copyCommand,
  },
  {
    name: 'vault restore',
    summary: 'bring a workspace back from a vault or a copy of one',
    load: async () => (await import('./commands/vault/restore.ts')).restoreCommand,
  },
];
