import { lstat } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { keyDigest, type SigningFacts, signBytes, signPage } from '../archive/signed-page.ts';
import { signerFromPem } from '../archive/signing-key.ts';
import { writeFileAtomic } from '../base/atomic-write.ts';
import { KnownError } from '../base/known-error.ts';
import { softwareName } from '../base/software.ts';
import { printPage } from '../crawl/print-page.ts';
import type { JourneyContext } from '../model/journey-context.ts';
import type { Signer } from '../model/signer.ts';
import { requireWorkspace, type WorkspacePlace } from '../workspace/open-workspace.ts';
import { readSigningKeyPem } from '../workspace/signing-key-file.ts';
import { cannotWrite, requireFolderOf } from './cannot-write.ts';

/** Something that is filed as a page, as PDF or as JSON. */
export interface SignedDocument {
  /** Error codes begin with it. */
  readonly what: 'statement' | 'certificate';
  /** UTC ISO 8601 */
  readonly statedAt: string;
  readonly json: string;
  /** Whether the JSON gets a signature beside it; it needs the workspace's key then. */
  readonly isJsonSigned: boolean;
  page(maker: { readonly software: string; readonly key: string }): string;
}

export interface PutSignedInput {
  /** `.html`, `.pdf` or `.json`. */
  readonly out: string;
  readonly force: boolean;
  /** For PDF; one is searched for when it is not given. */
  readonly browserPath?: string | undefined;
}

export interface PutDocument {
  /** Absolute. */
  readonly file: string;
  readonly bytes: number;
  /** The file beside it that signs it; null where the page signs itself, and for what is not signed. */
  readonly signatureFile: string | null;
}

/**
 * Writes a document to a file, signed with the workspace's key; it appears whole or not at all. A PDF has its signature in a
 * second file beside it.
 * @throws KnownError `<what>.format`, `<what>.exists`, `<what>.cannot-write`, `print.failed`, those of finding a browser, and
 * those of reading the workspace's key
 */
export async function putSigned(
  document: SignedDocument,
  { out, force, browserPath }: PutSignedInput,
  place: WorkspacePlace,
  { signal }: Pick<JourneyContext, 'signal'>,
): Promise<PutDocument> {
  const { what, json, isJsonSigned } = document;
  const file = resolve(place.cwd, out);
  const format = formatOf(file, what);
  const isSignedBeside = format === 'pdf' || (format === 'json' && isJsonSigned);
  const signatureFile = isSignedBeside ? signatureFileOf(file) : null;
  for (const one of [file, ...(signatureFile === null ? [] : [signatureFile])]) await refuseExisting(one, force, what);
  if (format === 'json' && signatureFile === null) return write(file, Buffer.from(json), null, what);
  const { paths } = await requireWorkspace(place);
  const signer = signerFromPem(await readSigningKeyPem(paths));
  const facts = { created: new Date(document.statedAt), software: softwareName() };
  const html = document.page({ software: facts.software, key: keyDigest(signer.publicKey) });
  if (signatureFile === null) return write(file, Buffer.from(signPage(html, facts, signer)), null, what);
  const bytes = format === 'json' ? Buffer.from(json) : await printPage(html, browserPath, signal);
  // The signature first: a page without one looks finished, one without its page does not.
  await put(signatureFile, signatureText(bytes, facts, signer), what);
  return write(file, bytes, signatureFile, what);
}

/** Where the signature of a file lies that cannot carry one. */
export function signatureFileOf(file: string): string {
  return `${file}.sig.json`;
}

function signatureText(bytes: Uint8Array, facts: SigningFacts, signer: Signer): Buffer {
  return Buffer.from(`${JSON.stringify(signBytes(bytes, facts, signer), null, 2)}\n`);
}

async function write(
  file: string,
  bytes: Uint8Array,
  signatureFile: string | null,
  what: SignedDocument['what'],
): Promise<PutDocument> {
  await put(file, bytes, what);
  return { file, bytes: bytes.length, signatureFile };
}

async function put(file: string, bytes: Uint8Array, what: SignedDocument['what']): Promise<void> {
  try {
    await writeFileAtomic(file, bytes);
  } catch (error) {
    throw cannotWrite(`${what}.cannot-write`, file, error, 'place with --out');
  }
}

function formatOf(file: string, what: string): 'html' | 'pdf' | 'json' {
  const ending = extname(file).toLowerCase();
  if (ending === '.html' || ending === '.htm') return 'html';
  if (ending === '.pdf' || ending === '.json') return ending === '.pdf' ? 'pdf' : 'json';
  throw new KnownError(`${what}.format`, `What ${file} should be does not show in its name.`, {
    hint: 'Let it end in .html, .pdf or .json.',
    exitCode: 2,
  });
}

/** @throws KnownError `<what>.exists`, `<what>.cannot-write` where there is no folder for it */
export async function refuseExisting(file: string, force: boolean, what: string): Promise<void> {
  await requireFolderOf(file, `${what}.cannot-write`);
  const there = await lstat(file).catch(() => undefined);
  if (there === undefined || (force && !there.isDirectory())) return;
  throw new KnownError(`${what}.exists`, `${file} is already there.`, {
    hint: 'Add --force to replace it, or choose another name with --out.',
  });
}
