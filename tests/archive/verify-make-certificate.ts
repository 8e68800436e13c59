import { type KeyObject, sign, X509Certificate } from 'node:crypto';

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const long = content.length > 0xff ? [0x82, content.length >> 8, content.length & 0xff] : [0x81, content.length];
  return Buffer.concat([Buffer.from([tag, ...(content.length < 0x80 ? [content.length] : long)]), content]);
}

const sequence = (...parts: readonly Buffer[]) => der(0x30, ...parts);
const oid = (...bytes: readonly number[]) => der(0x06, Buffer.from(bytes));
const bits = (bytes: Buffer) => der(0x03, Buffer.from([0]), bytes);
const time = (date: string) => der(0x18, Buffer.from(`${date.replace(/\D/g, '')}Z`));
const commonName = (name: string) => sequence(der(0x31, sequence(oid(0x55, 4, 3), der(0x0c, Buffer.from(name)))));
const extension = (id: number, value: Buffer) => sequence(oid(0x55, 0x1d, id), der(0x04, value));

const ECDSA_SHA256 = sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2));
const TRUE = der(0x01, Buffer.from([0xff]));

export interface CertificateParts {
  readonly name: string;
  readonly issuer: string;
  readonly publicKey: KeyObject;
  readonly issuerKey: KeyObject;
  readonly isAuthority?: boolean;
  readonly from?: string;
  readonly to?: string;
}

/** A certificate for `name`, in PEM, signed with the issuer's P-256 key (RFC 5280, 4.1). */
export function certificate(parts: CertificateParts): string {
  const { name, issuer, publicKey, issuerKey, isAuthority = false } = parts;
  const { from = '2026-01-01T00:00:00', to = '2027-01-01T00:00:00' } = parts;
  const extensions = [
    extension(19, sequence(...(isAuthority ? [TRUE] : []))),
    extension(17, sequence(der(0x82, Buffer.from(name)))),
  ];
  const content = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1, name.length])),
    ECDSA_SHA256,
    commonName(issuer),
    sequence(time(from), time(to)),
    commonName(name),
    publicKey.export({ format: 'der', type: 'spki' }),
    der(0xa3, sequence(...extensions)),
  );
  return new X509Certificate(sequence(content, ECDSA_SHA256, bits(sign('sha256', content, issuerKey)))).toString();
}
