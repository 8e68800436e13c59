import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { RunStore } from '../../src/model/run/run-store.ts';
import { checkLedger } from '../../src/storage/check-ledger.ts';
import { openLedger } from '../../src/storage/ledger.ts';
import { all, asPerson, oneByOne } from '../contracts/opened-runs.ts';
import { entryOf, intentOf, outcomeOf, planOf, startOf } from '../support/made-plan.ts';
import { finished } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

async function opened(file: string, root: string): Promise<RunStore> {
  const ledger = await openLedger({ file, root, create: true });
  onTestFinished(() => ledger.close());
  return ledger.runs;
}

/** A ledger with a run of four entries, and a second run beside it. */
async function newRuns() {
  const root = await temporaryFolder();
  const file = join(root, 'ledger.db');
  const store = await opened(file, root);
  await store.create('r1', startOf(planOf('archive', 'memo')));
  await store.create('r2', startOf(planOf('archive')));
  await store.append('r1', asPerson, () => [intentOf('archive'), outcomeOf('archive')]);
  await store.append('r1', asPerson, () => [intentOf('memo')]);
  return { file, store, anew: () => opened(file, root) };
}

const triggers = ['journal_stays', 'journal_keeps', 'journal_goes_on'];

/** Does what no program should, with the guards taken away. */
function harm(file: string, sql: string): void {
  const database = new Database(file);
  database.pragma('foreign_keys = OFF');
  for (const name of triggers) database.exec(`drop trigger ${name}`);
  expect(database.prepare(sql).run().changes).toBeGreaterThan(0);
  database.close();
}

const head = (seq: number) => `(select hash from journal where run = 'r1' and seq = ${seq})`;
const at = (seq: number) => `where run = 'r1' and seq = ${seq}`;

interface Damage {
  readonly name: string;
  readonly sql: string;
  /** The first entry that is not as it was written. */
  readonly seq: number;
  readonly message: string;
}

/** Those that a state could come of which is not that of the run. */
const damages: readonly Damage[] = [
  {
    name: 'a flipped bit in a text',
    sql: `update journal set text = replace(text, 'do archive', 'do arbhive') ${at(2)}`,
    seq: 2,
    message: 'Its text is not what its hash says.',
  },
  {
    name: 'a flipped bit in the plan',
    sql: `update journal set text = replace(text, 'leave-x', 'leave-y') ${at(1)}`,
    seq: 1,
    message: 'Its text is not what its hash says.',
  },
  {
    name: 'a text that ends in the middle',
    sql: `update journal set text = substr(text, 1, 50) ${at(3)}`,
    seq: 3,
    message: 'Its text is not what its hash says.',
  },
  {
    name: 'a flipped bit in a hash',
    sql: `update journal set hash = replace(hash, substr(hash, 30, 4), 'beef') ${at(3)}`,
    seq: 3,
    message: 'Its text is not what its hash says.',
  },
  {
    name: 'a flipped bit in the hash of the entry before',
    sql: `update journal set prev_hash = replace(prev_hash, substr(prev_hash, 30, 4), 'beef') ${at(3)}`,
    seq: 3,
    message: 'It does not follow the entry before it.',
  },
  {
    name: 'an entry that was taken out',
    sql: `delete from journal ${at(2)}`,
    seq: 2,
    message: 'It is missing; the next one is entry 3.',
  },
  {
    name: 'a tail that was cut off',
    sql: `delete from journal where run = 'r1' and seq > 2`,
    seq: 3,
    message: 'It is missing, with all that followed up to entry 4.',
  },
  {
    name: 'a journal that is gone',
    sql: `delete from journal where run = 'r1'`,
    seq: 1,
    message: 'It is missing, with all that followed up to entry 4.',
  },
  {
    name: 'an entry that came by another way',
    sql: `update runs set head_seq = 3, head_hash = ${head(3)} where id = 'r1'`,
    seq: 4,
    message: 'The summary of the run does not know it.',
  },
  {
    name: 'a last entry that is another one, though its chain is whole',
    sql: `update runs set head_hash = ${head(3)} where id = 'r1'`,
    seq: 4,
    message: 'It is not the entry that the summary of the run names as its last.',
  },
];

