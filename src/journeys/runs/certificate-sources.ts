import { keyDigest, signPage } from '../../archive/signed-page.ts';
import { isoTime } from '../../base/clock.ts';
import { KnownError } from '../../base/known-error.ts';
import { softwareName } from '../../base/software.ts';
import { type FactLanguage, factLanguages } from '../../model/platform.ts';
import type { RunCertificate } from '../../model/run/certificate.ts';
import type { Person } from '../../model/run/people.ts';
import type { RunState } from '../../model/run/run-state.ts';
import type { RunStore } from '../../model/run/run-store.ts';
import type { Signer } from '../../model/signer.ts';
import { certify } from '../../runs/certificate/certify.ts';
import { certificatePage } from '../../runs/certificate/page/certificate-page.ts';
import type { AcceptancesOf } from '../../runs/certificate/rests-on.ts';
import type { CheckSignature } from '../../runs/certificate/said.ts';

/** Where a certificate takes what it says from. */
export interface CertificateSources {
  readonly runs: Pick<RunStore, 'findId' | 'load' | 'entries' | 'verify'>;
  readonly people: readonly Pick<Person, 'id' | 'name'>[];
  readonly acceptancesOf: AcceptancesOf;
  readonly checkSignature: CheckSignature;
}

export interface Certified {
  readonly state: RunState;
  readonly certificate: RunCertificate;
}

/**
 * Certifies a run whose journal is whole, its end included: that the tail is there, only the ledger's own summary can tell.
 * @param run its id, or the first letters of it
 * @param statedAt null: as of the run's newest entry, so that the same run gives the same certificate
 * @throws KnownError `certificate.journal-broken`, `run.unknown`, `run.ambiguous`
 */
export async function certifyRun(
  run: string,
  brand: string,
  { runs, ...facts }: CertificateSources,
  statedAt: Date | null,
): Promise<Certified> {
  const id = await runs.findId(run);
  const { ok, problem } = await runs.verify(id);
  if (!ok) throw journalBroken(id, problem?.message ?? 'It does not verify.');
  const state = await runs.load(id);
  const at = statedAt === null ? state.lastAt : isoTime(statedAt);
  const certificate = await certify(state, runs.entries(id), { ...facts, brand, statedAt: at });
  return { state, certificate };
}

function journalBroken(run: string, says: string): KnownError {
  return new KnownError(
    'certificate.journal-broken',
    `Nothing is certified of run ${run}: its journal is damaged. ${says}`,
    { hint: `Look at it with "lastpost run journal ${run} --verify", and take the ledger from a backup.` },
  );
}

/** A certificate as JSON for people and programs, ending with a line break. */
export function certificateJson(certificate: RunCertificate): string {
  return `${JSON.stringify({ certificate }, null, 2)}\n`;
}

/** The signed pages of a certificate, one for each language. */
export function signedPages(certificate: RunCertificate, signer: Signer): Readonly<Record<FactLanguage, string>> {
  const facts = { created: new Date(certificate.statedAt), software: softwareName() };
  const maker = { software: facts.software, key: keyDigest(signer.publicKey) };
  const [de, en] = factLanguages.map((language) => {
    return signPage(certificatePage(certificate, language, maker), facts, signer);
  });
  return { de: de ?? '', en: en ?? '' };
}
