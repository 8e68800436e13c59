import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type {
  AfterClaim,
  ClaimRequest,
  EnteredSchedule,
  ScheduleStore,
} from '../../src/model/schedule/schedule-state.ts';
import { type Ledger, openLedger } from '../../src/storage/ledger.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const at = (minute: number): string => new Date(Date.UTC(2026, 0, 1, 12, minute)).toISOString();
const alive = () => false;

async function ledgerIn(dir: string): Promise<Ledger> {
  const ledger = await openLedger({ file: join(dir, 'ledger.db'), root: dir, create: true });
  onTestFinished(() => ledger.close());
  return ledger;
}

const newLedger = async (): Promise<Ledger> => ledgerIn(await temporaryFolder());

function schedule(id: string, dueAt: string, more: Partial<EnteredSchedule> = {}): EnteredSchedule {
  const channels = [{ channel: 'blog', slotAt: dueAt, dueAt }];
  return { id, timing: 't1', json: `{"id":"${id}"}`, channels, zone: 'UTC', ...more };
}

function asking(minute: number, more: Partial<ClaimRequest> = {}): ClaimRequest {
  const now = new Date(at(minute));
  return { until: at(minute), now, forMs: 120_000, holder: 'here/1/a', limit: 10, isGone: alive, ...more };
}

const next = (minute: number): AfterClaim => ({
  slotAt: at(minute),
  dueAt: at(minute),
  attempts: 0,
  failures: 0,
  missed: 0,
  last: { kind: 'complete', at: at(1), snapshot: 'abc', gaps: 0, code: null, message: null, hint: null },
  toldAt: null,
});

const names = async (store: ScheduleStore, request: ClaimRequest) =>
  (await store.claim(request)).map(({ state }) => state.schedule);

describe('claims', () => {
  it('are what is due and nothing else, in order, and each is given once', async () => {
    const { schedules } = await newLedger();
    await schedules.enter('d1', [schedule('late', at(9)), schedule('second', at(2)), schedule('first', at(1))]);
    expect(await names(schedules, asking(3))).toEqual(['first', 'second']);
    expect(await names(schedules, asking(3, { holder: 'here/2/b' }))).toEqual([]);
  });

  it('are settled by who has them alone, and the next time holds', async () => {
    const { schedules } = await newLedger();
    await schedules.enter('d1', [schedule('one', at(1))]);
    const [claim] = await schedules.claim(asking(1));
    if (claim === undefined) throw new Error('nothing was claimed');
    expect(await schedules.settle({ ...claim, holder: 'here/2/b' }, next(60), [])).toBe(false);
    expect(await schedules.settle(claim, next(60), [])).toBe(true);
    expect(await schedules.settle(claim, next(90), [])).toBe(false);
    const [state] = await schedules.states();
    expect(state).toMatchObject({ slotAt: at(60), claimedBy: null, last: { kind: 'complete', snapshot: 'abc' } });
  });

  it('go to the next who asks when their holder ended, their time ran out, or the clock was put back', async () => {
    for (const request of [
      asking(2, { isGone: (holder) => holder === 'here/1/a' }),
      asking(9),
      asking(-600, { until: at(2) }),
    ]) {
      const { schedules } = await newLedger();
      await schedules.enter('d1', [schedule('one', at(1))]);
      await schedules.claim(asking(1));
      expect(await names(schedules, asking(2, { holder: 'here/2/b' }))).toEqual([]);
      const [claim] = await schedules.claim({ ...request, holder: 'here/2/b' });
      expect(claim?.before).toEqual({ holder: 'here/1/a', at: at(1) });
    }
  });

  it('that are renewed stay, and are no longer ours once somebody else has them', async () => {
    const { schedules } = await newLedger();
    await schedules.enter('d1', [schedule('one', at(1))]);
    const [claim] = await schedules.claim(asking(1));
    if (claim === undefined) throw new Error('nothing was claimed');
    expect(await schedules.renewClaim(claim, new Date(at(2)), 120_000)).toBe(true);
    expect(await names(schedules, asking(3.5, { holder: 'here/2/b' }))).toEqual([]);
    expect(await names(schedules, asking(5, { holder: 'here/2/b' }))).toEqual(['one']);
    expect(await schedules.renewClaim(claim, new Date(at(5)), 120_000)).toBe(false);
  });
});

