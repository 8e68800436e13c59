import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { RunStore } from '../../src/model/run/run-store.ts';
import { openLedger } from '../../src/storage/ledger.ts';
import { migrateLedger } from '../../src/storage/migrate.ts';
import { sqliteRunStore } from '../../src/storage/sqlite-run-store.ts';
import type { LedgerTables } from '../../src/storage/tables.ts';
import { all, asPerson, MINUTE_MS, noon, oneByOne } from '../contracts/opened-runs.ts';
import { entryOf, intentOf, outcomeOf, planOf, startOf } from '../support/made-plan.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const full = { code: 'ledger.disk', message: expect.stringContaining('the disk is full or failing') };

/** A note so long that it does not fit into what a page has left. */
const long = entryOf('person.told', { about: 'a'.repeat(20_000) });

/** Appends until there is no room left, and gives the number of the last entry that was acknowledged. */
async function fill(store: RunStore): Promise<number> {
  for (let head = 0; ; ) {
    try {
      head = (await store.append('r1', asPerson, () => [long, long])).head.seq;
    } catch (error) {
      expect(error).toMatchObject(full);
      return head;
    }
  }
}

/** What was acknowledged is there and nothing else; the state is that of before. */
async function expectWhole(store: RunStore, last: number): Promise<void> {
  expect((await store.load('r1')).head.seq).toBe(last);
  expect(await all(store.entries('r1'))).toHaveLength(last);
  expect(await store.verify('r1')).toMatchObject({ ok: true, entries: last });
  expect(await store.list()).toMatchObject([{ id: 'r1', head: { seq: last } }]);
}

/** A ledger that can be told how many pages it may have. */
async function limitedLedger() {
  const file = join(await temporaryFolder(), 'ledger.db');
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  const db = new Kysely<LedgerTables>({ dialect: new SqliteDialect({ database }) });
  onTestFinished(() => db.destroy());
  await migrateLedger(db, file);
  const pages = () => Number(database.pragma('page_count', { simple: true }));
  return {
    store: sqliteRunStore(db, database, file),
    allow: (more: number) => database.pragma(`max_page_count = ${pages() + more}`),
  };
}

describe('a journal without room to grow', () => {
  it('has all that was acknowledged and no half of anything, and goes on when there is room', async () => {
    const { store, allow } = await limitedLedger();
    await store.create('r1', startOf(planOf('archive', 'memo')));
    allow(60);
    const last = await fill(store);
    expect(last).toBeGreaterThan(1);
    allow(0);
    const intents = () => [intentOf('archive'), long];
    await expect(store.append('r1', asPerson, intents)).rejects.toMatchObject(full);
    await expectWhole(store, last);
    expect((await store.load('r1')).steps.get('archive')?.state).toBe('pending');
    allow(100);
    const state = await store.append('r1', asPerson, () => [intentOf('archive'), outcomeOf('archive'), long]);
    expect(state.steps.get('archive')?.state).toBe('succeeded');
    await expectWhole(store, last + 3);
  });

  it('is as it was, whichever page there is no room for', async () => {
    const { store, allow } = await limitedLedger();
    await store.create(
      'r1',
      startOf(planOf(...Array.from({ length: 40 }, (_, place) => ({ id: `s${place}`, needs: [] })))),
    );
    let last = 1;
    let refused = 0;
    for (let pages = 0; pages < 40; pages += 1) {
      allow(pages);
      const step = `s${pages}`;
      const timer = entryOf('timer.set', {}, { step });
      try {
        last = (await store.append('r1', asPerson, () => [timer, intentOf(step), long, long, outcomeOf(step)])).head
          .seq;
      } catch (error) {
        expect(error).toMatchObject(full);
        refused += 1;
      }
      await expectWhole(store, last);
    }
    expect(refused).toBeGreaterThan(5);
    expect(last).toBeGreaterThan(1);
    expect((await store.load('r1')).steps.get('s0')?.timers).toEqual([]);
    expect(await store.nextTimer()).toBeNull();
  });

  it('begins no run, takes no lease and restores nothing by halves', async () => {
    const { store, allow } = await limitedLedger();
    await store.create('r1', startOf(planOf('archive')));
    allow(40);
    const last = await fill(store);
    allow(0);
    const big = startOf(planOf(...Array.from({ length: 50 }, (_, place) => `s${place}`)));
    await expect(store.create('r2', big)).rejects.toMatchObject(full);
    const taken = entryOf('lease.taken', { before: 'a'.repeat(20_000) });
    await expect(store.takeLease('r1', 'host/1/a', noon, MINUTE_MS, taken)).rejects.toMatchObject(full);
    expect(await store.leaseOf('r1', noon)).toBeUndefined();
    await expectWhole(store, last);
    const other = await limitedLedger();
    other.allow(20);
    await expect(other.store.restoreRun(store.entries('r1'))).rejects.toMatchObject(full);
    expect(await other.store.list()).toEqual([]);
    await expect(other.store.load('r1')).rejects.toMatchObject({ code: 'run.unknown' });
    allow(100);
    other.allow(1000);
    expect(await store.takeLease('r1', 'host/1/a', noon, MINUTE_MS, taken)).toMatchObject({ epoch: 1 });
    expect((await other.store.restoreRun(oneByOne(await all(store.entries('r1'))))).head.seq).toBe(last + 1);
  });

  it.skipIf(!canMount())('outlives a file system that is full', async () => {
    const root = await smallDisk(2);
    const ballast = join(root, 'ballast');
    await writeFile(ballast, Buffer.alloc(700_000));
    const ledger = await openLedger({ file: join(root, 'ledger.db'), root, create: true });
    onTestFinished(() => ledger.close());
    const { runs } = ledger;
    await runs.create('r1', startOf(planOf('archive')));
    const last = await fill(runs);
    expect(last).toBeGreaterThan(1);
    await expectWhole(runs, last);
    await rm(ballast);
    expect((await runs.append('r1', asPerson, () => [intentOf('archive'), long])).head.seq).toBe(last + 2);
    await expectWhole(runs, last + 2);
  });
});

function canMount(): boolean {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'lastpost-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder], { stdio: 'ignore' });
    execFileSync('umount', [folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A file system of its own with so many megabytes. */
async function smallDisk(megabytes: number): Promise<string> {
  const folder = await temporaryFolder();
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
  onTestFinished(() => void execFileSync('umount', ['-l', folder]));
  return folder;
}
