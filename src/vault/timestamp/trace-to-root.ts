import type { X509Certificate } from 'node:crypto';
import { AsnConvert } from '@peculiar/asn1-schema';
import { BasicConstraints, Certificate } from '@peculiar/asn1-x509';
import { isValidAt } from './check-certificate.ts';

const BASIC_CONSTRAINTS = '2.5.29.19';
const LONGEST = 8;

/**
 * Whether a certificate leads to one that is trusted, through others that came along, each issued by the next and valid at that
 * moment. Nobody is asked whether one of them was revoked.
 * @param trusted roots, or any other certificate that the person trusts as such
 * @see RFC 5280, 6.1
 */
export function leadsToRoot(
  certificate: X509Certificate,
  others: readonly X509Certificate[],
  trusted: readonly X509Certificate[],
  at: Date,
): boolean {
  return traces([certificate], others, trusted, at);
}

function traces(
  path: readonly X509Certificate[],
  others: readonly X509Certificate[],
  trusted: readonly X509Certificate[],
  at: Date,
): boolean {
  const last = path.at(-1);
  if (last === undefined || path.length > LONGEST) return false;
  if (trusted.some(({ raw }) => raw.equals(last.raw))) return true;
  const mayHaveIssued = (issuer: X509Certificate) =>
    isValidAt(issuer, at) && allowsBelow(issuer, path.length - 1) && hasIssued(issuer, last);
  if (trusted.some(mayHaveIssued)) return true;
  const unused = others.filter((one) => !path.includes(one));
  return unused.some((one) => mayHaveIssued(one) && traces([...path, one], others, trusted, at));
}

function hasIssued(issuer: X509Certificate, issued: X509Certificate): boolean {
  try {
    return issued.checkIssued(issuer) && issued.verify(issuer.publicKey);
  } catch {
    // A key of another kind than the signature is.
    return false;
  }
}

/** True for an authority of certificates that may have so many others between itself and the last one. */
function allowsBelow(issuer: X509Certificate, between: number): boolean {
  if (!issuer.ca) return false;
  const { extensions = [] } = AsnConvert.parse(issuer.raw, Certificate).tbsCertificate;
  const constraints = extensions.find(({ extnID }) => extnID === BASIC_CONSTRAINTS);
  if (constraints === undefined) return false;
  const { pathLenConstraint: most } = AsnConvert.parse(constraints.extnValue, BasicConstraints);
  return most === undefined || between <= most;
}
