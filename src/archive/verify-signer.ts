import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { certificatesIn, certificateTrouble } from './verify-certificate.ts';

/** Whose key a signature should have been made with. */
export interface Signer {
  readonly key: KeyObject;
  /** The public key itself, or the domain that a certificate speaks for. */
  readonly name: string;
  /** Why the certificate cannot be relied on. */
  readonly trouble?: string;
}

/** The signer that `signedData` names, or what keeps it from naming one. */
export function readSigner(signed: Readonly<Record<string, unknown>>, roots: readonly string[]): Signer | string {
  const { publicKey, domain, domainCert, created } = signed;
  try {
    if (typeof publicKey === 'string') return anonymousSigner(publicKey);
    if (typeof domain !== 'string' || typeof domainCert !== 'string') {
      return 'signedData names neither a public key nor a domain.';
    }
    const [certificate] = certificatesIn(domainCert);
    if (certificate === undefined) return 'There is no certificate in signedData.';
    const at = typeof created === 'string' ? Date.parse(created) : Number.NaN;
    const trouble = certificateTrouble(domainCert, domain, at, roots);
    return { key: certificate.publicKey, name: domain, ...(trouble === undefined ? {} : { trouble }) };
  } catch {
    return 'The public key or certificate cannot be read.';
  }
}

function anonymousSigner(publicKey: string): Signer | string {
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
  return key.asymmetricKeyType === 'ec' ? { key, name: publicKey } : 'The public key is not one for ECDSA.';
}

/** Browsers sign in the P1363 form; authsign, which signs for domains, in DER. */
export function isSignedBy(key: KeyObject, text: string, signature: string): boolean {
  const [data, bytes] = [Buffer.from(text, 'utf8'), Buffer.from(signature, 'base64')];
  const forms = ['ieee-p1363', 'der'] as const;
  return forms.some((dsaEncoding) => {
    try {
      return verify('sha256', data, { key, dsaEncoding }, bytes);
    } catch {
      return false;
    }
  });
}
