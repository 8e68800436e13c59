import type { Sha256 } from '../base/digest.ts';
import type { Signer } from '../model/signer.ts';

/**
 * The anonymous signature over the digest of `datapackage.json`. It may have no other fields than these.
 * @see WACZ Signing and Verification 0.1.0, "Anonymous Signature"
 */
export function signedData(
  hash: Sha256,
  facts: { readonly created: Date; readonly software: string },
  signer: Signer,
): object {
  return {
    hash,
    created: facts.created.toISOString(),
    software: facts.software,
    version: '0.1.0',
    signature: signer.sign(hash),
    publicKey: signer.publicKey,
  };
}
