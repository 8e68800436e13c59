// One sweep, the first of its process, over the workspace in a folder: milliseconds by the clock and of the processor, as JSON.
// What it claims is free again at once, so that the next process finds the same.
import { enterSchedules, openSchedules } from '../../src/journeys/schedules/open-schedules.ts';

const [dir = '', limit = '50'] = process.argv.slice(2);
const open = await openSchedules({ cwd: dir, workspaceDir: dir });
const now = new Date();
const holder = `bench/${process.pid}/a`;
const cpu = process.cpuUsage();
const begun = performance.now();
await enterSchedules(open, now.toISOString());
const request = { until: now.toISOString(), now, forMs: 1, holder, limit: Number(limit), isGone: () => true };
const claims = await open.ledger.schedules.claim(request);
const wallMs = performance.now() - begun;
const { user, system } = process.cpuUsage(cpu);
await open.close();
console.log(JSON.stringify({ wallMs, cpuMs: (user + system) / 1000, claims: claims.length }));
