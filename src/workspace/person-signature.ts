import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Sha256 } from '../base/digest.ts';
import { KnownError, systemErrorCode } from '../base/known-error.ts';
import type { Person } from '../model/run/people.ts';
import type { ApprovalBody } from '../model/run/run-event.ts';
import { isKindOfPersonKey, spkiOf } from './person-key.ts';

type Signature = NonNullable<ApprovalBody['signature']>;
type Decision = 'given' | 'rejected';

/** A refusal is signed over other text than an approval, so that nobody can make the one out of the other. */
function signedText(digest: Sha256, decision: Decision): Buffer {
  return Buffer.from(decision === 'given' ? digest : `${digest}\n${decision}`, 'utf8');
}

/**
 * Signs what `approvalDigest` gave with a person's private key, PEM. ECDSA with SHA-256 as r and s side by side, base64, as
 * the workspace's own key signs; or Ed25519.
 * @throws KnownError `approval.bad-key`
 */
export function signApproval(digest: Sha256, pem: string, decision: Decision = 'given'): Signature {
  const key = privateKey(pem);
  const text = signedText(digest, decision);
  const signature =
    key.asymmetricKeyType === 'ed25519'
      ? sign(null, text, key)
      : sign('sha256', text, { key, dsaEncoding: 'ieee-p1363' });
  return { publicKey: spkiOf(createPublicKey(key)), signature: signature.toString('base64') };
}

/** What a look at an approval's signature found: `other-key` is sound but of a key that is not the person's. */
export type SignatureState = 'valid' | 'unsigned' | 'other-key' | 'forged';

/**
 * Whether an approval is signed by the key that lastpost.yaml has for its person. Takes ECDSA signatures in DER as well, as
 * `openssl dgst -sign` makes them. Never throws: what cannot be read proves nothing.
 */
export function verifyApproval(
  { digest, signature }: Pick<ApprovalBody, 'digest' | 'signature'>,
  { key }: Pick<Person, 'key'>,
  decision: Decision = 'given',
): SignatureState {
  if (signature === null) return 'unsigned';
  if (!isSigned(signedText(digest, decision), signature)) return 'forged';
  return signature.publicKey === key ? 'valid' : 'other-key';
}

function isSigned(text: Buffer, { publicKey, signature }: Signature): boolean {
  const bytes = Buffer.from(signature, 'base64');
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    if (!isKindOfPersonKey(key)) return false;
    if (key.asymmetricKeyType === 'ed25519') return verify(null, text, key, bytes);
    return (['ieee-p1363', 'der'] as const).some((dsaEncoding) => verify('sha256', text, { key, dsaEncoding }, bytes));
  } catch {
    return false;
  }
}

/**
 * The signature that a person's approval needs: none where lastpost.yaml has no key for them and no file was named.
 * @param keyFile absolute path of a PEM file with the private key; a pipe will do, so that it can come out of a password store
 * @throws KnownError `approval.key-needed`, `approval.bad-key`, `approval.bad-signature` for somebody else's key
 */
export async function signAs(
  person: Person,
  digest: Sha256,
  keyFile: string | null,
  decision: Decision = 'given',
): Promise<Signature | null> {
  if (keyFile === null) {
    if (person.key === null) return null;
    throw refused(
      'key-needed',
      `${person.name} signs with a key, and none was given.`,
      'Name the private key with --key FILE.',
    );
  }
  const signature = signApproval(digest, await readKey(keyFile), decision);
  const state = verifyApproval({ digest, signature }, person, decision);
  if (state === 'valid') return signature;
  const message =
    person.key === null
      ? `lastpost.yaml has no key for ${person.name}, so nobody could check what ${keyFile} signs.`
      : `${keyFile} is not the key that lastpost.yaml has for ${person.name}.`;
  const hint =
    person.key === null
      ? 'Leave the key out, or write the public one into lastpost.yaml first: docs/people.md.'
      : 'Name the right file, or see to "key" of that person in lastpost.yaml.';
  throw refused('bad-signature', message, hint);
}

async function readKey(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    const code = systemErrorCode(cause);
    if (code === undefined) throw cause;
    const what = code === 'ENOENT' ? 'does not exist' : `cannot be read (${code})`;
    throw refused('bad-key', `The key ${file} ${what}.`, 'Name the PEM file that holds your private key.', cause);
  }
}

function privateKey(pem: string): KeyObject {
  let key: KeyObject;
  try {
    key = createPrivateKey(pem);
  } catch (cause) {
    if (/-----BEGIN ENCRYPTED |^Proc-Type: 4,ENCRYPTED/m.test(pem)) {
      const hint = 'Let openssl unlock it and pass it on: --key <(openssl pkey -in FILE)';
      throw refused('bad-key', 'The key is locked with a passphrase.', hint, cause);
    }
    const hint =
      'It has to be a PEM file that begins with "-----BEGIN PRIVATE KEY-----": docs/people.md shows how to make one.';
    throw refused('bad-key', 'The key holds no private key that could be read.', hint, cause);
  }
  if (isKindOfPersonKey(key)) return key;
  const kind = key.asymmetricKeyDetails?.namedCurve ?? key.asymmetricKeyType ?? 'unknown';
  throw refused(
    'bad-key',
    `The key is of a kind that is not used here (${kind}).`,
    'Take ECDSA over P-256, or Ed25519.',
  );
}

function refused(code: string, message: string, hint: string, cause?: unknown): KnownError {
  return new KnownError(`approval.${code}`, message, { hint, cause, exitCode: 2 });
}
