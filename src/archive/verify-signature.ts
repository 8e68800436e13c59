import { rootCertificates } from 'node:tls';
import type { VerifyReport } from '../model/verify.ts';
import type { Report } from './verify-findings.ts';
import { parseObject } from './verify-lines.ts';
import { isSha256 } from './verify-manifest.ts';
import { isSignedBy, readSigner } from './verify-signer.ts';

const FILE = 'datapackage-digest.json';
const NONE = { state: 'none', signer: null } as const;

type Signature = VerifyReport['signature'];

/**
 * Checks datapackage-digest.json: that it names the manifest's true hash, and that its signature is one over it. What a
 * timestamp authority adds for a domain is not looked at.
 * @param manifestSha256 hex, of the datapackage.json that was read
 * @param roots PEM of the certificates a domain's own must lead to
 * @see wacz-auth 0.1.0, "Signature Data Format"
 */
export function checkDigest(
  text: string | undefined,
  manifestSha256: string | undefined,
  report: Report,
  roots: readonly string[] = rootCertificates,
): Signature {
  if (text === undefined) return NONE;
  const place = { file: FILE, offset: 0 };
  const json = parseObject(text);
  if (json === undefined) {
    report('wacz.digest', place, 'datapackage-digest.json is no JSON object.');
    return NONE;
  }
  if (json.path !== 'datapackage.json') report('wacz.digest', place, 'The path must be "datapackage.json".');
  const isRight = manifestSha256 !== undefined && isSha256(json.hash, manifestSha256);
  if (!isRight) {
    const message = `datapackage.json hashes to sha256:${manifestSha256}, not to what is said here.`;
    report('wacz.digest', place, message);
  }
  if (json.signedData === undefined) return NONE;
  const { signer, trouble } = judge({ ...Object(json.signedData) }, json.hash, roots);
  if (trouble !== undefined) report(trouble.rule, place, trouble.message);
  return { state: trouble === undefined && isRight ? 'valid' : 'invalid', signer };
}

interface Judgement {
  readonly signer: string | null;
  readonly trouble?: {
    readonly rule: 'signature.form' | 'signature.invalid' | 'signature.certificate';
    readonly message: string;
  };
}

function judge(signed: Readonly<Record<string, unknown>>, hash: unknown, roots: readonly string[]): Judgement {
  if (typeof signed.hash !== 'string' || typeof signed.signature !== 'string') {
    const message = 'signedData must have a hash and a signature.';
    return { signer: null, trouble: { rule: 'signature.form', message } };
  }
  const signer = readSigner(signed, roots);
  if (typeof signer === 'string') return { signer: null, trouble: { rule: 'signature.form', message: signer } };
  const { name } = signer;
  if (signer.trouble !== undefined) {
    return { signer: name, trouble: { rule: 'signature.certificate', message: signer.trouble } };
  }
  if (signed.hash === hash && isSignedBy(signer.key, signed.hash, signed.signature)) return { signer: name };
  const message = 'The signature was not made with this key over the hash of datapackage.json.';
  return { signer: name, trouble: { rule: 'signature.invalid', message } };
}
