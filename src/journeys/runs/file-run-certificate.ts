import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { signerFromPem } from '../../archive/signing-key.ts';
import { writeFileAtomic } from '../../base/atomic-write.ts';
import { type Sha256, sha256 } from '../../base/digest.ts';
import type { JourneyContext } from '../../model/journey-context.ts';
import { factLanguages } from '../../model/platform.ts';
import { evidenceFolder, filedNames } from '../../runs/certificate/filed-names.ts';
import { requireWorkspace, type WorkspacePlace } from '../../workspace/open-workspace.ts';
import { readSigningKeyPem } from '../../workspace/signing-key-file.ts';
import { type CertificateSources, certificateJson, certifyRun, signedPages } from './certificate-sources.ts';

export interface FiledCertificate {
  /** Of the JSON, below the workspace's folder, with `/`. */
  readonly file: string;
  readonly sha256: Sha256;
  readonly bytes: number;
}

/**
 * Files a run's certificate with its evidence, for a step of type `certificate`: the JSON, whose digest is given back, and
 * the signed pages beside it. Safe to call again: another state of the run has other names, and the same one is replaced.
 * @throws KnownError `certificate.journal-broken`, `run.unknown`, and those of reading the workspace's key
 */
export async function fileRunCertificate(
  { run, language = 'both' }: { readonly run: string; readonly language?: 'de' | 'en' | 'both' | undefined },
  place: WorkspacePlace,
  { signal, clock }: Pick<JourneyContext, 'signal' | 'clock'>,
  sources: CertificateSources,
): Promise<FiledCertificate> {
  const { dir, config, paths } = await requireWorkspace(place);
  const { certificate } = await certifyRun(run, config.brand.name, sources, clock.now());
  const pages = signedPages(certificate, signerFromPem(await readSigningKeyPem(paths)));
  const json = Buffer.from(certificateJson(certificate));
  const digest = sha256(json);
  const names = filedNames(certificate.run, digest);
  signal.throwIfAborted();
  await mkdir(join(dir, evidenceFolder(certificate.run)), { recursive: true });
  for (const one of factLanguages.filter((each) => language === 'both' || each === language)) {
    await writeFileAtomic(join(dir, names[one]), pages[one]);
  }
  // Last: what is named in the journal is only there once its pages are.
  await writeFileAtomic(join(dir, names.json), json);
  return { file: names.json, sha256: digest, bytes: json.length };
}
