// One runner of a run, as the command line is one, that ends itself with SIGKILL at a given point, or stands still there until it
// is let go on. It is a process of its own, out of the build, because a killed process is what is tried.
import { advanceRun } from '../../dist/journeys/runs/advance-run.js';

const { workspace, run, kill = null, stop = null, offsetMs = 0 } = JSON.parse(process.argv[2]);
const seen = new Map();
const controller = new AbortController();
process.on('SIGINT', () => controller.abort(new Error('stopped')));

/** Nothing runs after it: SIGKILL is asked for, and until it comes this never goes on. */
async function at(point) {
  const count = (seen.get(point) ?? 0) + 1;
  seen.set(point, count);
  process.stderr.write(`${point}\n`);
  if (kill?.point === point && kill.nth === count) {
    process.kill(process.pid, 'SIGKILL');
    await new Promise(() => undefined);
  }
  if (stop?.point === point && stop.nth === count) process.kill(process.pid, 'SIGSTOP');
}

const clock = { now: () => new Date(Date.now() + offsetMs) };
const context = { clock, signal: controller.signal, onProgress: () => undefined, at };
try {
  const { did, isBusy, view } = await advanceRun({ run, until: null }, { cwd: workspace }, context);
  process.stdout.write(JSON.stringify({ did, isBusy, state: view.run.state, now: view.now }));
} catch (error) {
  process.stdout.write(JSON.stringify({ error: error.code ?? String(error), message: error.message }));
}
