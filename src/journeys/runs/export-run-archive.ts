import { createReadStream } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { deterministicSigner } from '../../archive/deterministic-signer.ts';
import { packSigned } from '../../archive/pack-signed.ts';
import type { Sha256 } from '../../base/digest.ts';
import { KnownError } from '../../base/known-error.ts';
import type { JourneyContext } from '../../model/journey-context.ts';
import type { RunState } from '../../model/run/run-state.ts';
import { filedNames } from '../../runs/certificate/filed-names.ts';
import { runArchiveFiles } from '../../runs/run-archive.ts';
import { requireWorkspace, type WorkspacePlace } from '../../workspace/open-workspace.ts';
import { readSigningKeyPem } from '../../workspace/signing-key-file.ts';
import { putFile } from '../put-export.ts';
import { refuseExisting } from '../put-signed.ts';
import { type CertificateSources, certificateJson, certifyRun, signedPages } from './certificate-sources.ts';

export interface ExportRunArchiveRequest {
  /** Id of a run, or its first letters. */
  readonly run: string;
  /** null: `run-<id>.zip` where one is. */
  readonly out: string | null;
  readonly force: boolean;
}

export interface ExportedRunArchive {
  /** Absolute. */
  readonly file: string;
  readonly run: string;
  readonly entries: number;
  readonly evidence: number;
  readonly bytes: number;
  /** Of the journal. */
  readonly head: { readonly seq: number; readonly hash: string };
}

/** What a date in a ZIP can say. */
const [FIRST_DAY, LAST_DAY] = [Date.parse('1980-01-01T00:00:00Z'), Date.parse('2043-01-01T00:00:00Z')];

/**
 * Writes all of one run into a ZIP that can be checked without Lastpost: journal, state, playbooks, certificate, evidence,
 * their sums and the signature over these. Everything in it is as of the run's newest entry: the same run gives the same
 * bytes, whenever it is exported. It appears whole or not at all.
 * @throws KnownError `certificate.journal-broken`, `archive.file-changed`, `archive.file-missing`, `archive.bad-path`,
 * `archive.exists`, `archive.cannot-write`, `export.disk-full`, `run.unknown`, `run.ambiguous`, and those of reading the key
 */
export async function exportRunArchive(
  request: ExportRunArchiveRequest,
  place: WorkspacePlace,
  { signal }: Pick<JourneyContext, 'signal'>,
  sources: CertificateSources,
): Promise<ExportedRunArchive> {
  const { dir, config, paths } = await requireWorkspace(place);
  const { state, certificate } = await certifyRun(request.run, config.brand.name, sources, null);
  const { run, journal, evidence } = certificate;
  const file = resolve(place.cwd, request.out ?? `run-${run}.zip`);
  await refuseExisting(file, request.force, 'archive');
  const filed = filedCertificates(state);
  for (const { file: one } of [...filed, ...evidence]) await requireFile(dir, one);
  const signer = deterministicSigner(await readSigningKeyPem(paths));
  const files = runArchiveFiles({
    certificate,
    certificateJson: certificateJson(certificate),
    pages: signedPages(certificate, signer),
    entries: () => sources.runs.entries(run),
    filed,
    openFiled: (one) => createReadStream(join(dir, one), { highWaterMark: 1 << 18 }),
  });
  const time = Math.min(Math.max(Date.parse(state.lastAt), FIRST_DAY), LAST_DAY);
  let bytes = 0;
  const packed = packSigned(files, { date: new Date(time), signer, signal });
  await putFile(
    file,
    counted(packed, (count) => {
      bytes += count;
    }),
    request.force,
    signal,
  );
  return { file, run, entries: journal.entries, evidence: evidence.length, bytes, head: journal.head };
}

async function* counted(
  pieces: AsyncIterable<Uint8Array>,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    onBytes(piece.length);
    yield piece;
  }
}

/** What steps of type `certificate` filed, as their outputs name it. */
function filedCertificates({
  id,
  steps,
}: RunState): readonly { readonly file: string; readonly sha256: Sha256 | null }[] {
  return [...steps.values()].flatMap(({ plan, outputs }) => {
    const { file, sha256 } = outputs;
    if (plan.type !== 'certificate' || typeof file !== 'string' || typeof sha256 !== 'string') return [];
    return filedNames(id, sha256).json === file ? [{ file, sha256: sha256 as Sha256 }] : [];
  });
}

/** Looked at before anything is written; a link could lead out of the workspace. */
async function requireFile(dir: string, file: string): Promise<void> {
  const found = await lstat(join(dir, file)).catch(() => undefined);
  if (file === '' || found?.isFile() === true) return;
  throw new KnownError('archive.file-missing', `${file} was filed as evidence, and there is no such file any more.`, {
    hint: 'Put it back from a backup. Nothing was written.',
  });
}
