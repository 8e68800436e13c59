import { KnownError } from '../base/known-error.ts';
import type { JournalEntry } from '../model/run/journal-entry.ts';
import type { JournalProblem, Lease } from '../model/run/run-store.ts';

export function unknownRun(run: string): KnownError {
  return new KnownError('run.unknown', `No run is called "${run}".`, {
    hint: 'See what they are called with: lastpost run list',
    exitCode: 2,
  });
}

export function ambiguousRun(start: string, ids: readonly string[]): KnownError {
  return new KnownError('run.ambiguous', `The ids of several runs begin with "${start}", such as ${ids.join(', ')}.`, {
    hint: 'Give more letters of the one you mean.',
    exitCode: 2,
  });
}

export function runExists(run: string): KnownError {
  return new KnownError('run.exists', `This ledger already has a run "${run}".`, {
    hint: `Nothing was changed. Look at it with: lastpost run status ${run}`,
    exitCode: 2,
  });
}

/** @param now who holds the lease instead; null when nobody does, or its time is over */
export function leaseLost({ run, holder, epoch }: Lease, now: Lease | null): KnownError {
  const who = now === null ? 'its time is over' : `${now.holder} has taken over as number ${now.epoch}`;
  return new KnownError('run.lease-lost', `${holder} no longer carries on run ${run} as number ${epoch}: ${who}.`, {
    hint: `Nothing was written. See what has become of it with: lastpost run status ${run}`,
  });
}

const said: Readonly<Partial<Record<JournalEntry['type'], string>>> = {
  'step.intent': 'has been begun already',
  'step.outcome': 'has ended already',
  'compensation.intent': 'is being undone already',
  'compensation.outcome': 'has been undone already',
};

export function stepTaken({ run, step, attempt, type }: JournalEntry): KnownError {
  return new KnownError('run.step-taken', `Attempt ${attempt} at step "${step}" of run ${run} ${said[type]}.`, {
    hint: `Nothing was written. See what has become of it with: lastpost run status ${run}`,
  });
}

export function journalDamaged({ run, seq, message }: JournalProblem, cause?: unknown): KnownError {
  return new KnownError('run.journal-damaged', `The journal of run ${run} is damaged at entry ${seq}: ${message}`, {
    hint: 'Do nothing irreversible in this run. Put back a copy of the ledger from your backup, or restore the run from a journal that was exported.',
    cause,
  });
}
