/** Signs as the workspace: ECDSA over P-256 with SHA-256, the anonymous signature of wacz-auth 0.1.0. */
export interface Signer {
  /** SubjectPublicKeyInfo, DER, base64. */
  readonly publicKey: string;
  /** Signature over the UTF-8 bytes of `text`, IEEE P1363 form (r then s, 64 bytes), base64. */
  sign(text: string): string;
}
