import { constants, createHash, hash, type KeyObject, verify, type X509Certificate } from 'node:crypto';
import type { SignerIdentifier, SignerInfo } from '@peculiar/asn1-cms';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import { id_ct_tstInfo } from '@peculiar/asn1-tsp';
import { Certificate, SubjectKeyIdentifier } from '@peculiar/asn1-x509';
import { fromBER, type ObjectIdentifier, type OctetString as OctetBlock } from 'asn1js';
import { childrenOf, type ReadToken } from './read-token.ts';

const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.12';
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';
const SUBJECT_KEY_ID = '2.5.29.14';

/** SHA-1 is none of them: two texts with one SHA-1 can be made by anybody who pays for it. */
const hashes: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};
/** The name of a certificate only: that of RFC 3161 itself is a SHA-1, and still usual. */
const nameHashes: Readonly<Record<string, string>> = { ...hashes, '1.3.14.3.2.26': 'sha1' };

/** Signatures that name their hash; the others take that of the digest. */
const signatureHashes: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
};
/** rsaEncryption, RSASSA-PSS, ecPublicKey */
const plainSignatures = ['1.2.840.113549.1.1.1', '1.2.840.113549.1.1.10', '1.2.840.10045.2.1'];
const RSA_PSS = '1.2.840.113549.1.1.10';

/** The certificate whose key signed the token, or why there is none that did. */
export type SignedBy = { readonly certificate: X509Certificate } | { readonly trouble: string };

/**
 * Holds a token against the signature in it, and that against the one certificate that it names inside what is signed.
 * @see RFC 5652, 5.4 and 5.6; RFC 3161, 2.4.2; RFC 5816 (ESSCertIDv2)
 */
export function checkSignature({ infoBytes, signer, signedBytes, certificates }: ReadToken): SignedBy {
  const certificate = certificates.find((one) => isMeant(signer.sid, one));
  if (certificate === undefined) return { trouble: 'the certificate that it is signed with is not in it.' };
  const digestName = hashes[signer.digestAlgorithm.algorithm];
  if (digestName === undefined) return { trouble: `its digest ${signer.digestAlgorithm.algorithm} proves nothing.` };
  if (signedBytes === undefined) return { trouble: 'it does not say what is signed.' };
  if (contentTypeOf(signer) !== id_ct_tstInfo) return { trouble: 'what is signed is no timestamp.' };
  const { algorithm } = signer.signatureAlgorithm;
  if (!(algorithm in signatureHashes || plainSignatures.includes(algorithm))) {
    return { trouble: `it is signed in a way that Lastpost cannot check (${algorithm}).` };
  }
  const digest = createHash(digestName).update(infoBytes).digest();
  if (!messageDigestOf(signer)?.equals(digest)) return { trouble: 'what it says is not what was signed.' };
  if (!isNamed(signer, certificate)) return { trouble: 'its signature does not name the certificate it came with.' };
  // RFC 5652, 5.4: signed is the SET, and what stands in the token has the tag [0] in its place.
  const bytes = Buffer.from(signedBytes);
  bytes[0] = 0x31;
  if (isSigned(signer, bytes, certificate.publicKey, digestName)) return { certificate };
  return { trouble: 'its signature was not made with the key of its certificate.' };
}

function isSigned(
  { signatureAlgorithm: { algorithm }, signature }: SignerInfo,
  bytes: Uint8Array,
  key: KeyObject,
  digestName: string,
): boolean {
  const name = signatureHashes[algorithm] ?? digestName;
  const padding = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO };
  try {
    const value = Buffer.from(signature.buffer);
    return verify(name, bytes, algorithm === RSA_PSS ? { key, ...padding } : key, value);
  } catch {
    // A signature of another kind than the key is.
    return false;
  }
}

function isMeant({ issuerAndSerialNumber: named, subjectKeyIdentifier }: SignerIdentifier, one: X509Certificate) {
  const { tbsCertificate } = AsnConvert.parse(one.raw, Certificate);
  if (named !== undefined) {
    const isSameIssuer = same(AsnConvert.serialize(named.issuer), AsnConvert.serialize(tbsCertificate.issuer));
    return isSameIssuer && same(named.serialNumber, tbsCertificate.serialNumber);
  }
  const extension = tbsCertificate.extensions?.find(({ extnID }) => extnID === SUBJECT_KEY_ID);
  if (extension === undefined || subjectKeyIdentifier === undefined) return false;
  return same(AsnConvert.parse(extension.extnValue, SubjectKeyIdentifier).buffer, subjectKeyIdentifier.buffer);
}

function same(one: ArrayBuffer, other: ArrayBuffer): boolean {
  return Buffer.from(one).equals(Buffer.from(other));
}

/** The one value of a signed attribute. @see RFC 5652, 5.3: each of those that are asked for here has one */
function attributeOf({ signedAttrs = [] }: SignerInfo, type: string): ArrayBuffer | undefined {
  const found = signedAttrs.filter(({ attrType }) => attrType === type);
  const [value, ...more] = found.flatMap(({ attrValues }) => attrValues);
  return more.length === 0 ? value : undefined;
}

function contentTypeOf(signer: SignerInfo): string | undefined {
  const value = attributeOf(signer, CONTENT_TYPE);
  return value && (fromBER(value).result as ObjectIdentifier).getValue?.();
}

function messageDigestOf(signer: SignerInfo): Buffer | undefined {
  const value = attributeOf(signer, MESSAGE_DIGEST);
  return value && Buffer.from(AsnConvert.parse(value, OctetString).buffer);
}

/**
 * Whether the certificate is the one that the signature names by its digest: without this, another certificate of the same
 * key could be put in its place.
 */
function isNamed(signer: SignerInfo, certificate: X509Certificate): boolean {
  const [v2, v1] = [attributeOf(signer, SIGNING_CERTIFICATE_V2), attributeOf(signer, SIGNING_CERTIFICATE)];
  const value = v2 ?? v1;
  if (value === undefined) return false;
  const [list] = childrenOf(fromBER(value).result);
  const parts = childrenOf(childrenOf(list)[0]);
  const algorithm = parts.find(({ idBlock }) => idBlock.tagNumber === 16);
  const digest = parts.find(({ idBlock }) => idBlock.tagNumber === 4) as OctetBlock | undefined;
  const isV2 = v2 !== undefined;
  // In the first form the only other sequence is the serial number, after the digest.
  const isDefault = !isV2 || parts.indexOf(algorithm as never) !== 0;
  const oid = isDefault ? undefined : (childrenOf(algorithm)[0] as ObjectIdentifier | undefined)?.getValue();
  const name = oid === undefined ? (isV2 ? 'sha256' : 'sha1') : nameHashes[oid];
  if (name === undefined || digest === undefined) return false;
  return Buffer.from(digest.getValue()).equals(hash(name, certificate.raw, 'buffer'));
}
