import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import { KnownError } from '../base/known-error.ts';
import type { Signer } from '../model/signer.ts';

const CURVE = 'prime256v1';

/** A new private key for a workspace: ECDSA P-256, PKCS#8, PEM. */
export function createSigningKeyPem(): string {
  return generateKeyPairSync('ec', {
    namedCurve: CURVE,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  }).privateKey;
}

/** @throws KnownError `signing.bad-key` when `pem` is not a P-256 private key */
export function signerFromPem(pem: string): Signer {
  const key = privateKey(pem);
  return {
    publicKey: createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64'),
    sign: (text) => sign('sha256', Buffer.from(text, 'utf8'), { key, dsaEncoding: 'ieee-p1363' }).toString('base64'),
  };
}

/**
 * True when `signature` (base64) is `publicKey`'s (SPKI, DER, base64) over the text of `hash`. Takes both forms in use:
 * r and s side by side, as browsers and so ArchiveWeb.page sign, and DER, as authsign does.
 */
export function verifySignature(signed: {
  readonly hash: string;
  readonly signature: string;
  readonly publicKey: string;
}): boolean {
  const signature = Buffer.from(signed.signature, 'base64');
  const text = Buffer.from(signed.hash, 'utf8');
  try {
    const key = createPublicKey({ key: Buffer.from(signed.publicKey, 'base64'), format: 'der', type: 'spki' });
    return (['ieee-p1363', 'der'] as const).some((dsaEncoding) =>
      verify('sha256', text, { key, dsaEncoding }, signature),
    );
  } catch {
    // A key or a signature that cannot be read proves nothing, which is all the caller asks.
    return false;
  }
}

function privateKey(pem: string): KeyObject {
  let key: KeyObject;
  try {
    key = createPrivateKey(pem);
  } catch (error) {
    throw badKey('The signing key cannot be read.', error);
  }
  if (key.asymmetricKeyDetails?.namedCurve === CURVE) return key;
  throw badKey('The signing key is not an ECDSA P-256 key.');
}

function badKey(message: string, cause?: unknown): KnownError {
  const hint = 'Restore the workspace’s signing key, or remove it and let a new one be made.';
  return new KnownError('signing.bad-key', message, { hint, cause });
}
