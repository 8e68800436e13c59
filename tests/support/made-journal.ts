import { sha256 } from '../../src/base/digest.ts';
import type { PlaybookStep } from '../../src/model/playbook/playbook.ts';
import { entryHash, entryText } from '../../src/model/run/entry-hash.ts';
import { GENESIS_HASH, type JournalEntry } from '../../src/model/run/journal-entry.ts';
import type { ApprovalBody, EvidenceBody, IntentBody, OutcomeBody, RunEvent } from '../../src/model/run/run-event.ts';
import type { PlannedStep, RunPlan } from '../../src/model/run/run-plan.ts';
import { stepOf } from './made-plan.ts';

/** What happened, in short: an event, and where, when and by whom. */
export type Happening = RunEvent & {
  readonly at: string;
  readonly step?: string;
  readonly attempt?: number;
  /** Person's id; left out: Lastpost itself. */
  readonly by?: string;
};

/** A journal of these happenings, numbered and chained as the ledger does it. */
export function journalOf(run: string, happenings: readonly Happening[]): readonly JournalEntry[] {
  const entries: JournalEntry[] = [];
  let [epoch, prevHash] = [0, GENESIS_HASH];
  for (const { at, step = null, attempt = null, by, ...event } of happenings) {
    if (event.type === 'lease.taken') epoch += 1;
    const actor = { person: by ?? null, host: 'kontor-7', pid: 4711 };
    const open = { run, seq: entries.length + 1, epoch, step, attempt, by: actor, at, ...event } as const;
    const hash = entryHash(prevHash, entryText(open));
    entries.push({ ...open, prevHash, hash });
    prevHash = hash;
  }
  return entries;
}

/** The same entries with their hashes made right again, as somebody who writes a journal anew would. */
export function chainedAnew(entries: readonly JournalEntry[]): readonly JournalEntry[] {
  let prevHash = GENESIS_HASH;
  return entries.map((entry, at) => {
    const open = { ...entry, seq: at + 1, prevHash };
    const hash = entryHash(prevHash, entryText(open));
    prevHash = hash;
    return { ...open, hash };
  });
}

export function plannedStep(id: string, type: PlaybookStep['type'], parts: Partial<PlannedStep> = {}): PlannedStep {
  return stepOf({ id, type, ...parts });
}

export function planOf(steps: readonly PlannedStep[], parts: Partial<RunPlan> = {}): RunPlan {
  const inputs = { account: 'aurora-x', last_day: '2026-10-30', grace_days: 30, tell_press: false };
  const title = { de: 'X verlassen', en: 'Leave X' };
  return {
    playbook: 'leave-x',
    version: 3,
    title,
    mode: 'delete',
    timezone: 'Europe/Berlin',
    holidays: 'DE-HH',
    inputs,
    roles: ['brand', 'legal', 'service'],
    concurrencyGroups: ['x/aurora-x'],
    scopes: {
      '': { name: 'leave-x', version: 3, title, inputs, around: null, secrets: { token: 'env:X_TOKEN' }, outputs: {} },
    },
    steps,
    ...parts,
  };
}

export const people = [
  { id: 'jana', name: 'Jana Öztürk' },
  { id: 'klaus', name: 'Klaus-Dieter Weber' },
  { id: 'petra', name: 'Dr. Petra Lang' },
  { id: 'mo', name: 'Mo O’Brien <Vertretung>' },
] as const;

/** What people filed in the run with everything, by the place where it lies. */
export interface MadeEvidence extends EvidenceBody {
  readonly content: string;
}

export function madeEvidence(
  run: string,
  step: string,
  {
    id,
    name,
    content,
    kind = 'file',
  }: Pick<MadeEvidence, 'name' | 'content'> & Partial<Pick<MadeEvidence, 'id' | 'kind'>>,
): MadeEvidence {
  const digest = sha256(content);
  const file = `evidence/${run}/${step.replaceAll('/', '__')}/${digest.slice(7, 19)}-${name.replaceAll('/', '_')}`;
  return { id: id ?? null, kind, name, sha256: digest, bytes: Buffer.byteLength(content), file, content };
}

/** The entry by which it was filed. */
export function filed(evidence: MadeEvidence): Extract<RunEvent, { type: 'evidence.added' }> {
  const { content: _, ...body } = evidence;
  return { type: 'evidence.added', body };
}

export function intent(target: string, parts: Partial<IntentBody> = {}): Extract<RunEvent, { type: 'step.intent' }> {
  const body = {
    target,
    with: {},
    key: `key of ${target}`,
    isIrreversible: false,
    isByHand: false,
    approvals: [],
    deadline: null,
    overridden: [],
    ...parts,
  };
  return { type: 'step.intent', body };
}

export function outcome(
  via: OutcomeBody['via'],
  parts: Partial<OutcomeBody> = {},
): Extract<RunEvent, { type: 'step.outcome' }> {
  const body: OutcomeBody = { result: 'succeeded', via, outputs: {}, error: null, evidence: [], note: null, ...parts };
  return { type: 'step.outcome', body };
}

export function approval(roles: readonly string[], parts: Partial<ApprovalBody> = {}): ApprovalBody {
  const bound = { 'verified.manifest_sha256': sha256('aurora.wacz') };
  return {
    digest: sha256(JSON.stringify(bound)),
    bound,
    roles,
    insteadOf: null,
    comment: null,
    signature: null,
    ...parts,
  };
}
