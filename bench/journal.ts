/**
 * What the journal of runs costs: appends of one entry a commit beside plain inserts of the same bytes in the same run, with
 * the same pragmas, in turn; the list of 10,000 runs; the state of a run of 10,000 steps; and the start after a kill.
 *
 *   npx tsx bench/journal.ts [APPENDS] [ROUNDS]
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { entryText } from '../src/model/run/entry-hash.ts';
import type { NewEntry } from '../src/model/run/journal-entry.ts';
import { type Ledger, openLedger } from '../src/storage/ledger.ts';
import { entryOf, intentOf, outcomeOf, planOf, startOf } from '../tests/support/made-plan.ts';
import { paired, range, row, secondsOf } from './support/paired.ts';

const STEPS = 10_000;
const RUNS = 10_000;
const asPerson = { person: true } as const;

/** Attempts at steps of a run of `count` entries, each step with an intent, a timer or evidence, and an outcome. */
function entriesOf(count: number, between: 'timer.set' | 'evidence.added'): readonly NewEntry[] {
  return Array.from({ length: count }, (_, place) => {
    const step = `s${Math.floor(place / 3) % STEPS}`;
    const with_ = { url: `https://example.org/${step}`, expect: 'gone' };
    if (place % 3 === 0) return intentOf(step, 1, { with: with_, target: `GET ${with_.url}`, isByHand: false });
    if (place % 3 === 1) return entryOf(between, between === 'timer.set' ? { timer: 'timeout' } : {}, { step });
    return outcomeOf(step, 1, { via: 'effect', outputs: { status: 404, final_url: with_.url } });
  });
}

function planOfSteps(count: number) {
  return planOf(
    ...Array.from({ length: count }, (_, place) => ({
      id: `s${place}`,
      type: 'http' as const,
      name: { en: `Step number ${place}`, de: `Schritt Nummer ${place}` },
      with: { url: `https://example.org/s${place}`, expect: 'gone' },
    })),
  );
}

async function opened(folder: string, name: string): Promise<Ledger> {
  return openLedger({ file: join(folder, name), root: folder, create: true });
}

