import type { X509Certificate } from 'node:crypto';
import { resolve } from 'node:path';
import { KnownError } from '../../base/known-error.ts';
import type { Authority } from '../../vault/timestamp/ask-authority.ts';
import { readRoots } from '../../vault/timestamp/read-roots.ts';
import type { Workspace } from '../../workspace/open-workspace.ts';
import { resolveSecretReference } from '../../workspace/secret-reference.ts';

/**
 * The timestamp authority that lastpost.yaml names, with its login. Nothing is asked of it yet.
 * @throws KnownError `timestamp.not-set`, `timestamp.bad-ca`, `secret.…`
 */
export async function openAuthority(workspace: Workspace): Promise<Authority> {
  const settings = workspace.config.archive.vault?.timestamp;
  if (settings === undefined) throw notSet();
  const { url, policy, credentials } = settings;
  const login = credentials && {
    user: await resolveSecretReference(credentials.user, workspace.dir),
    password: await resolveSecretReference(credentials.password, workspace.dir),
  };
  return { url, policy, login, roots: await trustedRoots(workspace) };
}

/** What a person trusts; undefined where that is not said. @throws KnownError `timestamp.bad-ca` */
export async function trustedRoots({ config, dir }: Workspace): Promise<readonly X509Certificate[] | undefined> {
  const ca = config.archive.vault?.timestamp?.ca;
  return ca === undefined ? undefined : readRoots(resolve(dir, ca));
}

function notSet(): KnownError {
  return new KnownError('timestamp.not-set', 'lastpost.yaml names no timestamp authority.', {
    hint: 'Name one under archive.vault.timestamp.url; docs/vault.md tells how.',
    exitCode: 2,
  });
}
