import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openLedger } from '../../src/storage/ledger.ts';
import { snapshotOf } from '../contracts/snapshot-store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

async function opened() {
  const root = await temporaryFolder();
  const ledger = await openLedger({ root, file: join(root, 'ledger.db'), create: true });
  onTestFinished(() => ledger.close());
  await ledger.snapshots.add(snapshotOf({ id: 'aaaa1111' }));
  await ledger.snapshots.add(snapshotOf({ id: 'bbbb2222' }));
  return ledger;
}

const hold = { why: 'A case', by: 'anna', at: '2027-01-01T10:00:00.000Z' };
const now = '2027-01-02T10:00:00.000Z';

it('a snapshot that is being pruned is in no list any more, and can still be found', async () => {
  const { snapshots, retention } = await opened();
  expect(await retention.begin('aaaa1111', now)).toBe(true);
  expect(await retention.begin('aaaa1111', '2027-01-03T10:00:00.000Z')).toBe(true);
  expect((await snapshots.list()).map(({ id }) => id)).toEqual(['bbbb2222']);
  expect((await snapshots.list({ channel: 'blog', pruned: true })).map(({ id }) => id)).toEqual([
    'bbbb2222',
    'aaaa1111',
  ]);
  expect((await snapshots.find('aaaa1111'))?.id).toBe('aaaa1111');
  expect(await retention.prunedAt('aaaa1111')).toBe(now);
  expect(await retention.prunedAt('bbbb2222')).toBeUndefined();
  expect(await retention.unfinished()).toEqual(['aaaa1111']);
  await retention.finish('aaaa1111', now);
  expect(await retention.unfinished()).toEqual([]);
});

it('what is held by itself or with its channel cannot be begun', async () => {
  const { holds, retention } = await opened();
  const own = await holds.place({ ...hold, channel: 'blog', snapshot: 'aaaa1111' });
  expect(await retention.begin('aaaa1111', now)).toBe(false);
  expect(await retention.begin('bbbb2222', now)).toBe(true);
  await holds.release(own, { by: 'anna', at: now, why: 'Settled' });
  await holds.place({ ...hold, channel: 'blog', snapshot: null });
  expect(await retention.begin('aaaa1111', now)).toBe(false);
  expect(await retention.prunedAt('aaaa1111')).toBeUndefined();
});

it('a hold on another channel holds nothing here', async () => {
  const { holds, retention } = await opened();
  await holds.place({ ...hold, channel: 'x', snapshot: null });
  expect(await retention.begin('aaaa1111', now)).toBe(true);
});
