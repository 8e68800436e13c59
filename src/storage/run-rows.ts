import type { RunStateName } from '../model/run/run-state.ts';
import type { Lease, RunSummary } from '../model/run/run-store.ts';
import type { StepTally } from '../model/run/run-tally.ts';
import { summarise } from '../model/run/view-run.ts';
import type { KnownRun } from './known-run.ts';
import type { LinkedEntry } from './link-entries.ts';
import type { JournalRow, RunLeaseRow, RunRow } from './tables.ts';

export function journalRow({ entry, text }: LinkedEntry): JournalRow {
  const { run, seq, step, attempt, epoch, type, at, prevHash, hash } = entry;
  return { run, seq, step, attempt, epoch, type, at, prev_hash: prevHash, hash, text };
}

export function runRow({ state, tally }: KnownRun): Omit<RunRow, 'place'> {
  const summary = summarise(state, tally);
  return {
    id: summary.id,
    playbook: summary.playbook,
    version: summary.version,
    state: summary.state,
    is_past: summary.isPastPointOfNoReturn ? 1 : 0,
    concurrency_groups: JSON.stringify(summary.concurrencyGroups),
    started_at: summary.startedAt,
    started_by: summary.startedBy,
    changed_at: summary.changedAt,
    steps: JSON.stringify(summary.steps),
    head_seq: summary.head.seq,
    head_hash: summary.head.hash,
  };
}

export function summaryOf(row: Omit<RunRow, 'place'>): RunSummary {
  return {
    id: row.id,
    playbook: row.playbook,
    version: row.version,
    state: row.state as RunStateName,
    isPastPointOfNoReturn: row.is_past === 1,
    concurrencyGroups: JSON.parse(row.concurrency_groups) as readonly string[],
    startedAt: row.started_at,
    startedBy: row.started_by,
    changedAt: row.changed_at,
    steps: JSON.parse(row.steps) as StepTally,
    head: { seq: row.head_seq, hash: row.head_hash },
  };
}

export function leaseOfRow({ run, holder, epoch, until }: RunLeaseRow): Lease {
  return { run, holder, epoch, until };
}
