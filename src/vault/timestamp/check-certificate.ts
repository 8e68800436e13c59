import type { X509Certificate } from 'node:crypto';
import { AsnConvert } from '@peculiar/asn1-schema';
import { Certificate, ExtendedKeyUsage, KeyUsage, KeyUsageFlags } from '@peculiar/asn1-x509';

const EXTENDED_KEY_USAGE = '2.5.29.37';
const KEY_USAGE = '2.5.29.15';
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';

/**
 * Why a certificate cannot have signed a timestamp at a moment, as the end of a sentence that begins with its name; undefined
 * when it can.
 * @see RFC 3161, 2.3: made for timestamps and nothing else, and said so in an extension that nobody may pass over
 */
export function certificateTrouble(certificate: X509Certificate, at: Date): string | undefined {
  const { extensions = [] } = AsnConvert.parse(certificate.raw, Certificate).tbsCertificate;
  const purposes = extensions.find(({ extnID }) => extnID === EXTENDED_KEY_USAGE);
  if (purposes === undefined) return 'is not made for timestamps (it has no extended key usage).';
  const named = [...AsnConvert.parse(purposes.extnValue, ExtendedKeyUsage)];
  if (named.length !== 1 || named[0] !== TIME_STAMPING) {
    return `is not made for timestamps alone (its extended key usage is ${named.join(', ')}).`;
  }
  if (!purposes.critical) return 'does not mark as critical that it is made for timestamps.';
  const usage = extensions.find(({ extnID }) => extnID === KEY_USAGE);
  if (usage !== undefined) {
    const flags = AsnConvert.parse(usage.extnValue, KeyUsage).toNumber();
    if ((flags & (KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation)) === 0) return 'is not made to sign.';
  }
  return isValidAt(certificate, at) ? undefined : `was not valid at ${at.toISOString()}: ${validity(certificate)}.`;
}

export function isValidAt({ validFrom, validTo }: X509Certificate, at: Date): boolean {
  return Date.parse(validFrom) <= at.getTime() && at.getTime() <= Date.parse(validTo);
}

function validity({ validFrom, validTo }: X509Certificate): string {
  return `from ${new Date(validFrom).toISOString()} to ${new Date(validTo).toISOString()}`;
}
