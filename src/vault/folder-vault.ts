import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { timestamp14 } from '../base/clock.ts';
import { KnownError, systemErrorCode } from '../base/known-error.ts';
import { pathExists } from '../base/path-exists.ts';
import type { Vault } from '../model/vault.ts';
import { keepOriginals } from './keep-originals.ts';

function refuseBadName(channel: string): void {
  if (/^[a-z0-9][a-z0-9-]*$/.test(channel)) return;
  throw new KnownError('vault.bad-channel', `"${channel}" cannot be a folder in the vault.`, {
    hint: 'A channel id has only lower-case letters, digits and hyphens.',
    exitCode: 2,
  });
}

function cannotWrite(folder: string, cause: unknown): unknown {
  const code = systemErrorCode(cause);
  if (code === undefined) return cause;
  const hint = 'Check that the vault folder is there, belongs to you and has room.';
  return new KnownError('vault.cannot-write', `The vault folder ${folder} cannot be made (${code}).`, { hint, cause });
}

/** `20261123T093000Z`: sorts by time in any file manager and is a legal name everywhere. */
export function snapshotStamp(date: Date): string {
  const digits = timestamp14(date);
  return `${digits.slice(0, 8)}T${digits.slice(8)}Z`;
}

async function channelFolder(dir: string, channel: string): Promise<string> {
  refuseBadName(channel);
  const folder = join(dir, channel);
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw cannotWrite(folder, error);
  }
  return folder;
}

/**
 * A vault that is a folder: `<dir>/<channel>/<UTC>.wacz`, and `<UTC>-export.zip` beside it.
 * `pathFor` @throws KnownError `vault.bad-channel`, `vault.cannot-write`
 */
export function folderVault(dir: string): Vault {
  return {
    pathFor: async (channel, startedAt) => {
      const folder = await channelFolder(dir, channel);
      const stamp = snapshotStamp(startedAt);
      for (let attempt = 1; ; attempt += 1) {
        const path = join(folder, attempt === 1 ? `${stamp}.wacz` : `${stamp}-${attempt}.wacz`);
        if (!(await pathExists(path))) return path;
      }
    },
    keep: async (channel, startedAt, parts, options) =>
      keepOriginals(await channelFolder(dir, channel), snapshotStamp(startedAt), parts, options),
  };
}