describe('entering what lastpost.yaml says', () => {
  it('keeps where a channel stands as long as its times are the same', async () => {
    const { schedules } = await newLedger();
    await schedules.enter('d1', [schedule('one', at(1))]);
    await schedules.enter('d2', [schedule('one', at(50), { json: '{"new":true}' })]);
    expect(await schedules.states()).toMatchObject([{ slotAt: at(1) }]);
    await schedules.enter('d3', [schedule('one', at(50), { timing: 't2' })]);
    expect(await schedules.states()).toMatchObject([{ slotAt: at(50) }]);
    expect(await schedules.enteredDigest()).toBe('d3');
  });

  it('takes away what is no longer there, and a claim on it notes nothing', async () => {
    const { schedules } = await newLedger();
    await schedules.enter('d1', [schedule('one', at(1)), schedule('two', at(1))]);
    const [claim] = await schedules.claim(asking(1, { limit: 1 }));
    await schedules.enter('d2', [schedule('two', at(1))]);
    if (claim === undefined) throw new Error('nothing was claimed');
    expect(await schedules.settle(claim, next(60), [])).toBe(false);
    expect((await schedules.states()).map((state) => state.schedule)).toEqual(['two']);
  });

  it('is put off where a time is missing because another process changed something', async () => {
    const { schedules } = await newLedger();
    const goesOn = schedule('one', at(1), { channels: [{ channel: 'blog', slotAt: '', dueAt: '' }] });
    await schedules.enter('d1', [goesOn]);
    expect([await schedules.enteredDigest(), await schedules.states()]).toEqual([null, []]);
  });
});

describe('the lease of a channel', () => {
  const request = (minute: number, holder: string, isGone = alive as (holder: string) => boolean) => ({
    channel: 'blog',
    holder,
    now: new Date(at(minute)),
    forMs: 120_000,
    isGone,
  });

  it('is held by one, and says who and since when', async () => {
    const { schedules } = await newLedger();
    const taken = await schedules.takeLease(request(1, 'here/1/a'));
    expect(taken).toMatchObject({ lease: { epoch: 1 } });
    expect(await schedules.takeLease(request(2, 'here/2/b'))).toMatchObject({
      heldBy: { holder: 'here/1/a', takenAt: at(1) },
    });
    if (!('lease' in taken)) throw new Error('it was not taken');
    await schedules.releaseLease(taken.lease);
    expect(await schedules.takeLease(request(2, 'here/2/b'))).toMatchObject({ lease: { epoch: 2 } });
  });

  it('is taken over after its end or the end of its holder, and then it is lost', async () => {
    const { schedules } = await newLedger();
    const taken = await schedules.takeLease(request(1, 'here/1/a'));
    if (!('lease' in taken)) throw new Error('it was not taken');
    expect(await schedules.renewLease(taken.lease, new Date(at(2)), 120_000)).toBeDefined();
    expect(await schedules.takeLease(request(3.5, 'here/2/b'))).toHaveProperty('heldBy');
    expect(await schedules.takeLease(request(3.6, 'here/2/b', () => true))).toMatchObject({ lease: { epoch: 2 } });
    expect(await schedules.renewLease(taken.lease, new Date(at(4)), 120_000)).toBeUndefined();
    // Who lost it takes it from nobody by giving it back.
    await schedules.releaseLease(taken.lease);
    expect(await schedules.takeLease(request(4, 'here/3/c'))).toHaveProperty('heldBy');
    expect(await schedules.takeLease(request(20, 'here/3/c'))).toMatchObject({ lease: { epoch: 3 } });
  });
});

describe('notices', () => {
  it('wait until they are sent, are given to one process at a time, and stay to be told of when they are given up', async () => {
    const { schedules } = await newLedger();
    await schedules.enter('d1', [schedule('one', at(1))]);
    const [claim] = await schedules.claim(asking(1));
    if (claim === undefined) throw new Error('nothing was claimed');
    const notice = { schedule: 'one', channel: 'blog', kind: 'failed', way: 'mail', json: '{}', madeAt: at(1) };
    await schedules.settle(claim, next(60), [notice, { ...notice, way: 'webhook' }]);
    const due = await schedules.dueNotices(at(2), at(7), 10);
    expect(due.map(({ way }) => way)).toEqual(['mail', 'webhook']);
    expect(await schedules.dueNotices(at(3), at(8), 10)).toEqual([]);
    await schedules.noticeSent(due[0]?.number ?? 0);
    await schedules.noticeFailed(due[1]?.number ?? 0, 'no answer', at(4));
    expect(await schedules.dueNotices(at(5), at(9), 10)).toMatchObject([{ attempts: 1, error: 'no answer' }]);
    await schedules.noticeFailed(due[1]?.number ?? 0, 'never', null);
    expect(await schedules.hasNotices(at(500))).toBe(false);
    expect(await schedules.notices()).toMatchObject([{ way: 'webhook', isGivenUp: true, error: 'never' }]);
  });
});
