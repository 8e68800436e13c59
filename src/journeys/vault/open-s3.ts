import type { VaultFiles } from '../../model/vault-files.ts';
import { s3Files } from '../../vault/s3-files.ts';
import type { S3Settings } from '../../workspace/config.ts';
import { resolveSecretReference } from '../../workspace/secret-reference.ts';

/**
 * A bucket with the credentials that its references lead to.
 * @throws KnownError `secret.…`
 */
export async function openS3(settings: S3Settings, lockMs: number | undefined, dir: string): Promise<VaultFiles> {
  const { credentials, ...place } = settings;
  return s3Files({
    ...place,
    lockMs,
    // Retention counts from the moment of putting, as the server's own clock has it.
    now: () => new Date(),
    ...(credentials && { credentials: await resolve(credentials, dir) }),
  });
}

async function resolve({ accessKey, secretKey, sessionToken }: NonNullable<S3Settings['credentials']>, dir: string) {
  return {
    accessKeyId: await resolveSecretReference(accessKey, dir),
    secretAccessKey: await resolveSecretReference(secretKey, dir),
    ...(sessionToken && { sessionToken: await resolveSecretReference(sessionToken, dir) }),
  };
}
