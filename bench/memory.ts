// Memory of the Node process while a large snapshot is taken. Goal: under 300 MB, and flat.
// npm run build && npx tsx bench/memory.ts [megabytes]
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { row } from './support/paired.ts';

const megabytes = process.argv[2] ?? '2048';
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'lastpost-bench-'));
const site = spawn(process.execPath, ['--import', 'tsx', here('support/large-site.ts'), megabytes], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
const [address = '', pages = ''] = await new Promise<string[]>((resolve) =>
  site.stdout.once('data', (data: Buffer) => resolve(data.toString().trim().split(' '))),
);
const args = ['snapshot', 'take', address, '--out', join(folder, 'large.wacz'), '--json', '--no-sitemaps'];
const take = spawn(process.execPath, [here('../bin/lastpost.js'), ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
let answer = '';
take.stdout.on('data', (data: Buffer) => {
  answer += data.toString();
});
const ended = new Promise<number | null>((resolve) => take.once('close', resolve));
const samples: number[] = [];
let code: number | null | undefined;
void ended.then((value) => {
  code = value;
});
while (code === undefined) {
  await sleep(500);
  try {
    const status = readFileSync(`/proc/${take.pid}/status`, 'utf8');
    const kilobytes = /VmRSS:\s+(\d+)/.exec(status)?.[1];
    if (kilobytes) samples.push(Number(kilobytes) / 1024);
  } catch {}
}
site.kill();
const { snapshot } = JSON.parse(answer) as { snapshot: { pages: number; bytes: number; gaps: number; state: string } };
console.log(
  `${snapshot.pages} of ${pages} pages, ${(snapshot.bytes / 1e9).toFixed(2)} GB, ${snapshot.state}, exit ${code}\n`,
);
console.log(row('quarter of the run', 'highest RSS, MB'));
console.log(row('---', '---'));
for (let quarter = 0; quarter < 4; quarter += 1) {
  const part = samples.slice((samples.length * quarter) / 4, (samples.length * (quarter + 1)) / 4);
  console.log(row(quarter + 1, Math.max(...part).toFixed(0)));
}
rmSync(folder, { recursive: true, force: true });
