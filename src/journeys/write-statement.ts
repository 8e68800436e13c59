import { lstat } from 'node:fs/promises';
import { dirname, extname, resolve } from 'node:path';
import { keyDigest, signBytes, signPage } from '../archive/signed-page.ts';
import { signerFromPem } from '../archive/signing-key.ts';
import { writeFileAtomic } from '../base/atomic-write.ts';
import { KnownError, systemErrorCode } from '../base/known-error.ts';
import { pathExists } from '../base/path-exists.ts';
import { softwareName } from '../base/software.ts';
import { printPage } from '../crawl/print-page.ts';
import type { JourneyContext } from '../model/journey-context.ts';
import type { FactLanguage } from '../model/platform.ts';
import type { CompletenessStatement } from '../model/statement.ts';
import { statementPage } from '../posts/statement/page/statement-page.ts';
import { requireWorkspace, type WorkspacePlace } from '../workspace/open-workspace.ts';
import { readSigningKeyPem } from '../workspace/signing-key-file.ts';

export interface WriteStatementInput {
  readonly statement: CompletenessStatement;
  /** `.html`, `.pdf` or `.json`. */
  readonly out: string;
  readonly language: FactLanguage;
  readonly force: boolean;
  /** For PDF; one is searched for when it is not given. */
  readonly browserPath?: string | undefined;
}

export interface WrittenStatement {
  /** Absolute. */
  readonly file: string;
  readonly bytes: number;
  /** Of a PDF: the file that signs it. Null where the page signs itself, and for JSON, which is not signed. */
  readonly signatureFile: string | null;
}

/**
 * Writes a statement to a file, signed with the workspace's key; it appears whole or not at all. A PDF has its signature in
 * a second file beside it.
 * @throws KnownError `statement.format`, `statement.exists`, `statement.cannot-write`, `print.failed`, those of finding a
 * browser, and those of reading the workspace's key
 */
export async function writeStatement(
  input: WriteStatementInput,
  place: WorkspacePlace,
  { signal }: Pick<JourneyContext, 'signal'>,
): Promise<WrittenStatement> {
  const file = resolve(place.cwd, input.out);
  const format = formatOf(file);
  const signatureFile = format === 'pdf' ? signatureFileOf(file) : null;
  for (const one of [file, ...(signatureFile === null ? [] : [signatureFile])]) await refuseExisting(one, input.force);
  const { statement } = input;
  if (format === 'json') return write(file, Buffer.from(`${JSON.stringify({ statement }, null, 2)}\n`), null);
  const { paths } = await requireWorkspace(place);
  const signer = signerFromPem(await readSigningKeyPem(paths));
  const facts = { created: new Date(statement.statedAt), software: softwareName() };
  const html = statementPage(statement, input.language, { software: facts.software, key: keyDigest(signer.publicKey) });
  if (signatureFile === null) return write(file, Buffer.from(signPage(html, facts, signer)), null);
  const pdf = await printPage(html, input.browserPath, signal);
  // The signature first: a page without one looks finished, one without its page does not.
  await put(signatureFile, Buffer.from(`${JSON.stringify(signBytes(pdf, facts, signer), null, 2)}\n`));
  return write(file, pdf, signatureFile);
}

/** Where the signature of a PDF lies. */
export function signatureFileOf(file: string): string {
  return `${file}.sig.json`;
}

async function write(file: string, bytes: Uint8Array, signatureFile: string | null): Promise<WrittenStatement> {
  await put(file, bytes);
  return { file, bytes: bytes.length, signatureFile };
}

async function put(file: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFileAtomic(file, bytes);
  } catch (error) {
    throw cannotWrite(file, error);
  }
}

function cannotWrite(file: string, cause: unknown): unknown {
  const code = systemErrorCode(cause);
  if (code === undefined) return cause;
  return new KnownError('statement.cannot-write', `${file} cannot be written (${code}).`, {
    hint: 'See to the rights and the room there, or choose another place with --out.',
    cause,
  });
}

function formatOf(file: string): 'html' | 'pdf' | 'json' {
  const ending = extname(file).toLowerCase();
  if (ending === '.html' || ending === '.htm') return 'html';
  if (ending === '.pdf' || ending === '.json') return ending === '.pdf' ? 'pdf' : 'json';
  throw new KnownError('statement.format', `What ${file} should be does not show in its name.`, {
    hint: 'Let it end in .html, .pdf or .json.',
    exitCode: 2,
  });
}

async function refuseExisting(file: string, force: boolean): Promise<void> {
  if (!(await pathExists(dirname(file)))) {
    throw new KnownError('statement.cannot-write', `The folder ${dirname(file)} does not exist.`, {
      hint: 'Make it first, or choose another place with --out.',
    });
  }
  const there = await lstat(file).catch(() => undefined);
  if (there === undefined || (force && !there.isDirectory())) return;
  throw new KnownError('statement.exists', `${file} is already there.`, {
    hint: 'Add --force to replace it, or choose another name with --out.',
  });
}
