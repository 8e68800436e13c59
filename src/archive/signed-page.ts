import { createHash } from 'node:crypto';
import { type Sha256, sha256 } from '../base/digest.ts';
import type { Signer } from '../model/signer.ts';
import { verifySignature } from './signing-key.ts';

/** What stands in a page's last line, or beside a file. */
export interface DetachedSignature {
  /** Of all bytes that are signed. */
  readonly hash: Sha256;
  /** UTC ISO 8601 */
  readonly created: string;
  readonly software: string;
  /** SubjectPublicKeyInfo, DER, base64. */
  readonly publicKey: string;
  /** Over the lines of `hash`, `created` and `software`; ECDSA P-256 with SHA-256, r then s, base64. */
  readonly signature: string;
}

/** What a check of a signature found. */
export type CheckedSignature =
  | { readonly state: 'valid'; readonly signature: DetachedSignature; readonly keySha256: string }
  /** `changed`: the bytes are not those that were signed. `forged`: this key did not sign. `none`: there is nothing to check. */
  | { readonly state: 'changed' | 'forged' | 'none' };

const OPENS = '<!-- lastpost-signature ';
const CLOSES = ' -->';

export interface SigningFacts {
  readonly created: Date;
  readonly software: string;
}

/** Signs bytes with the workspace's key. */
export function signBytes(bytes: Uint8Array, { created, software }: SigningFacts, signer: Signer): DetachedSignature {
  const facts = { hash: sha256(bytes), created: created.toISOString(), software };
  return { ...facts, publicKey: signer.publicKey, signature: signer.sign(signedText(facts)) };
}

/**
 * An HTML page with a comment for its last line that signs all bytes before it. Neither base64 nor a date has two hyphens
 * in a row, so that nothing in it ends the comment.
 */
export function signPage(html: string, facts: SigningFacts, signer: Signer): string {
  const software = facts.software.replaceAll('--', '-');
  const signature = signBytes(Buffer.from(html, 'utf8'), { ...facts, software }, signer);
  return `${html}${OPENS}${JSON.stringify(signature)}${CLOSES}\n`;
}

/** Checks a page that `signPage` made: nothing before its last line may differ, and nothing may follow. */
export function verifySignedPage(page: Uint8Array): CheckedSignature {
  const bytes = Buffer.from(page.buffer, page.byteOffset, page.byteLength);
  const at = bytes.lastIndexOf(OPENS);
  if (at < 0) return { state: 'none' };
  const last = bytes.subarray(at + OPENS.length).toString('utf8');
  if (!last.endsWith(`${CLOSES}\n`)) return { state: 'changed' };
  const json = last.slice(0, -CLOSES.length - 1);
  const checked = verifyBytes(bytes.subarray(0, at), json);
  // One page has one last line: what could be written in two ways could carry something.
  if (checked.state === 'valid' && JSON.stringify(checked.signature) !== json) return { state: 'changed' };
  return checked;
}

/** Checks bytes against a signature that lies beside them, as JSON. */
export function verifyBytes(bytes: Uint8Array, json: string): CheckedSignature {
  const signature = readSignature(json);
  if (signature === undefined) return { state: 'none' };
  if (signature.hash !== sha256(bytes)) return { state: 'changed' };
  const { publicKey } = signature;
  const isSigned = verifySignature({ hash: signedText(signature), signature: signature.signature, publicKey });
  return isSigned ? { state: 'valid', signature, keySha256: keyDigest(publicKey) } : { state: 'forged' };
}

/** SHA-256 of a public key's DER, hex: what people compare. */
export function keyDigest(publicKey: string): string {
  return createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex');
}

function signedText({ hash, created, software }: Pick<DetachedSignature, 'hash' | 'created' | 'software'>): string {
  return `${hash}\n${created}\n${software}`;
}

function readSignature(json: string): DetachedSignature | undefined {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined;
  }
  const { hash, created, software, publicKey, signature } = Object(value) as Record<string, unknown>;
  if (![hash, created, software].every((one) => typeof one === 'string')) return undefined;
  if (!isBase64(publicKey) || !isBase64(signature)) return undefined;
  return { hash, created, software, publicKey, signature } as DetachedSignature;
}

/** As it is written and no other way: the last sign of base64 has bits that nothing reads. */
function isBase64(value: unknown): value is string {
  return typeof value === 'string' && Buffer.from(value, 'base64').toString('base64') === value;
}
