import { X509Certificate } from 'node:crypto';

const MAX_CHAIN = 8;

/**
 * What is wrong with a chain of certificates that should speak for `domain`, or undefined when nothing is.
 * @param pem the domain's certificate and after it those that lead to a root
 * @param at when it must have been valid, in milliseconds since 1970
 * @param roots PEM of the certificates that are trusted
 */
export function certificateTrouble(
  pem: string,
  domain: string,
  at: number,
  roots: readonly string[],
): string | undefined {
  const [leaf, ...others] = certificatesIn(pem);
  if (leaf?.checkHost(domain) === undefined) return `The certificate does not speak for ${domain}.`;
  const trusted = roots.map((root) => new X509Certificate(root));
  let current = leaf;
  for (let length = 0; length < MAX_CHAIN; length += 1) {
    if (!isValidAt(current, at)) return 'The certificate was not valid when the snapshot was signed.';
    if (trusted.some((root) => isIssuedBy(current, root) || current.fingerprint256 === root.fingerprint256))
      return undefined;
    const next = others.find((issuer) => issuer.ca && isIssuedBy(current, issuer));
    if (next === undefined) break;
    current = next;
  }
  return 'The certificate leads to no authority that this computer trusts.';
}

/** The first of them is the one that signs. */
export function certificatesIn(pem: string): readonly X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return blocks.map((block) => new X509Certificate(block));
}

function isValidAt(certificate: X509Certificate, at: number): boolean {
  return at >= Date.parse(certificate.validFrom) && at <= Date.parse(certificate.validTo);
}

function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
}