/** What somebody would write who needs neither a chain nor a lease, nor a list. */
function plainTable(file: string) {
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec(`create table journal (run text not null, seq integer not null, step text, attempt integer,
    epoch integer not null, type text not null, at text not null, prev_hash text not null, hash text not null,
    text text not null, primary key (run, seq))`);
  const insert = database.prepare('insert into journal values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  return { insert, close: () => database.close() };
}

/** Both write the same texts, with hashes of the same length. */
async function appends(
  folder: string,
  count: number,
  rounds: number,
  steps: number,
  between: 'timer.set' | 'evidence.added',
): Promise<void> {
  const ledger = await opened(folder, `appends-${steps}-${between}.db`);
  const plain = plainTable(join(folder, `plain-${steps}-${between}.db`));
  const hash = `sha256:${'a'.repeat(64)}`;
  const plan = planOfSteps(steps);
  const entries = entriesOf(count, between);
  let run = '';
  let rows: readonly unknown[][] = [];
  const ours = async () => {
    for (const entry of entries) await ledger.runs.append(run, asPerson, () => [entry]);
  };
  const theirs = async () => {
    for (const values of rows) plain.insert.run(values);
  };
  const ready = async (round: number) => {
    run = `run-${round}`;
    await ledger.runs.create(run, startOf(plan));
    // The texts of the other side are made before the time is taken.
    rows = entries.map((entry, place) => {
      const { step, attempt, type, at } = entry;
      const seq = place + 2;
      return [run, seq, step, attempt, 0, type, at, hash, hash, entryText({ ...entry, run, seq, epoch: 0 })];
    });
  };
  const result = { ours: [] as number[], theirs: [] as number[] };
  for (let round = 0; round <= rounds; round += 1) {
    await ready(round);
    const { a, b } = await onePair(ours, theirs, round);
    if (round === 0) continue;
    result.ours.push(a);
    result.theirs.push(b);
  }
  const each = (all: readonly number[]) =>
    range(
      all.map((seconds) => (seconds / count) * 1000),
      3,
    );
  const ratios = result.ours.map((seconds, place) => (result.theirs[place] ?? Number.NaN) / seconds);
  console.log(
    row(
      `one entry a commit, ${steps} steps, intent, ${between}, outcome, ms`,
      each(result.ours),
      each(result.theirs),
      range(ratios),
    ),
  );
  plain.close();
  await ledger.close();
}

async function onePair(a: () => Promise<void>, b: () => Promise<void>, round: number) {
  if (round % 2 === 0) return { a: await secondsOf(a), b: await secondsOf(b) };
  const second = await secondsOf(b);
  return { a: await secondsOf(a), b: second };
}

async function list(folder: string): Promise<void> {
  const ledger = await opened(folder, 'list.db');
  const first = startOf(planOfSteps(12));
  // One transaction would do, and is not what a store is asked for.
  for (let place = 0; place < RUNS; place += 1) {
    await ledger.runs.create(`run-${place}`, { ...first, at: new Date(1.7e12 + place * 1000).toISOString() });
  }
  const whole = await paired(
    7,
    () => ledger.runs.list(),
    () => ledger.runs.list({ limit: 50 }),
  );
  const milliseconds = (all: readonly number[]) =>
    range(
      all.map((seconds) => seconds * 1000),
      1,
    );
  console.log(row(`list all ${RUNS} runs, ms`, milliseconds(whole.a), '', ''));
  console.log(row(`list the newest 50 of ${RUNS}, ms`, milliseconds(whole.b), '', ''));
  await ledger.close();
}

/** A run of 10,000 steps and 30,000 entries, loaded by a process that has seen nothing of it. */
async function load(folder: string): Promise<void> {
  const ledger = await opened(folder, 'load.db');
  await ledger.runs.create('big', startOf(planOfSteps(STEPS)));
  const entries = entriesOf(STEPS * 3, 'timer.set');
  const seconds = await secondsOf(async () => {
    for (let place = 0; place < entries.length; place += 3) {
      await ledger.runs.append('big', asPerson, () => entries.slice(place, place + 3));
    }
  });
  console.log(
    row(`append ${entries.length} entries, three a commit, ms each`, ((seconds / STEPS) * 1000).toFixed(3), '', ''),
  );
  const warm: number[] = [];
  for (let round = 0; round < 5; round += 1) warm.push((await secondsOf(() => ledger.runs.load('big'))) * 1000);
  console.log(row('load it again, ms', range(warm, 2), '', ''));
  console.log(row('verify it, ms', ((await secondsOf(() => ledger.runs.verify('big'))) * 1000).toFixed(0), '', ''));
  await ledger.close();
  const cold: number[] = [];
  for (let round = 0; round < 7; round += 1) {
    const anew = await opened(folder, 'load.db');
    cold.push((await secondsOf(() => anew.runs.load('big'))) * 1000);
    await anew.close();
  }
  console.log(row(`load a run of ${STEPS} steps, ${entries.length} entries, ms (goal < 100)`, range(cold, 0), '', ''));
  const fresh: number[] = [];
  for (let round = 0; round < 5; round += 1) fresh.push(await inFreshProcess(folder, 'load.db', 'big', 'load'));
  console.log(row('the same in a process that has just begun, ms', range(fresh, 0), '', ''));
}

/** A process that is killed after 10,000 entries; the next one opens the ledger, loads the run and takes its lease. */
async function restart(folder: string): Promise<void> {
  const ledger = await opened(folder, 'restart.db');
  await ledger.runs.create('run', startOf(planOfSteps(1000)));
  await ledger.close();
  const child = spawn(process.execPath, [...process.execArgv, fileURLToPath(import.meta.url), 'append', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => {
    child.stdout.once('data', resolve);
  });
  child.kill('SIGKILL');
  await new Promise((resolve) => {
    child.once('close', resolve);
  });
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) times.push(await inFreshProcess(folder, 'restart.db', 'run', 'take'));
  console.log(
    row(
      'start after a kill with 10,000 entries: open, load, take the lease, ms (goal < 1000)',
      range(times, 0),
      '',
      '',
    ),
  );
}

async function inFreshProcess(folder: string, name: string, run: string, what: 'load' | 'take'): Promise<number> {
  const args = [...process.execArgv, fileURLToPath(import.meta.url), 'fresh', folder, name, run, what];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  await new Promise((resolve) => {
    child.once('close', resolve);
  });
  return Number(out);
}

/** The work of a child process: prints how many milliseconds it took. */
async function fresh([folder = '', name = '', run = '', what = '']: readonly string[]): Promise<void> {
  const begun = performance.now();
  const ledger = await opened(folder, name);
  const opening = performance.now();
  await ledger.runs.load(run);
  if (what === 'take') {
    const now = new Date(Date.now() + Math.random() * 1e9);
    const lease = await ledger.runs.takeLease(run, `bench/${process.pid}/a`, now, 1, entryOf('lease.taken'));
    if (lease === undefined) throw new Error('The lease was not free.');
  }
  console.log(performance.now() - (what === 'take' ? begun : opening));
  await ledger.close();
}

/** The work of a child process that is killed. */
async function appendUntilKilled([folder = '']: readonly string[]): Promise<void> {
  const ledger = await opened(folder, 'restart.db');
  const note = entryOf('person.told', { about: 'the step s1 is due tomorrow, and somebody has to look at it' });
  for (let place = 0; place < 1000; place += 1) {
    await ledger.runs.append('run', asPerson, () => Array.from({ length: 10 }, () => note));
  }
  console.log('10000');
  for (;;) await ledger.runs.append('run', asPerson, () => [note]);
}

async function main(): Promise<void> {
  const [count = 600, rounds = 7] = process.argv.slice(2).map(Number);
  const folder = await mkdtemp(join(tmpdir(), 'lastpost-bench-'));
  try {
    console.log(row('', 'Lastpost', 'plain inserts', 'plain / Lastpost (goal ≥ 0.8)'));
    console.log('| --- | ---: | ---: | ---: |');
    await appends(folder, count, rounds, Math.ceil(count / 3), 'evidence.added');
    await appends(folder, count, rounds, Math.ceil(count / 3), 'timer.set');
    await appends(folder, count, rounds, STEPS, 'evidence.added');
    await list(folder);
    await load(folder);
    await restart(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const [mode = '', ...rest] = process.argv.slice(2);
if (mode === 'fresh') await fresh(rest);
else if (mode === 'append') await appendUntilKilled(rest);
else await main();
