import { type Sha256, sha256 } from '../../../src/base/digest.ts';
import type { JsonObject } from '../../../src/model/playbook/json.ts';
import { approvalDigest } from '../../../src/model/run/approval-digest.ts';
import { entryHash, entryText } from '../../../src/model/run/entry-hash.ts';
import { foldRun } from '../../../src/model/run/fold-run.ts';
import { GENESIS_HASH, type JournalEntry } from '../../../src/model/run/journal-entry.ts';
import type { Absence, Person } from '../../../src/model/run/people.ts';
import type { ApprovalBody, RunEvent } from '../../../src/model/run/run-event.ts';
import type { PlannedStep, RunPlan } from '../../../src/model/run/run-plan.ts';
import type { RunState, StepState } from '../../../src/model/run/run-state.ts';
import { stepOf as madeStep } from '../../support/made-plan.ts';

export const DAY = '2026-11-26';

/** Somebody who is here on DAY unless `absent` names who speaks for them. */
export function personOf(
  id: string,
  roles: readonly string[],
  more: Partial<Person> & { absent?: string } = {},
): Person {
  const { absent, ...given } = more;
  const absences: readonly Absence[] =
    absent === undefined ? [] : [{ from: DAY, until: '2026-12-01', delegate: absent === '' ? null : absent }];
  const name = `${id.slice(0, 1).toUpperCase()}${id.slice(1)}`;
  return { id, name, roles, email: `${id}@example.org`, key: null, language: null, absences, ...given };
}

export function stepOf(id: string, more: Partial<PlannedStep> = {}): PlannedStep {
  return madeStep({ id, onTimeout: 'remind', ...more });
}

export function approvalStep(more: Partial<NonNullable<PlannedStep['approval']>> = {}): PlannedStep {
  const approval = {
    approvers: ['brand', 'legal'],
    minApprovals: 2,
    eachRole: false,
    preventSelfReview: true,
    binds: [],
  };
  return stepOf('signoff', { type: 'approval', needs: ['memo'], approval: { ...approval, ...more } });
}

/** prepare → memo → signoff → deactivate → certificate, and a note that stands aside. */
export function planOf(signoff: PlannedStep = approvalStep(), more: Partial<RunPlan> = {}): RunPlan {
  const title = { de: 'X verlassen', en: 'Leave X' };
  const inputs = { account: 'aurora' };
  const scope = { name: 'leave-x', version: 1, title, inputs, around: null, secrets: {}, outputs: {} };
  return {
    playbook: 'leave-x',
    version: 1,
    title,
    mode: 'delete',
    timezone: 'Europe/Berlin',
    holidays: null,
    inputs,
    roles: ['brand', 'legal'],
    concurrencyGroups: [],
    scopes: { '': scope },
    steps: [
      stepOf('prepare'),
      stepOf('aside'),
      stepOf('memo', { needs: ['prepare'] }),
      signoff,
      // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of a playbook
      stepOf('deactivate', { needs: ['signoff'], irreversible: true, confirm: '${{ inputs.account }}' }),
      stepOf('certificate', { type: 'certificate', needs: ['deactivate'] }),
    ],
    ...more,
  };
}

/** A run that grows by real entries. */
export class ApprovalRun {
  private readonly entries: JournalEntry[] = [];

  constructor(plan: RunPlan = planOf(), startedBy = 'otto') {
    this.say(startedBy, null, { type: 'run.started', body: { plan, sources: [] } });
  }

  get state(): RunState {
    return foldRun(this.entries);
  }

  get step(): StepState {
    const step = this.state.steps.get('signoff');
    if (step === undefined) throw new Error('The run has no sign-off.');
    return step;
  }

  digest(bound: JsonObject = {}): Sha256 {
    const { plan, id } = this.state;
    return approvalDigest({ run: id, plan, step: this.step.plan, bound });
  }

  /** A person has done a step by hand. */
  confirm(person: string, step: string): this {
    const body = {
      result: 'succeeded' as const,
      via: 'person' as const,
      outputs: {},
      error: null,
      evidence: [],
      note: null,
    };
    return this.say(person, step, { type: 'step.outcome', body }, 1);
  }

  /** The memo and what it needs are done by otto, so that the sign-off waits. */
  ready(): this {
    return this.confirm('otto', 'prepare').confirm('otto', 'memo');
  }

  approve(person: string, roles: readonly string[], more: Partial<ApprovalBody> = {}): this {
    const body = { digest: this.digest(), bound: {}, roles, insteadOf: null, comment: null, signature: null, ...more };
    return this.say(person, 'signoff', { type: 'approval.given', body });
  }

  reject(person: string, roles: readonly string[], comment: string): this {
    const body = { digest: this.digest(), bound: {}, roles, insteadOf: null, comment, signature: null };
    return this.say(person, 'signoff', { type: 'approval.rejected', body });
  }

  say(person: string, step: string | null, event: RunEvent, attempt: number | null = null): this {
    const seq = this.entries.length + 1;
    const head = {
      run: 'r1',
      seq,
      step,
      attempt,
      epoch: 0,
      at: `2026-11-26T09:00:${String(seq).padStart(2, '0')}.000Z`,
      by: { person, host: 'desk', pid: 1 },
    };
    const prevHash = this.entries.at(-1)?.hash ?? GENESIS_HASH;
    const entry = { ...head, ...event, prevHash, hash: sha256('') } as JournalEntry;
    this.entries.push({ ...entry, hash: entryHash(prevHash, entryText(entry)) });
    return this;
  }
}
