import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import { MessageImprint, TimeStampReq } from '@peculiar/asn1-tsp';
import { AlgorithmIdentifier } from '@peculiar/asn1-x509';
import type { Sha256 } from '../../base/digest.ts';

export const SHA256_OID = '2.16.840.1.101.3.4.2.1';

export interface StampRequest {
  /** Of what gets the timestamp. */
  readonly digest: Sha256;
  /** Eight random bytes: an answer that has them was not kept from an earlier day. */
  readonly nonce: Uint8Array;
  /** OID of the policy that is asked for; the authority's own when absent. */
  readonly policy?: string | undefined;
}

/**
 * The DER that an authority is asked with. It is told the digest, and nothing of what has it.
 * @see RFC 3161, 2.4.1
 */
export function stampRequest({ digest, nonce, policy }: StampRequest): Uint8Array<ArrayBuffer> {
  const request = new TimeStampReq({
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithm: SHA256_OID, parameters: null }),
      hashedMessage: new OctetString(digestBytes(digest)),
    }),
    nonce: bufferOf(asInteger(nonce)),
    // Without its certificate a token could not be verified once the authority is gone.
    certReq: true,
    ...(policy && { reqPolicy: policy }),
  });
  return new Uint8Array(AsnConvert.serialize(request));
}

/** The same bytes as DER has them for a positive INTEGER: without zeros before, and with one where a sign would be. */
export function asInteger(bytes: Uint8Array): Uint8Array {
  const from = bytes.findIndex((byte) => byte !== 0);
  const significant = from === -1 ? new Uint8Array([0]) : bytes.subarray(from);
  return (significant[0] ?? 0) < 0x80 ? significant : new Uint8Array([0, ...significant]);
}

export function digestBytes(digest: Sha256): Uint8Array {
  return Buffer.from(digest.slice('sha256:'.length), 'hex');
}

function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
