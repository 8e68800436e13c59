import { createHash } from 'node:crypto';
import type {
  CertifiedApproval,
  CertifiedDoubt,
  CertifiedEvidence,
  CertifiedOverride,
  SignatureCheck,
} from '../../model/run/certificate.ts';
import type { ApprovalBody } from '../../model/run/run-event.ts';
import type { RunState, StepApproval, StepState } from '../../model/run/run-state.ts';
import { type PersonOf, wordOf } from './closings.ts';
import type { DoubtHistory, RunHistory } from './gather-history.ts';

/** Looks at the signature of what a person approved or refused. */
export type CheckSignature = (
  approval: Pick<ApprovalBody, 'digest'> & { readonly signature: NonNullable<ApprovalBody['signature']> },
  person: string,
  decision: 'given' | 'rejected',
) => SignatureCheck;

export function approvalsOf(
  { plan, approvals }: StepState,
  { voidings }: RunHistory,
  personOf: PersonOf,
  check: CheckSignature,
): readonly CertifiedApproval[] {
  return approvals.map((one) => {
    const voided = voidings.get(one.seq);
    return {
      seq: one.seq,
      at: one.at,
      by: personOf(one.person),
      step: plan.id,
      decision: one.decision,
      roles: one.roles,
      insteadOf: one.insteadOf === null ? null : personOf(one.insteadOf),
      comment: one.comment,
      digest: one.digest,
      bound: one.bound,
      voided: voided === undefined ? null : { seq: voided.seq, at: voided.at, changed: voided.body.changed },
      signature: signatureOf(one, check),
    };
  });
}

function signatureOf({ digest, signature, person, decision }: StepApproval, check: CheckSignature) {
  if (signature === null) return null;
  const key = createHash('sha256').update(Buffer.from(signature.publicKey, 'base64')).digest('hex');
  return { key, check: check({ digest, signature }, person, decision) };
}

export function evidenceOf({ plan, evidence }: StepState, personOf: PersonOf): readonly CertifiedEvidence[] {
  return evidence.map(({ seq, at, person, id, kind, name, sha256: digest, bytes, file }) => {
    const by = person === null ? null : personOf(person);
    return { seq, at, by, step: plan.id, id, kind, name, sha256: digest, bytes, file };
  });
}

export function doubtOf({ opened, said, settled }: DoubtHistory, personOf: PersonOf): CertifiedDoubt {
  const { seq, at, step, body } = opened;
  const words = said.map((entry) => ({ ...wordOf(entry, personOf), ...entry.body }));
  return { step: step ?? '', seq, at, reason: body.reason, probe: body.probe, said: words, settled };
}

export function overridesOf(
  { overrides }: RunState,
  { releases }: RunHistory,
  personOf: PersonOf,
): readonly CertifiedOverride[] {
  return overrides.map(({ step, gates, asked, agreed }) => {
    const used = (releases.get(step) ?? []).filter(({ seq, body }) => {
      return agreed !== null && seq > agreed.seq && body.overridden.some((gate) => gates.includes(gate));
    });
    const said = ({ seq, at, person, reason }: typeof asked) => ({ seq, at, by: personOf(person), reason });
    return {
      step,
      gates,
      asked: said(asked),
      agreed: agreed === null ? null : said(agreed),
      usedBy: used.map(({ seq }) => seq),
    };
  });
}
