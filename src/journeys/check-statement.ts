import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type CheckedSignature, keyDigest, verifyBytes, verifySignedPage } from '../archive/signed-page.ts';
import { signerFromPem } from '../archive/signing-key.ts';
import { KnownError, systemErrorCode } from '../base/known-error.ts';
import { openNearestWorkspace, type WorkspacePlace } from '../workspace/open-workspace.ts';
import { readSigningKeyPem } from '../workspace/signing-key-file.ts';
import { signatureFileOf } from './put-signed.ts';

export interface CheckedStatement {
  /** Absolute. */
  readonly file: string;
  /** `changed`: not the bytes that were signed. `forged`: this key did not sign. `none`: there is no signature. */
  readonly state: CheckedSignature['state'];
  /** UTC ISO 8601; null unless valid. */
  readonly created: string | null;
  readonly software: string | null;
  /** SHA-256 of the public key, hex; null unless valid. */
  readonly key: string | null;
  /** Whether it is the key of the workspace one is in; null without a workspace. */
  readonly isOurKey: boolean | null;
}

/** A page is small; whatever is larger is none. */
const MOST_BYTES = 100_000_000;

/**
 * Checks the signature of a statement or of a run's certificate: of a page in its last line, of a PDF or JSON in the file
 * beside it.
 * @throws KnownError `statement.not-found`
 */
export async function checkStatement(path: string, place: WorkspacePlace): Promise<CheckedStatement> {
  const file = resolve(place.cwd, path);
  const bytes = await read(file);
  const checked = isSignedBeside(bytes) ? await checkBeside(file, bytes) : verifySignedPage(bytes);
  if (checked.state !== 'valid') {
    return { file, state: checked.state, created: null, software: null, key: null, isOurKey: null };
  }
  const { signature, keySha256: key } = checked;
  const ours = await ourKey(place);
  const isOurKey = ours === undefined ? null : ours === key;
  return { file, state: 'valid', created: signature.created, software: signature.software, key, isOurKey };
}

/** PDF and JSON cannot carry their signature; a page whose own was taken away is not signed by one that lies beside it. */
function isSignedBeside(bytes: Buffer): boolean {
  const start = bytes.subarray(0, 5).toString('latin1');
  return start === '%PDF-' || start.startsWith('{');
}

async function checkBeside(file: string, bytes: Uint8Array): Promise<CheckedSignature> {
  const json = await readFile(signatureFileOf(file), 'utf8').catch(() => undefined);
  return json === undefined ? { state: 'none' } : verifyBytes(bytes, json);
}

async function read(file: string): Promise<Buffer> {
  try {
    const bytes = await readFile(file);
    if (bytes.length <= MOST_BYTES) return bytes;
  } catch (error) {
    throw notFound(file, error);
  }
  throw notFound(file, undefined);
}

function notFound(file: string, cause: unknown): KnownError {
  const code = systemErrorCode(cause);
  const why = code === undefined || code === 'ENOENT' ? '' : ` (${code})`;
  return new KnownError('statement.not-found', `There is no statement at ${file}${why}.`, {
    hint: 'Name the file that "lastpost channel statement" or "lastpost run certificate" wrote.',
    cause,
    exitCode: 2,
  });
}

/** Anybody may check a page, with a workspace or without. */
async function ourKey(place: WorkspacePlace): Promise<string | undefined> {
  const workspace = await openNearestWorkspace(place).catch(() => undefined);
  const pem = workspace && (await readSigningKeyPem(workspace.paths).catch(() => undefined));
  return pem === undefined ? undefined : keyDigest(signerFromPem(pem).publicKey);
}
