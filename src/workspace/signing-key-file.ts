import { readFile, stat } from 'node:fs/promises';
import { KnownError, systemErrorCode } from '../base/known-error.ts';
import type { WorkspacePaths } from './paths.ts';

function unreadableKey(file: string, cause: unknown): KnownError {
  if (systemErrorCode(cause) === 'ENOENT') {
    return new KnownError('workspace.key-missing', `The signing key ${file} is not there.`, {
      hint: 'Put it back from your backup, or make a new one with: lastpost init --repair',
    });
  }
  const hint = 'Check that the file belongs to you and that you may read it.';
  return new KnownError('workspace.key-unreadable', `The signing key ${file} cannot be read.`, { hint, cause });
}

/**
 * The workspace's private key, PEM text.
 * @throws KnownError `workspace.key-missing`, `workspace.key-unreadable`
 */
export async function readSigningKeyPem({ signingKey }: WorkspacePaths): Promise<string> {
  try {
    return await readFile(signingKey, 'utf8');
  } catch (error) {
    throw unreadableKey(signingKey, error);
  }
}

/**
 * The permission bits of the key file, `0o600` when all is well.
 * @throws KnownError `workspace.key-missing`, `workspace.key-unreadable`
 */
export async function signingKeyMode({ signingKey }: WorkspacePaths): Promise<number> {
  try {
    return (await stat(signingKey)).mode & 0o777;
  } catch (error) {
    throw unreadableKey(signingKey, error);
  }
}