/** Those that leave the state as it is. */
const besides: readonly Damage[] = [
  ['step', "'archive'", 4, 'memo'],
  ['attempt', '2', 4, '1'],
  ['epoch', '7', 3, '0'],
  ['type', "'step.skipped'", 3, 'step.outcome'],
  ['at', "'2026-11-27T15:00:00.000Z'", 1, '2026-11-26T15:00:00.000Z'],
].map(([column, value, seq, says]) => ({
  name: `a flipped bit in the column ${column}`,
  // Attempt 1 at the archive is taken, and attempt 2 is not.
  sql: `update journal set ${column} = ${value}${column === 'step' ? ', attempt = 2' : ''} ${at(Number(seq))}`,
  seq: Number(seq),
  message: `Its column "${column}" says ${String(value).replaceAll("'", '')}, and its text ${says}.`,
}));

describe('a damaged journal', () => {
  it('is none as long as nobody harms it', async () => {
    const { file, store } = await newRuns();
    expect(await store.verify('r1')).toMatchObject({ ok: true, entries: 4, problem: null });
    expect((await checkLedger(file)).damages).toEqual([]);
  });

  for (const { name, sql, seq, message } of damages) {
    it(`is found, and its run stands still: ${name}`, async () => {
      const { file, store, anew } = await newRuns();
      const whole = await all(store.entries('r1'));
      harm(file, sql);
      const good = whole[seq - 2];
      expect(await store.verify('r1')).toMatchObject({
        ok: false,
        head: good === undefined ? null : { seq: good.seq, hash: good.hash },
        problem: { run: 'r1', seq, message },
      });
      const damaged = {
        code: 'run.journal-damaged',
        message: `The journal of run r1 is damaged at entry ${seq}: ${message}`,
      };
      const others = await anew();
      await expect(others.load('r1')).rejects.toMatchObject(damaged);
      await expect(others.append('r1', asPerson, () => [outcomeOf('memo')])).rejects.toMatchObject(damaged);
      await expect(all(others.entries('r1'))).rejects.toMatchObject(damaged);
      expect((await checkLedger(file)).damages).toEqual([damaged.message]);
      expect(await others.verify('r2')).toMatchObject({ ok: true });
      expect((await others.append('r2', asPerson, () => [intentOf('archive')])).head.seq).toBe(2);
    });
  }

  for (const { name, sql, seq, message } of besides) {
    it(`is found when it is verified: ${name}`, async () => {
      const { file, store } = await newRuns();
      harm(file, sql);
      expect(await store.verify('r1')).toMatchObject({
        ok: false,
        head: seq === 1 ? null : { seq: seq - 1 },
        problem: { seq, message },
      });
    });
  }

  it('is found when its run is gone from the list', async () => {
    const { file, store } = await newRuns();
    harm(file, "delete from runs where id = 'r1'");
    expect(await store.verify('r1')).toMatchObject({
      ok: false,
      entries: 4,
      head: { seq: 4 },
      problem: { seq: 5, message: 'The summary of the run is missing, which tells its last entry.' },
    });
    expect((await checkLedger(file)).damages).toEqual(['The summary of run r1 is missing; its journal is there.']);
    await expect(store.load('r1')).rejects.toMatchObject({ code: 'run.unknown' });
    await expect(store.create('r1', startOf(planOf('archive')))).rejects.toMatchObject({ code: 'run.exists' });
    expect(await all(store.entries('r1'))).toHaveLength(4);
  });

  it('is found when the list tells another beginning', async () => {
    const { file, store } = await newRuns();
    harm(file, "update runs set started_by = 'nobody' where id = 'r1'");
    expect(await store.verify('r1')).toMatchObject({
      ok: false,
      head: { seq: 4 },
      problem: { seq: 5, message: 'The summary says that nobody began the run, and its journal mara.' },
    });
  });

  it('is not appended to by a process that knew it whole, when its tail is cut off', async () => {
    const { file, store } = await newRuns();
    harm(file, `delete from journal ${at(4)}`);
    await expect(store.append('r1', asPerson, () => [outcomeOf('memo')])).rejects.toMatchObject({
      code: 'run.journal-damaged',
      message: expect.stringContaining('at entry 4'),
    });
    await expect(store.load('r1')).rejects.toMatchObject({ code: 'run.journal-damaged' });
  });

  it('gives its entries up to the damage, and the run comes back from them in another ledger', async () => {
    const { file, store } = await newRuns();
    const exported = await all(store.entries('r1'));
    harm(file, `update journal set text = replace(text, 'do memo', 'do mumo') ${at(4)}`);
    const good: unknown[] = [];
    const reading = (async () => {
      for await (const entry of store.entries('r1')) good.push(entry);
    })();
    await expect(reading).rejects.toMatchObject({ code: 'run.journal-damaged' });
    expect(good).toEqual(exported.slice(0, 3));
    const root = await temporaryFolder();
    const other = await opened(join(root, 'ledger.db'), root);
    const restored = await other.restoreRun(oneByOne(JSON.parse(JSON.stringify(exported)) as typeof exported));
    expect(restored.steps.get('memo')?.state).toBe('running');
    expect(await other.verify('r1')).toMatchObject({ ok: true, entries: 4 });
    expect((await other.append('r1', asPerson, () => [outcomeOf('memo')])).head.seq).toBe(5);
  });
});

