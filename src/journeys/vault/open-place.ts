import { resolve } from 'node:path';
import { KnownError } from '../../base/known-error.ts';
import type { VaultFiles } from '../../model/vault-files.ts';
import { folderFiles } from '../../vault/folder-files.ts';
import { openS3 } from './open-s3.ts';

/** A vault that is named on the command line: a folder, or `s3://bucket/prefix` with what its server needs. */
export interface NamedPlace {
  readonly name: string;
  readonly endpoint?: string | undefined;
  readonly region?: string | undefined;
  readonly pathStyle: boolean;
  /** References, as in lastpost.yaml. */
  readonly accessKey?: string | undefined;
  readonly secretKey?: string | undefined;
}

/** @throws KnownError `usage.bad-value`, `secret.…` */
export async function openPlace(place: NamedPlace, cwd: string): Promise<VaultFiles> {
  const { name, endpoint, region, pathStyle, accessKey, secretKey } = place;
  if (!name.startsWith('s3://')) return folderFiles(resolve(cwd, name));
  const [, bucket = '', prefix = ''] = /^s3:\/\/([^/]+)\/?(.*?)\/*$/.exec(name) ?? [];
  if (bucket === '' || (accessKey === undefined) !== (secretKey === undefined)) {
    throw new KnownError('usage.bad-value', `"${name}" cannot be opened as it is given.`, {
      hint: 'Write it like s3://bucket/prefix, and give --access-key together with --secret-key, or neither.',
      exitCode: 2,
    });
  }
  const settings = {
    ...{
      bucket,
      prefix,
      pathStyle,
      checksums: endpoint === undefined ? ('when_supported' as const) : ('when_required' as const),
    },
    ...(endpoint && { endpoint }),
    ...(region && { region }),
    ...(accessKey && secretKey && { credentials: { accessKey, secretKey } }),
  };
  return openS3(settings, undefined, cwd);
}
