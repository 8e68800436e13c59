import { resolve } from 'node:path';
import { gatherText } from '../../base/gather-text.ts';
import { KnownError } from '../../base/known-error.ts';
import type { VaultFiles } from '../../model/vault-files.ts';
import { folderFiles } from '../../vault/folder-files.ts';
import { bytesSource } from '../../vault/vault-source.ts';
import type { VaultSettings } from '../../workspace/config.ts';
import type { Workspace } from '../../workspace/open-workspace.ts';
import { resolveSecretReference } from '../../workspace/secret-reference.ts';

/** The only format of a vault that this Lastpost knows. */
const VERSION = 1;
/** What says which format it is. */
export const NOTE = 'vault.json';

/** A vault with what lastpost.yaml says of it. Close it. */
export interface OpenVault {
  readonly files: VaultFiles;
  /** Folder for copies of what it has, on this machine. */
  readonly cache: string;
  /** `age1…`; [] where nothing is encrypted. */
  readonly recipients: readonly string[];
  /** What opens an encrypted file, asked for only when there is one. @throws KnownError `vault.no-identity` */
  identity(): Promise<string>;
}

/**
 * Opens the vault of a workspace: that of `archive.vault`, or its own folder `vault/`. Nothing is asked of it yet.
 * @throws KnownError `secret.…` for credentials that are not where they should be
 */
export async function openVault({ config, paths, dir }: Workspace): Promise<OpenVault> {
  const settings: VaultSettings = config.archive.vault ?? {};
  const { encrypt } = settings;
  return {
    files: await openFiles(settings, paths.vault, dir),
    cache: paths.cache,
    recipients: encrypt?.recipients ?? [],
    identity: async () => {
      if (encrypt?.identity === undefined) throw noIdentity();
      return resolveSecretReference(encrypt.identity, dir);
    },
  };
}

async function openFiles({ folder, s3, lockMs }: VaultSettings, usual: string, dir: string): Promise<VaultFiles> {
  if (s3 === undefined) return folderFiles(folder === undefined ? usual : resolve(dir, folder));
  // The S3 client takes half a second to load; most workspaces have no need of it.
  const { openS3 } = await import('./open-s3.ts');
  return openS3(s3, lockMs, dir);
}

function noIdentity(): KnownError {
  return new KnownError(
    'vault.no-identity',
    'There is an encrypted file in the vault, and no identity that opens it.',
    {
      hint: 'Name it in lastpost.yaml under archive.vault.encrypt.identity, as file:PATH, env:NAME or keychain:SERVICE/ACCOUNT.',
      exitCode: 2,
    },
  );
}

/**
 * Refuses a vault that a newer Lastpost wrote. One without a note is new, or from before there were notes.
 * @throws KnownError `vault.newer`, and those of `VaultFiles`
 */
export async function checkVersion({ files }: OpenVault): Promise<'noted' | 'not noted'> {
  if ((await files.stat(NOTE)) === undefined) return 'not noted';
  const text = await gatherText(files.read(NOTE));
  const version = versionIn(text);
  if (version === VERSION) return 'noted';
  throw new KnownError(
    'vault.newer',
    `${files.nameOf(NOTE)} says version ${version ?? text.slice(0, 40)}; this Lastpost knows ${VERSION}.`,
    {
      hint: 'Install the Lastpost that wrote it, or a newer one. Nothing was changed.',
    },
  );
}

function versionIn(text: string): number | undefined {
  try {
    const { version } = JSON.parse(text) as { readonly version?: unknown };
    return typeof version === 'number' ? version : undefined;
  } catch {
    return undefined;
  }
}

/** Notes the format in a vault that has no note yet. Safe to call again. Same errors as `checkVersion`. */
export async function noteVersion(vault: OpenVault): Promise<void> {
  if ((await checkVersion(vault)) === 'noted') return;
  await vault.files.put(NOTE, bytesSource(`{"format":"lastpost-vault","version":${VERSION}}\n`));
}