describe('the journal', () => {
  it('is only ever added to, also by other programs', async () => {
    const { file } = await newRuns();
    const database = new Database(file);
    onTestFinished(() => void database.close());
    const copy = (of: number, seq: number) =>
      `insert or replace into journal select run, ${seq}, step, attempt, epoch, type, at, prev_hash, hash, text
        from journal ${at(of)}`;
    for (const [sql, message] of [
      [`update journal set text = text ${at(2)}`, 'A journal is only ever added to.'],
      [`delete from journal ${at(4)}`, 'A journal is only ever added to.'],
      ['delete from journal', 'A journal is only ever added to.'],
      [copy(1, 2), 'An entry of a journal comes after the last one.'],
      [copy(1, 6), 'An entry of a journal comes after the last one.'],
      [copy(2, 5), 'This attempt at the step has it already.'],
    ] as const) {
      expect(() => database.exec(sql), sql).toThrow(message);
    }
    expect(database.prepare('select count(*) as count from journal').get()).toEqual({ count: 5 });
  });

  it('says of an intent and an outcome which attempt at which step it is', async () => {
    const { store } = await newRuns();
    for (const about of [{ step: 'memo' }, { attempt: 1 }, { step: 'memo', attempt: 0 }]) {
      const entry = entryOf('step.intent', {}, about);
      await expect(store.append('r1', asPerson, () => [entry])).rejects.toThrow('journal_attempts');
    }
  });
});

describe('a ledger of a newer Lastpost', () => {
  it('is refused, and not a byte of it is changed, also when its process was killed', async () => {
    const root = await temporaryFolder();
    const file = join(root, 'ledger.db');
    await (await openLedger({ file, root, create: true })).close();
    const script = `
      import Database from 'better-sqlite3';
      const database = new Database(${JSON.stringify(file)});
      database.pragma('journal_mode = WAL');
      database.exec("insert into migrations values (99, 'from-the-future')");
      process.kill(process.pid, 'SIGKILL');
    `;
    expect(await finished(spawn(process.execPath, ['--input-type=module', '-e', script]))).toMatchObject({
      signal: 'SIGKILL',
    });
    const before = [await readFile(file), await readFile(`${file}-wal`)];
    await expect(openLedger({ file, root })).rejects.toMatchObject({ code: 'ledger.newer' });
    await expect(checkLedger(file)).rejects.toMatchObject({ code: 'ledger.newer' });
    expect(Buffer.concat(before).equals(Buffer.concat([await readFile(file), await readFile(`${file}-wal`)]))).toBe(
      true,
    );
  });

  for (const mode of ['wal', 'delete']) {
    it(`is refused, and not a byte of it is changed (journal mode ${mode})`, async () => {
      const root = await temporaryFolder();
      const file = join(root, 'ledger.db');
      const ledger = await openLedger({ file, root, create: true });
      await ledger.runs.create('r1', startOf(planOf('archive')));
      await ledger.close();
      const database = new Database(file);
      database.pragma(`journal_mode = ${mode}`);
      database.exec("insert into migrations values (99, 'from-the-future')");
      database.close();
      const before = await readFile(file);
      await expect(openLedger({ file, root })).rejects.toMatchObject({ code: 'ledger.newer' });
      await expect(checkLedger(file)).rejects.toMatchObject({ code: 'ledger.newer' });
      expect(before.equals(await readFile(file))).toBe(true);
    });
  }
});
