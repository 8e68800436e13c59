import { createPublicKey, type KeyObject } from 'node:crypto';

/** Of the two kinds of key that people sign with: ECDSA over P-256, as the workspace does, or Ed25519. */
export function isKindOfPersonKey(key: KeyObject): boolean {
  return key.asymmetricKeyType === 'ed25519' || key.asymmetricKeyDetails?.namedCurve === 'prime256v1';
}

export function holdsPrivateKey(text: string): boolean {
  return /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text);
}

/**
 * SubjectPublicKeyInfo, DER, base64, of a public key that is written so or as PEM; null for anything else. A private key is
 * none, though a public one could be had from it: what is read here is a file that everybody may see.
 */
export function readPublicKey(text: string): string | null {
  if (holdsPrivateKey(text)) return null;
  try {
    const key = text.includes('-----BEGIN PUBLIC KEY-----') ? createPublicKey(text) : fromBase64(text);
    if (key === null || !isKindOfPersonKey(key)) return null;
    return spkiOf(key);
  } catch {
    return null;
  }
}

export function spkiOf(key: KeyObject): string {
  return key.export({ type: 'spki', format: 'der' }).toString('base64');
}

function fromBase64(text: string): KeyObject | null {
  const plain = text.replace(/\s+/g, '');
  if (!/^[A-Za-z0-9+/]{40,}={0,2}$/.test(plain)) return null;
  return createPublicKey({ key: Buffer.from(plain, 'base64'), format: 'der', type: 'spki' });
}
