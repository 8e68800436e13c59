/**
 * What a sweep takes among many schedules of which few are due: looking whether lastpost.yaml changed, finding what is due and
 * claiming it in one transaction on the disk; as `schedule run` and `serve` do it at each minute.
 *
 *   npx tsx bench/schedules.ts [SCHEDULES] [DUE]
 */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { enterSchedules, openSchedules, settingsDigest } from '../src/journeys/schedules/open-schedules.ts';
import { nextTime } from '../src/schedules/next-times.ts';
import { openLedger } from '../src/storage/ledger.ts';
import { makeFolders } from '../src/workspace/create-workspace.ts';
import { workspacePaths } from '../src/workspace/paths.ts';

const [schedules = 100_000, due = 50] = process.argv.slice(2).map(Number);
const ROUNDS = 11;

function timed(name: string, times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  const [first = 0] = times;
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const most = sorted.at(-1) ?? 0;
  console.log(`${name.padEnd(58)} ${middle.toFixed(1)} ms (first ${first.toFixed(1)}, most ${most.toFixed(1)})`);
}

async function took(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** As lastpost.yaml would have it: about as many bytes, so that looking whether it changed costs what it costs. */
function configText(): string {
  const lines = Array.from(
    { length: schedules },
    (_, at) => `  - {id: s${at}, channels: [blog], cron: "${at % 60} ${at % 24} * * *", timezone: Europe/Berlin}\n`,
  );
  const head = 'brand: {name: Aurora, languages: [en]}\nchannels:\n';
  return `${head}  - {id: blog, platform: website, url: "https://blog.example.org/"}\nschedules:\n${lines.join('')}`;
}

/** As a timer has it: each sweep is the first of a process. */
function firstSweep(dir: string): { readonly wallMs: number; readonly cpuMs: number } {
  const program = fileURLToPath(new URL('./support/first-sweep.ts', import.meta.url));
  const said = JSON.parse(
    execFileSync(process.execPath, ['--import', 'tsx', program, dir, String(due)], { encoding: 'utf8' }),
  );
  if (said.claims !== due) throw new Error(`${said.claims} were claimed and not ${due}`);
  return said;
}

const dir = await mkdtemp(join(tmpdir(), 'lastpost-bench-'));
try {
  await makeFolders(dir);
  const paths = workspacePaths(dir);
  await writeFile(paths.config, configText());
  await (await openLedger({ file: paths.ledger, root: dir, create: true })).close();
  const open = await openSchedules({ cwd: dir, workspaceDir: dir });
  const now = new Date();
  console.log(`${schedules} schedules, ${due} of them due at each sweep`);
  // As if its YAML had been read: that so many are read is no matter of a sweep, which only looks whether a byte changed.
  const later = new Date(now.getTime() + 86_400_000).toISOString();
  const made = Array.from({ length: schedules }, (_, at) => ({
    id: `s${at}`,
    timing: 'made',
    json: JSON.stringify({
      cron: '0 3 * * *',
      everyMs: null,
      timezone: 'Europe/Berlin',
      jitterMs: 0,
      denser: [],
      lastDayEnd: null,
    }),
    channels: [{ channel: 'blog', slotAt: later, dueAt: later }],
    zone: 'Europe/Berlin',
  }));
  timed('entered in the ledger, once', [
    await took(async () => open.ledger.schedules.enter(settingsDigest(await readFile(paths.config)), made)),
  ]);
  const store = open.ledger.schedules;
  const isGone = () => false;
  const database = new Database(paths.ledger);
  const makeDue = database.prepare(
    'update schedule_states set due_at = ? where schedule in (select id from schedules order by id limit ?, ?)',
  );
  const [whole, found]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    const at = new Date(now.getTime() + round * 1_000);
    makeDue.run(new Date(at.getTime() - 1_000).toISOString(), round * due, due);
    const request = { until: at.toISOString(), now: at, forMs: 86_400_000, holder: 'bench/1/a', limit: due, isGone };
    const begun = performance.now();
    await enterSchedules(open, at.toISOString());
    const looked = performance.now();
    const claims = await store.claim(request);
    found.push(performance.now() - looked);
    whole.push(performance.now() - begun);
    if (claims.length !== due) throw new Error(`${claims.length} were claimed and not ${due}`);
    for (const claim of claims) {
      const last = {
        kind: 'complete',
        at: at.toISOString(),
        snapshot: 'x',
        gaps: 0,
        code: null,
        message: null,
        hint: null,
      } as const;
      const next = nextTime(JSON.parse(claim.json), at.toISOString());
      await store.settle(
        claim,
        { slotAt: next, dueAt: next, attempts: 0, failures: 0, missed: 0, last, toldAt: null },
        [],
      );
    }
  }
  timed('due ones found and claimed', found);
  timed('the whole sweep, with the look at lastpost.yaml', whole);
  makeDue.run(new Date(now.getTime() - 1_000).toISOString(), 0, due);
  database.close();
  await open.close();
  const firsts = Array.from({ length: 5 }, () => firstSweep(dir));
  timed(
    'the first sweep of a process, by the clock',
    firsts.map(({ wallMs }) => wallMs),
  );
  timed(
    'the first sweep of a process, of the processor',
    firsts.map(({ cpuMs }) => cpuMs),
  );
} finally {
  await rm(dir, { recursive: true, force: true });
}
