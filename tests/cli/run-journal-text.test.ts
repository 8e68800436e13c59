import { describe, expect, it } from 'vitest';
import { describeEntry } from '../../src/cli/run-journal-text.ts';
import { plainStyle } from '../../src/cli/style.ts';
import type { JournalEntry, NewEntry } from '../../src/model/run/journal-entry.ts';

const zero = `sha256:${'0'.repeat(64)}` as const;
const machine = { person: null, host: 'desk', pid: 42 };

function line(entry: Pick<NewEntry, 'type' | 'body'> & Partial<NewEntry>): string {
  const whole = {
    run: '3f2a',
    seq: 7,
    step: null,
    attempt: null,
    epoch: 1,
    at: '2026-11-20T09:00:00.000Z',
    by: machine,
    prevHash: zero,
    hash: zero,
    ...entry,
  } as JournalEntry;
  return describeEntry(whole, plainStyle);
}

describe('an entry of a journal, on one line', () => {
  it('says who, when, about which step and what', () => {
    const by = { ...machine, person: 'jana' };
    const body = { reason: 'It is sound.' };
    expect(line({ type: 'run.resumed', body, by })).toBe('   7  2026-11-20 09:00 UTC  jana  run resumed: It is sound.');
    expect(line({ type: 'step.skipped', body, step: 'memo' })).toBe(
      '   7  2026-11-20 09:00 UTC  desk/42  memo: skipped: It is sound.',
    );
  });

  it('tells the go-ahead for what is irreversible from another beginning', () => {
    const body = {
      target: 'deactivate brandt',
      with: {},
      key: '3f2a/deactivate',
      isIrreversible: true,
      isByHand: true,
      approvals: [5],
      deadline: '2026-11-21T09:00:00.000Z',
      overridden: ['archive-complete'],
    };
    expect(line({ type: 'step.intent', body, step: 'deactivate', attempt: 2 })).toContain(
      'deactivate #2: released, irreversible, until 2026-11-21 09:00 UTC, with archive-complete overridden: deactivate brandt',
    );
    const machineBody = { ...body, isIrreversible: false, isByHand: false, deadline: null, overridden: [] };
    expect(line({ type: 'step.intent', body: machineBody, step: 'archive', attempt: 1 })).toContain(
      'archive: begins: deactivate brandt',
    );
  });

  it('names for whom an approval was given, and what made one void', () => {
    const approval = { digest: zero, bound: {}, roles: ['legal'], insteadOf: 'max', comment: null, signature: null };
    expect(line({ type: 'approval.given', body: approval, step: 'signoff' })).toMatch(
      /signoff: approved as legal instead of max$/,
    );
    const voided = { approvals: [4], was: zero, is: zero, changed: ['verified.manifest_sha256'] };
    expect(line({ type: 'approval.voided', body: voided, step: 'signoff' })).toMatch(
      /approvals void, as this changed: verified\.manifest_sha256$/,
    );
  });

  it('stays one line, whatever somebody wrote', () => {
    expect(line({ type: 'run.paused', body: { reason: 'one\ntwo\u001b[2Jthree\r' } })).toMatch(
      / run paused: one two \[2Jthree$/,
    );
  });
});
