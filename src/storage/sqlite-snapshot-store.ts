import type { Kysely } from 'kysely';
import type { Sha256 } from '../base/digest.ts';
import { KnownError } from '../base/known-error.ts';
import type { Snapshot, SnapshotState } from '../model/snapshot.ts';
import type { SnapshotStore } from '../model/snapshot-store.ts';
import { withLedgerErrors } from './ledger-errors.ts';
import { fromStoredPath, toStoredPath } from './stored-path.ts';
import type { LedgerTables, SnapshotRow } from './tables.ts';

function toRow(root: string, snapshot: Snapshot): SnapshotRow {
  const { startedAt, finishedAt, signed, file, storedBytes, form, ...same } = snapshot;
  return {
    ...same,
    file: toStoredPath(root, file),
    signed: signed ? 1 : 0,
    started_at: startedAt,
    finished_at: finishedAt,
    stored_bytes: storedBytes ?? null,
    form: form ?? 'whole',
  };
}

function fromRow(root: string, row: SnapshotRow): Snapshot {
  const { started_at, finished_at, signed, file, state, sha256, stored_bytes, form, ...same } = row;
  return {
    ...same,
    file: fromStoredPath(root, file),
    state: state as SnapshotState,
    sha256: sha256 as Sha256,
    signed: signed === 1,
    startedAt: started_at,
    finishedAt: finished_at,
    ...(stored_bytes === null ? {} : { storedBytes: stored_bytes }),
    ...(form === 'delta' ? { form } : {}),
  };
}

function sameRow(a: SnapshotRow, b: SnapshotRow): boolean {
  return Object.entries(a).every(([key, value]) => b[key as keyof SnapshotRow] === value);
}

function conflict(id: string): KnownError {
  return new KnownError('ledger.conflict', `The ledger has another snapshot with the id ${id}.`, {
    hint: 'Nothing was changed. This should not happen: please report it.',
  });
}

/**
 * Snapshots in SQLite. Entering the same snapshot again changes nothing; another one under its id is `ledger.conflict`.
 * `root` is the folder that stored paths are relative to.
 */
export function sqliteSnapshotStore(db: Kysely<LedgerTables>, file: string, root: string): SnapshotStore {
  const findRow = (id: string) => db.selectFrom('snapshots').selectAll().where('id', '=', id).executeTakeFirst();
  return {
    add: (snapshot) =>
      withLedgerErrors(file, async () => {
        const row = toRow(root, snapshot);
        const { numInsertedOrUpdatedRows } = await db
          .insertInto('snapshots')
          .values(row)
          .onConflict((on) => on.column('id').doNothing())
          .executeTakeFirst();
        if (numInsertedOrUpdatedRows === 1n) return;
        const present = await findRow(snapshot.id);
        if (present === undefined || !sameRow(row, present)) throw conflict(snapshot.id);
      }),
    list: (filter) =>
      withLedgerErrors(file, async () => {
        const all = db.selectFrom('snapshots').selectAll().orderBy('started_at', 'desc').orderBy('id', 'desc');
        const there = filter?.pruned ? all : all.where('id', 'not in', db.selectFrom('prunings').select('snapshot'));
        const wanted = filter?.channel === undefined ? there : there.where('channel', '=', filter.channel);
        return (await wanted.execute()).map((row) => fromRow(root, row));
      }),
    restate: (id, { file: stored, storedBytes, form }) =>
      withLedgerErrors(file, async () => {
        const before = await findRow(id);
        if (before === undefined) throw conflict(id);
        const stored_bytes = storedBytes === before.bytes ? null : storedBytes;
        const set = { file: toStoredPath(root, stored), stored_bytes, form: form ?? 'whole' };
        await db.updateTable('snapshots').set(set).where('id', '=', id).execute();
        return fromRow(root, { ...before, ...set });
      }),
    find: (id) =>
      withLedgerErrors(file, async () => {
        const row = await findRow(id);
        return row === undefined ? undefined : fromRow(root, row);
      }),
  };
}
