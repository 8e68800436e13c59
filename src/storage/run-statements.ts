import type Database from 'better-sqlite3';
import type { JournalRow, RunLeaseRow, RunRow, RunTimerRow } from './tables.ts';

/** Where a journal ends, as its summary and as its last entry say it; the entry is null when there is none. */
export interface HeadRow {
  readonly head_seq: number;
  readonly head_hash: string;
  readonly last_seq: number | null;
  readonly last_hash: string | null;
}

export type LinkRow = readonly [seq: number, prevHash: string, hash: string, text: string];

/**
 * What an append says to SQLite, each statement prepared when it is first needed. They stand here as they are sent: an append
 * has the disk to wait for, and no time for an interface that makes them anew.
 */
export class RunStatements {
  readonly #database: Database.Database;
  readonly #prepared = new Map<string, Database.Statement<unknown[]>>();
  readonly #transaction: Database.Transaction<(work: () => unknown) => unknown>;

  constructor(database: Database.Database) {
    this.#database = database;
    this.#transaction = database.transaction((work: () => unknown) => work());
  }

  /** One transaction, on the disk when it returns; what `work` throws undoes it. It must not wait for anything. */
  write<T>(work: () => T): T {
    return this.#transaction.immediate(work) as T;
  }

  /** All that `work` reads is of one moment. */
  read<T>(work: () => T): T {
    return this.#transaction.deferred(work) as T;
  }

  heads(run: string): HeadRow | undefined {
    return this.#get<HeadRow>(
      `select head_seq, head_hash, journal.seq as last_seq, journal.hash as last_hash from runs
        left join journal on journal.run = runs.id and journal.seq = (select max(seq) from journal where run = runs.id)
        where runs.id = ?`,
      run,
    );
  }

  hasEntries(run: string): boolean {
    return this.#get('select 1 from journal where run = ? limit 1', run) !== undefined;
  }

  linksAfter(run: string, seq: number): IterableIterator<LinkRow> {
    const sql = 'select seq, prev_hash, hash, text from journal where run = ? and seq > ? order by seq';
    return this.#statement(sql).raw().iterate(run, seq) as IterableIterator<LinkRow>;
  }

  addEntry(row: JournalRow): void {
    const { run, seq, step, attempt, epoch, type, at, prev_hash, hash, text } = row;
    this.#run(
      `insert into journal (run, seq, step, attempt, epoch, type, at, prev_hash, hash, text)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[run, seq, step, attempt, epoch, type, at, prev_hash, hash, text],
    );
  }

  addSummary(row: Omit<RunRow, 'place'>): void {
    this.#run(
      `insert into runs (playbook, version, state, is_past, concurrency_groups, started_at, started_by, changed_at, steps,
        head_seq, head_hash, id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ...summaryValues(row),
    );
  }

  changeSummary(row: Omit<RunRow, 'place'>): void {
    const { started_at: _, started_by: __, ...changed } = row;
    const { playbook, version, state, is_past, concurrency_groups, changed_at, steps, head_seq, head_hash, id } =
      changed;
    this.#run(
      `update runs set playbook = ?, version = ?, state = ?, is_past = ?, concurrency_groups = ?, changed_at = ?, steps = ?,
        head_seq = ?, head_hash = ? where id = ?`,
      ...[playbook, version, state, is_past, concurrency_groups, changed_at, steps, head_seq, head_hash, id],
    );
  }

  addGroup(name: string, run: string): void {
    this.#run('insert into run_groups (name, run) values (?, ?)', name, run);
  }

  clearGroups(run: string): void {
    this.#run('delete from run_groups where run = ?', run);
  }

  addTimer({ run, step, timer, due_at, zone }: RunTimerRow): void {
    this.#run(
      'insert into run_timers (run, step, timer, due_at, zone) values (?, ?, ?, ?, ?)',
      ...[run, step, timer, due_at, zone],
    );
  }

  clearTimers(run: string, step: string): void {
    this.#run('delete from run_timers where run = ? and step = ?', run, step);
  }

  clearAllTimers(run: string): void {
    this.#run('delete from run_timers where run = ?', run);
  }

  lease(run: string): RunLeaseRow | undefined {
    return this.#get<RunLeaseRow>('select run, holder, epoch, since, until from run_leases where run = ?', run);
  }

  setLease({ run, holder, epoch, since, until }: RunLeaseRow): void {
    this.#run(
      `insert into run_leases (run, holder, epoch, since, until) values (?, ?, ?, ?, ?) on conflict (run) do update
        set holder = excluded.holder, epoch = excluded.epoch, since = excluded.since, until = excluded.until`,
      ...[run, holder, epoch, since, until],
    );
  }

  dropLease(run: string, holder: string, epoch: number): void {
    this.#run('delete from run_leases where run = ? and holder = ? and epoch = ?', run, holder, epoch);
  }

  #statement(sql: string): Database.Statement<unknown[]> {
    const known = this.#prepared.get(sql);
    if (known !== undefined) return known;
    const made = this.#database.prepare<unknown[]>(sql);
    this.#prepared.set(sql, made);
    return made;
  }

  #get<Row>(sql: string, ...values: readonly unknown[]): Row | undefined {
    return this.#statement(sql).get(...values) as Row | undefined;
  }

  #run(sql: string, ...values: readonly unknown[]): void {
    this.#statement(sql).run(...values);
  }
}

function summaryValues(row: Omit<RunRow, 'place'>): readonly unknown[] {
  const { playbook, version, state, is_past, concurrency_groups, started_at, started_by, changed_at, steps } = row;
  const { head_seq, head_hash, id } = row;
  return [
    ...[playbook, version, state, is_past, concurrency_groups, started_at, started_by, changed_at, steps],
    ...[head_seq, head_hash, id],
  ];
}
