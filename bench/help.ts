// `lastpost --help` against the least Node can do. Goal: at most 3.
// npm run build && npx tsx bench/help.ts [rounds]
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median, paired, range, row } from './support/paired.ts';

const program = fileURLToPath(new URL('../bin/lastpost.js', import.meta.url));
const run =
  (...args: string[]) =>
  () =>
    new Promise<void>((resolve, reject) => {
      const child = spawn(process.execPath, args, { stdio: 'ignore' });
      child.once('error', reject);
      child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`exit ${code}`))));
    });
const result = await paired(Number(process.argv[2] ?? 21), run(program, '--help'), run('-e', '0'));
console.log(row('', 'ms'));
console.log(row('---', '---'));
console.log(row('node -e 0', (median(result.b) * 1000).toFixed(0)));
console.log(row('lastpost --help', (median(result.a) * 1000).toFixed(0)));
console.log(row('ratio, median (min–max)', range(result.ratios)));
