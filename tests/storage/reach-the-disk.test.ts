import { spawn, spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { intentOf, outcomeOf, planOf, startOf } from '../support/made-plan.ts';
import { finished } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const built = fileURLToPath(new URL('../../dist/storage/ledger.js', import.meta.url));
const hasStrace = process.platform === 'linux' && spawnSync('strace', ['-V']).status === 0;

/** What a process asks of the system about the ledger's log, in order, and when it says that an append is done. */
async function callsOf(root: string, work: string): Promise<readonly string[]> {
  const trace = join(root, 'calls.txt');
  const script = `
    import { writeSync } from 'node:fs';
    import { openLedger } from ${JSON.stringify(built)};
    const { runs } = await openLedger({ file: ${JSON.stringify(join(root, 'ledger.db'))}, root: '/', create: true });
    ${work}
  `;
  const watched = ['-f', '-y', '-s', '16', '-e', 'trace=pwrite64,fsync,fdatasync,write', '-o', trace];
  const args = [...watched, process.execPath, '--input-type=module', '-e', script];
  expect(await finished(spawn('strace', args))).toMatchObject({ code: 0, stderr: '' });
  const lines = (await readFile(trace, 'utf8')).split('\n');
  return lines.flatMap((line) => {
    if (line.includes('"done ')) return ['done'];
    const [, call] = /\b(pwrite64|fsync|fdatasync)\(\d+<[^>]*ledger\.db-wal>/.exec(line) ?? [];
    return call === undefined ? [] : [call === 'pwrite64' ? 'written' : 'synchronised'];
  });
}

describe('an entry of a journal', () => {
  it.skipIf(!hasStrace)('has reached the disk when its promise is kept, each time', async () => {
    const entries = [intentOf('archive'), outcomeOf('archive'), intentOf('memo'), outcomeOf('memo')];
    const calls = await callsOf(
      await temporaryFolder(),
      `await runs.create('r1', ${JSON.stringify(startOf(planOf('archive', 'memo')))});
      writeSync(1, 'done \\n');
      for (const entry of ${JSON.stringify(entries)}) {
        await runs.append('r1', { person: true }, () => [entry]);
        writeSync(1, 'done \\n');
      }`,
    );
    const appends = calls.join(' ').split('done').slice(0, -1);
    expect(appends).toHaveLength(5);
    // Nothing is written to the log that is not synchronised before the promise is kept.
    for (const each of appends) expect(each.trim()).toMatch(/^(.* )?written synchronised$/);
  });
});
