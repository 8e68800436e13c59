import type { FileHandle } from 'node:fs/promises';
import type { OnProgress } from '../model/progress.ts';
import type { VerifyReport } from '../model/verify.ts';
import { verifyContents } from './verify-contents.ts';
import { createFindings, type Findings } from './verify-findings.ts';
import { createMeasure } from './verify-measure.ts';
import { notAWacz, openWacz } from './verify-open.ts';
import { readZip, type ZipArchive } from './zip-read-archive.ts';
import { readSpan } from './zip-read-span.ts';

export interface VerifyOptions {
  readonly signal?: AbortSignal;
  /** Told after each megabyte or so, with `bytes` read of `bytesTotal`. */
  readonly onProgress?: OnProgress;
}

/**
 * Reads every byte of a WACZ and reports whatever is not as it should be: ZIP structure, file hashes, every WARC record
 * with its digests, the index against the records, page lists, manifest and signature. Damage is a problem in the
 * report, never an exception. Memory stays flat but for about 60 bytes a record. Safe to call again: it only reads.
 * @throws KnownError `verify.no-such-file`, `verify.unreadable`, `verify.not-a-wacz`
 * @see WACZ 1.1.1, WARC 1.1, CDXJ 0.1.0, APPNOTE.TXT 6.3.10; docs/verify-rules.md explains each rule
 */
export async function verifyWacz(file: string, options: VerifyOptions = {}): Promise<VerifyReport> {
  const handle = await openWacz(file);
  try {
    const { size: sizeBytes } = await handle.stat();
    const findings = createFindings();
    const zip = await readZip(handle, sizeBytes, (rule, offset, message) =>
      findings.report(rule, { file: '', offset }, message),
    );
    if (!(await looksLikeWacz(handle, zip))) throw notAWacz(file);
    if (zip === undefined) return onlyProblems(findings, sizeBytes);
    const measure = createMeasure({
      handle,
      findings,
      signal: options.signal,
      onRead: progressOf(sizeBytes, options.onProgress),
    });
    return await verifyContents({ handle, sizeBytes, zip, findings, measure });
  } finally {
    await handle.close();
  }
}

/** A cut-off WACZ has no directory left, but still begins like a ZIP; any other ZIP has nothing where a WACZ has it. */
async function looksLikeWacz(handle: FileHandle, zip: ZipArchive | undefined): Promise<boolean> {
  if (zip !== undefined && zip.entries.length > 0) {
    return zip.entries.some(({ name }) => /^(datapackage\.json$|archive\/|indexes\/|pages\/)/.test(name));
  }
  return (await readSpan(handle, 0, 4)).toString('latin1') === 'PK\x03\x04';
}

function onlyProblems(findings: Findings, bytes: number): VerifyReport {
  return {
    ok: false,
    problems: findings.list(),
    counts: { files: 0, bytes, warcRecords: 0, cdxjLines: 0, pages: 0 },
    signature: { state: 'none', signer: null },
    software: null,
  };
}

function progressOf(bytesTotal: number, onProgress: OnProgress | undefined): (bytes: number, path: string) => void {
  let read = 0;
  return (bytes, current) => {
    read += bytes;
    onProgress?.({ phase: 'verify', bytes: Math.round(read), bytesTotal, current });
  };
}
