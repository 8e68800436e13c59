import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { signerFromPem } from '../../src/archive/signing-key.ts';
import { keepSnapshot } from '../../src/journeys/vault/keep-snapshot.ts';
import { openLedger } from '../../src/storage/ledger.ts';
import { openWorkspace } from '../../src/workspace/open-workspace.ts';
import { readSigningKeyPem } from '../../src/workspace/signing-key-file.ts';
import { stillClock } from './make-snapshot.ts';
import type { S3Server } from './s3-server.ts';
import { sealInto } from './sealed-workspace.ts';

/** `archive.vault` for the bucket of a server; what its references name is put into the environment of this process. */
export function bucketSettings(server: S3Server): object {
  process.env.BUCKET_TEST_KEY = server.credentials.accessKeyId;
  process.env.BUCKET_TEST_SECRET = server.credentials.secretAccessKey;
  return {
    ...{ bucket: server.bucket, prefix: 'brand', endpoint: server.endpoint, path_style: true },
    ...{ checksums: server.checksums },
    credentials: { access_key: 'env:BUCKET_TEST_KEY', secret_key: 'env:BUCKET_TEST_SECRET' },
  };
}

/** `archive.vault.encrypt` with an identity of its own in the environment of this process. */
export async function encryptSettings(): Promise<object> {
  const identity = await generateX25519Identity();
  process.env.BUCKET_TEST_IDENTITY = identity;
  return { recipients: [await identityToRecipient(identity)], identity: 'env:BUCKET_TEST_IDENTITY' };
}

/** Brings one snapshot after the other into the vault of a workspace, a second apart. */
export async function keepAll(dir: string, ids: readonly string[]): Promise<void> {
  const workspace = await openWorkspace(dir);
  const signer = signerFromPem(await readSigningKeyPem(workspace.paths));
  const ledger = await openLedger({ file: workspace.paths.ledger, root: dir });
  const context = { clock: stillClock, signal: new AbortController().signal, onProgress: () => undefined };
  try {
    for (const [at, id] of ids.entries()) {
      const { snapshot, completeness } = await sealInto(dir, id, { at });
      await keepSnapshot({ workspace, ledger, signer }, snapshot, completeness, context);
    }
  } finally {
    await ledger.close();
  }
}
