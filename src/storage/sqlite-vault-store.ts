import type { Kysely } from 'kysely';
import type { Sha256 } from '../base/digest.ts';
import { KnownError } from '../base/known-error.ts';
import { readEntry, type WrittenEntry } from '../model/vault-chain.ts';
import type { Arrival, ArrivalState, KeptEntry, MadeFile, VaultStore } from '../model/vault-store.ts';
import { inTransaction } from './in-transaction.ts';
import { withLedgerErrors } from './ledger-errors.ts';
import { fromStoredPath, toStoredPath } from './stored-path.ts';
import type { LedgerTables, VaultArrivalRow, VaultEntryRow } from './tables.ts';

type Db = Kysely<LedgerTables>;

/** What is on its way into the vault, and the chain of what came in. `root` is the folder that stored paths are relative to. */
export function sqliteVaultStore(db: Db, file: string, root: string): VaultStore {
  const guarded = <T>(work: () => Promise<T>): Promise<T> => withLedgerErrors(file, work);
  return {
    begin: (arrival, names) => guarded(() => inTransaction(db, (inside) => begin(inside, root, arrival, names))),
    made: (id, made) => guarded(() => inTransaction(db, (inside) => noteMade(inside, root, id, made))),
    advance: (id, state) =>
      guarded(async () => {
        const before: readonly ArrivalState[] = state === 'stored' ? ['begun', 'made'] : ['begun', 'made', 'stored'];
        await db
          .updateTable('vault_arrivals')
          .set({ state })
          .where('id', '=', id)
          .where('state', 'in', before)
          .execute();
      }),
    finish: (id) =>
      guarded(async () => {
        await db.deleteFrom('vault_arrivals').where('id', '=', id).execute();
      }),
    arrivals: (channel) =>
      guarded(async () => {
        const all = db.selectFrom('vault_arrivals').selectAll().orderBy('started_at').orderBy('id');
        const rows = await (channel === undefined ? all : all.where('channel', '=', channel)).execute();
        return rows.map((row) => arrivalOf(root, row));
      }),
    channels: () =>
      guarded(async () => {
        const rows = await db.selectFrom('vault_entries').select('channel').distinct().orderBy('channel').execute();
        return rows.map(({ channel }) => channel);
      }),
    append: (facts, write) =>
      guarded(() =>
        inTransaction(db, async (inside) => {
          const { channel, kind, name } = facts;
          if (await findEntry(inside, { channel, kind, name })) return;
          const last = await lastEntry(inside, channel);
          await insertEntry(inside, write(last && { seq: last.seq, digest: last.digest as Sha256 }), false);
        }),
      ),
    entries: (channel) =>
      guarded(async () => {
        const rows = await db
          .selectFrom('vault_entries')
          .selectAll()
          .where('channel', '=', channel)
          .orderBy('seq')
          .execute();
        return rows.map(entryOf);
      }),
    marked: (channel, seq, what) =>
      guarded(async () => {
        const set = what === 'put' ? { is_put: 1 } : { is_timestamped: 1 };
        await db.updateTable('vault_entries').set(set).where('channel', '=', channel).where('seq', '=', seq).execute();
      }),
    adopt: (written) => guarded(() => inTransaction(db, (inside) => adopt(inside, written))),
  };
}

async function begin(
  db: Db,
  root: string,
  { snapshot, completeness }: Pick<Arrival, 'snapshot' | 'completeness'>,
  names: Iterable<string>,
): Promise<Arrival> {
  const { id, channel, startedAt, file } = snapshot;
  const known = await db.selectFrom('vault_arrivals').selectAll().where('id', '=', id).executeTakeFirst();
  if (known !== undefined) return arrivalOf(root, known);
  for (const name of names) {
    const arriving = db
      .selectFrom('vault_arrivals')
      .select('id')
      .where('channel', '=', channel)
      .where('name', '=', name);
    if (await arriving.executeTakeFirst()) continue;
    if (await findEntry(db, { channel, kind: 'snapshot', name })) continue;
    const row: VaultArrivalRow = {
      ...{ id, channel, name, state: 'begun', made: null, started_at: startedAt, file: toStoredPath(root, file) },
      json: JSON.stringify({ snapshot, completeness }),
    };
    await db.insertInto('vault_arrivals').values(row).execute();
    return arrivalOf(root, row);
  }
  throw new TypeError('There was no free name for the snapshot.');
}

async function noteMade(db: Db, root: string, id: string, made: MadeFile): Promise<MadeFile> {
  const row = await db.selectFrom('vault_arrivals').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) return made;
  const kept = arrivalOf(root, row).made;
  if (kept !== null) return kept;
  const json = JSON.stringify({ ...made, path: toStoredPath(root, made.path) });
  await db.updateTable('vault_arrivals').set({ made: json, state: 'made' }).where('id', '=', id).execute();
  return made;
}

function arrivalOf(root: string, { name, state, file, json, made }: VaultArrivalRow): Arrival {
  const { snapshot, completeness } = JSON.parse(json) as Pick<Arrival, 'snapshot' | 'completeness'>;
  const kept = made === null ? null : (JSON.parse(made) as MadeFile);
  return {
    snapshot: { ...snapshot, file: fromStoredPath(root, file) },
    completeness,
    name,
    state: state as ArrivalState,
    made: kept && { ...kept, path: fromStoredPath(root, kept.path) },
  };
}

function findEntry(db: Db, { channel, kind, name }: Pick<VaultEntryRow, 'channel' | 'kind' | 'name'>) {
  return db
    .selectFrom('vault_entries')
    .select('seq')
    .where('channel', '=', channel)
    .where('kind', '=', kind)
    .where('name', '=', name)
    .executeTakeFirst();
}

function lastEntry(db: Db, channel: string): Promise<VaultEntryRow | undefined> {
  const all = db.selectFrom('vault_entries').selectAll().where('channel', '=', channel);
  return all.orderBy('seq', 'desc').limit(1).executeTakeFirst();
}

async function insertEntry(db: Db, { entry, text, digest }: WrittenEntry, isPut: boolean): Promise<void> {
  const { channel, seq, kind, name } = entry;
  await db
    .insertInto('vault_entries')
    .values({ channel, seq, kind, name, digest, text, is_put: isPut ? 1 : 0, is_timestamped: 0 })
    .execute();
}

async function adopt(db: Db, written: WrittenEntry): Promise<void> {
  const { channel, seq } = written.entry;
  const known = db.selectFrom('vault_entries').select('digest').where('channel', '=', channel).where('seq', '=', seq);
  const row = await known.executeTakeFirst();
  if (row === undefined) return insertEntry(db, written, true);
  if (row.digest === written.digest) return;
  throw new KnownError(
    'vault.other-history',
    `Entry ${seq} of ${channel} in the vault is another than the ledger has.`,
    {
      hint: 'Two workspaces may have used one vault. Restore into a new, empty folder with --to DIR.',
    },
  );
}

function entryOf({ text, digest, is_put, is_timestamped, channel, seq }: VaultEntryRow): KeptEntry {
  const written = readEntry(text);
  if (written === undefined || written.digest !== digest) {
    throw new KnownError('ledger.corrupt', `Entry ${seq} of the chain of ${channel} is damaged in the ledger.`, {
      hint: 'The vault has the same entry as a file: restore the ledger with "lastpost vault restore".',
    });
  }
  return { ...written, isPut: is_put === 1, isTimestamped: is_timestamped === 1 };
}
