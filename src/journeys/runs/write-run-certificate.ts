import type { JourneyContext } from '../../model/journey-context.ts';
import type { FactLanguage } from '../../model/platform.ts';
import type { RunCertificate } from '../../model/run/certificate.ts';
import { certificatePage } from '../../runs/certificate/page/certificate-page.ts';
import { requireWorkspace, type WorkspacePlace } from '../../workspace/open-workspace.ts';
import { type PutDocument, putSigned } from '../put-signed.ts';
import { type CertificateSources, certificateJson, certifyRun } from './certificate-sources.ts';

export interface WriteRunCertificateRequest {
  /** Id of a run, or its first letters. */
  readonly run: string;
  /** `.html`, `.pdf` or `.json`; null: nothing is written, and the answer has the certificate. */
  readonly out: string | null;
  readonly language: FactLanguage;
  readonly force: boolean;
  /** For PDF; one is searched for when it is not given. */
  readonly browserPath?: string | undefined;
}

export interface WrittenRunCertificate {
  readonly certificate: RunCertificate;
  readonly written: PutDocument | null;
}

/**
 * Certifies a run, and files that as a signed page, as PDF or as JSON with the signature beside it.
 * @throws KnownError `certificate.journal-broken`, `certificate.format`, `certificate.exists`, `certificate.cannot-write`,
 * `run.unknown`, `run.ambiguous`, `print.failed`, those of finding a browser, and those of reading the workspace's key
 */
export async function writeRunCertificate(
  request: WriteRunCertificateRequest,
  place: WorkspacePlace,
  context: Pick<JourneyContext, 'signal' | 'clock'>,
  sources: CertificateSources,
): Promise<WrittenRunCertificate> {
  const { run, out, language } = request;
  const { config } = await requireWorkspace(place);
  const { certificate } = await certifyRun(run, config.brand.name, sources, context.clock.now());
  if (out === null) return { certificate, written: null };
  const document = {
    what: 'certificate' as const,
    statedAt: certificate.statedAt,
    json: certificateJson(certificate),
    isJsonSigned: true,
    page: (maker: { readonly software: string; readonly key: string }) => certificatePage(certificate, language, maker),
  };
  return { certificate, written: await putSigned(document, { ...request, out }, place, context) };
}
