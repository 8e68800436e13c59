import type { Signer } from '../model/signer.ts';

/**
 * A signature as OpenSSL reads it: r and s, side by side in base64, as a DER SEQUENCE of two INTEGERs.
 * @see RFC 3279, 2.2.3
 */
export function derOfSides(signature: string): Buffer {
  const sides = Buffer.from(signature, 'base64');
  const body = Buffer.concat([integer(sides.subarray(0, 32)), integer(sides.subarray(32))]);
  return Buffer.concat([Buffer.from([0x30, body.length]), body]);
}

/** As short as it goes, and never with a first bit that would make it negative. */
function integer(side: Uint8Array): Buffer {
  const first = side.findIndex((byte) => byte !== 0);
  const trimmed = side.subarray(first < 0 ? side.length - 1 : first);
  const isNegative = ((trimmed[0] ?? 0) & 0x80) !== 0;
  const value = Buffer.concat([Buffer.from(isNegative ? [0] : []), trimmed]);
  return Buffer.concat([Buffer.from([0x02, value.length]), value]);
}

/** A public key as a PEM file. */
export function publicKeyPem({ publicKey }: Pick<Signer, 'publicKey'>): string {
  const lines = publicKey.match(/.{1,64}/g) ?? [];
  return ['-----BEGIN PUBLIC KEY-----', ...lines, '-----END PUBLIC KEY-----', ''].join('\n');
}
