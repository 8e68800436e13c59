/**
 * What `lastpost run status` and `run list` take: for a run of 10,000 steps, half of them done, in a workspace with 10,000 runs;
 * as the command line does it, without the start of its process, and as a process.
 *
 *   npx tsx bench/run-status.ts [STEPS] [RUNS]        (the process is the build's: npm run build)
 */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listRuns } from '../src/journeys/runs/list-runs.ts';
import { showRun } from '../src/journeys/runs/show-run.ts';
import type { RunPlan } from '../src/model/run/run-plan.ts';
import { openLedger } from '../src/storage/ledger.ts';
import { makeFolders } from '../src/workspace/create-workspace.ts';
import { workspacePaths } from '../src/workspace/paths.ts';
import { intentOf, outcomeOf, planOf, startOf } from '../tests/support/made-plan.ts';

const [steps = 10_000, runs = 10_000] = process.argv.slice(2).map(Number);
const program = fileURLToPath(new URL('../bin/lastpost.js', import.meta.url));

/** With the scope that a playbook brings along. */
function planned(plan: RunPlan): RunPlan {
  const { title, version, playbook: name, inputs } = plan;
  return { ...plan, scopes: { '': { name, version, title, inputs, around: null, secrets: {}, outputs: {} } } };
}

async function workspace(dir: string): Promise<void> {
  await makeFolders(dir);
  await writeFile(
    join(dir, 'lastpost.yaml'),
    'brand: {name: Aurora, languages: [en]}\npeople:\n  - {id: mara, name: Mara, roles: [brand]}\n',
  );
  const ledger = await openLedger({ file: workspacePaths(dir).ledger, root: dir, create: true });
  const made = Array.from({ length: steps }, (_, place) => ({
    id: `s${place}`,
    type: 'http' as const,
    needs: place === 0 ? [] : [`s${place - 1}`],
    name: { en: `Step \${{ run.id }} ${place}`, de: `Schritt ${place}` },
    with: { url: `https://example.org/s${place}`, expect: 'gone' },
  }));
  await ledger.runs.create('large', startOf(planned(planOf(...made))));
  for (let place = 0; place < steps / 2; place += 100) {
    const some = made.slice(place, Math.min(place + 100, steps / 2));
    await ledger.runs.append('large', { person: true }, () => some.flatMap(({ id }) => [intentOf(id), outcomeOf(id)]));
  }
  for (let place = 0; place < runs - 1; place += 1)
    await ledger.runs.create(`r${place}`, startOf(planned(planOf('archive', 'memo'))));
  await ledger.close();
}

async function timed(name: string, work: () => Promise<unknown> | unknown): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < 7; round += 1) {
    const begun = performance.now();
    await work();
    times.push(performance.now() - begun);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const [first = 0] = times;
  console.log(
    `${name.padEnd(48)} ${sorted[3]?.toFixed(0)} ms (first ${first.toFixed(0)}, least ${sorted[0]?.toFixed(0)})`,
  );
}

const dir = await mkdtemp(join(tmpdir(), 'lastpost-bench-'));
try {
  await workspace(dir);
  const place = { cwd: dir, workspaceDir: dir };
  const context = {
    clock: { now: () => new Date() },
    signal: new AbortController().signal,
    onProgress: () => undefined,
  };
  await timed(`status of a run of ${steps} steps`, () => showRun({ run: 'large' }, place, context));
  await timed(`status of a run of 2 steps among ${runs} runs`, () => showRun({ run: 'r5' }, place, context));
  await timed(`list of ${runs} runs`, () => listRuns({}, place, context));
  await timed('list of the newest 50', () => listRuns({ limit: 50 }, place, context));
  const asProcess = (...args: readonly string[]) =>
    execFileSync(process.execPath, [program, ...args, '--workspace', dir, '--json'], { maxBuffer: 1 << 30 });
  await timed('as a process: lastpost --version', () => execFileSync(process.execPath, [program, '--version']));
  await timed(`as a process: run status, ${steps} steps`, () => asProcess('run', 'status', 'large'));
  await timed('as a process: run status, 2 steps', () => asProcess('run', 'status', 'r5'));
} finally {
  await rm(dir, { recursive: true, force: true });
}
