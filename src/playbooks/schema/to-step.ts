import type { JsonObject } from '../../model/playbook/json.ts';
import type {
  ApprovalSpec,
  CompensationSpec,
  EvidenceSpec,
  PlaybookStep,
  ProbeSpec,
  RetrySpec,
  WaitSpec,
} from '../../model/playbook/playbook.ts';
import { fixedMs } from '../time-words.ts';
import { type RawText, toLocalOrNull } from './raw-text.ts';

type OneOrMany = string | readonly string[];

/** A step as the schema of its type lets it through. */
export interface RawStep {
  readonly id: string;
  readonly type?: PlaybookStep['type'];
  readonly uses?: string;
  readonly name?: RawText;
  readonly instructions?: RawText;
  readonly needs?: OneOrMany;
  readonly if?: string | boolean;
  readonly with?: JsonObject;
  readonly register?: string;
  readonly assignee?: string;
  readonly due?: string;
  readonly timeout?: string;
  readonly on_timeout?: PlaybookStep['onTimeout'];
  readonly on_failure?: PlaybookStep['onFailure'];
  readonly retry?: { readonly max_attempts: number; readonly backoff: RetrySpec['backoff']; readonly delay: string };
  readonly irreversible?: boolean;
  readonly confirm?: string;
  readonly expires?: string;
  readonly probe?: { readonly type: ProbeSpec['type']; readonly with: JsonObject };
  readonly evidence?: readonly {
    readonly id: string;
    readonly kind?: EvidenceSpec['kind'];
    readonly required: boolean;
    readonly description?: RawText;
    readonly choices?: readonly string[];
  }[];
  readonly compensate?: {
    readonly type: CompensationSpec['type'];
    readonly name?: RawText;
    readonly with?: JsonObject;
    readonly instructions?: RawText;
  };
  readonly channel?: string;
  readonly staff_memo?: boolean;
  readonly remind?: OneOrMany;
  readonly hint?: RawText;
  readonly effort?: string;
  readonly takes?: string;
  readonly approvers?: OneOrMany;
  readonly min_approvals?: number;
  readonly each_role?: boolean;
  readonly prevent_self_review?: boolean;
  readonly binds?: OneOrMany;
  readonly duration?: string;
  readonly until?: string;
  readonly date?: string;
  readonly condition?: string;
}

export function toStep(raw: RawStep): PlaybookStep {
  const type = raw.type ?? 'uses';
  return {
    id: raw.id,
    type,
    name: toLocalOrNull(raw.name),
    instructions: toLocalOrNull(raw.instructions),
    hint: toLocalOrNull(raw.hint),
    needs: toList(raw.needs),
    if: raw.if === undefined ? null : String(raw.if),
    with: raw.with ?? {},
    register: raw.register ?? null,
    uses: raw.uses ?? null,
    channel: raw.channel ?? null,
    staffMemo: raw.staff_memo ?? (type === 'manual' && raw.id === 'memo'),
    approval: type === 'approval' ? toApproval(raw) : null,
    wait: type === 'wait' ? toWait(raw) : null,
    ...toTimes(raw),
    ...toSafety(raw),
  };
}

function toTimes(raw: RawStep) {
  return {
    assignee: raw.assignee ?? null,
    due: raw.due ?? null,
    timeout: raw.timeout ?? null,
    onTimeout: raw.on_timeout ?? 'fail',
    onFailure: raw.on_failure ?? 'stop',
    retry: raw.retry === undefined ? null : toRetry(raw.retry),
    remind: toList(raw.remind),
    effort: raw.effort ?? null,
    takes: raw.takes ?? null,
  };
}

function toSafety(raw: RawStep) {
  return {
    irreversible: raw.irreversible ?? false,
    confirm: raw.confirm ?? null,
    expires: raw.expires ?? null,
    probe: raw.probe === undefined ? null : { type: raw.probe.type, with: raw.probe.with },
    evidence: (raw.evidence ?? []).map(toEvidence),
    compensate: raw.compensate === undefined ? null : toCompensation(raw.compensate),
  };
}

/** A delay that is no duration is told by the lint; it never gets into a run. */
function toRetry({ max_attempts, backoff, delay }: NonNullable<RawStep['retry']>): RetrySpec {
  return { maxAttempts: max_attempts, backoff, delayMs: fixedMs(delay) ?? 0 };
}

function toEvidence(raw: NonNullable<RawStep['evidence']>[number]): EvidenceSpec {
  const { id, kind, required, description, choices } = raw;
  const plain = { id, kind: kind ?? null, required, description: toLocalOrNull(description) };
  // Plans of runs that began without choices are compared with this, field by field.
  return choices === undefined ? plain : { ...plain, kind: 'text', choices };
}

function toCompensation(raw: NonNullable<RawStep['compensate']>): CompensationSpec {
  const { type, name, instructions } = raw;
  return { type, name: toLocalOrNull(name), with: raw.with ?? {}, instructions: toLocalOrNull(instructions) };
}

function toApproval(raw: RawStep): ApprovalSpec {
  return {
    approvers: toList(raw.approvers),
    minApprovals: raw.min_approvals ?? 1,
    eachRole: raw.each_role ?? false,
    preventSelfReview: raw.prevent_self_review ?? true,
    binds: toList(raw.binds),
  };
}

function toWait({ duration, until, date, condition }: RawStep): WaitSpec {
  return { duration: duration ?? null, until: until ?? date ?? null, condition: condition ?? null };
}

function toList(given: OneOrMany | undefined): readonly string[] {
  if (given === undefined) return [];
  return typeof given === 'string' ? [given] : given;
}
