import type Database from 'better-sqlite3';
import type { JournalRow, RunLeaseRow, RunRow, RunStateRow, RunTimerRow } from './tables.ts';

/** Where a journal ends, as its summary says it. */
export interface HeadRow {
  readonly head_seq: number;
  readonly head_hash: string;
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

  head(run: string): HeadRow | undefined {
    return this.#get<HeadRow>('select head_seq, head_hash from runs where id = ?', run);
  }

  /** Undefined when there is no entry at all. */
  last(run: string): { readonly seq: number; readonly hash: string } | undefined {
    return this.#get('select seq, hash from journal where run = ? order by seq desc limit 1', run);
  }

  hashAt(run: string, seq: number): string | undefined {
    return this.#get<{ hash: string }>('select hash from journal where run = ? and seq = ?', run, seq)?.hash;
  }

  linkAt(run: string, seq: number): LinkRow | undefined {
    const sql = 'select seq, prev_hash, hash, text from journal where run = ? and seq = ?';
    return this.#statement(sql).raw().get(run, seq) as LinkRow | undefined;
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
    const { state, is_past, changed_at, steps, head_seq, head_hash, id } = row;
    this.#run(
      `update runs set state = ?, is_past = ?, changed_at = ?, steps = ?, head_seq = ?, head_hash = ? where id = ?`,
      ...[state, is_past, changed_at, steps, head_seq, head_hash, id],
    );
  }

  /** What an amended plan may have in another way. */
  changePlan({ playbook, version, concurrency_groups, id }: Omit<RunRow, 'place'>): void {
    this.#run(
      'update runs set playbook = ?, version = ?, concurrency_groups = ? where id = ?',
      ...[playbook, version, concurrency_groups, id],
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

  dropTimer({ run, step, timer, due_at }: RunTimerRow): void {
    this.#run(
      'delete from run_timers where due_at = ? and run = ? and step = ? and timer = ?',
      ...[due_at, run, step, timer],
    );
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

  state(run: string): RunStateRow | undefined {
    return this.#get('select run, seq, hash, plan_seq, fold, digest, json from run_states where run = ?', run);
  }

  setState({ run, seq, hash, plan_seq, fold, digest, json }: RunStateRow): void {
    this.#run('delete from run_states where run = ?', run);
    this.#run(
      'insert into run_states (run, seq, hash, plan_seq, fold, digest, json) values (?, ?, ?, ?, ?, ?, ?)',
      ...[run, seq, hash, plan_seq, fold, digest, json],
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
