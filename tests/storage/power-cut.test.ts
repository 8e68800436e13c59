import { copyFile, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openLedger } from '../../src/storage/ledger.ts';
import { seededRandom } from '../archive/verify-random.ts';
import { intentOf, outcomeOf, planOf, startOf } from '../support/made-plan.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const steps = Array.from({ length: 12 }, (_, place) => `step-${place}`);

/** What the power leaves: the ledger, and its log up to what was synchronised, maybe with a torn end. */
async function leftOver(dir: string, logBytes: Uint8Array): Promise<string> {
  const to = await temporaryFolder();
  await copyFile(join(dir, 'ledger.db'), join(to, 'ledger.db'));
  await writeFile(join(to, 'ledger.db-wal'), logBytes);
  return to;
}

async function entriesIn(dir: string): Promise<number> {
  const ledger = await openLedger({ file: join(dir, 'ledger.db'), root: dir });
  try {
    expect(await ledger.runs.verify('r1')).toMatchObject({ ok: true });
    return (await ledger.runs.load('r1')).head.seq;
  } finally {
    await ledger.close();
  }
}

test('with the power gone after any append, all that was acknowledged is there, and nothing by halves', async () => {
  const dir = await temporaryFolder();
  const log = join(dir, 'ledger.db-wal');
  const ledger = await openLedger({ file: join(dir, 'ledger.db'), root: dir, create: true });
  await ledger.runs.create('r1', startOf(planOf(...steps)));
  /** How long the log was when so many entries had been acknowledged. */
  const acknowledged: { entries: number; bytes: number }[] = [];
  for (const step of steps) {
    for (const entry of [intentOf(step), outcomeOf(step)]) {
      const { head } = await ledger.runs.append('r1', { person: true }, () => [entry]);
      acknowledged.push({ entries: head.seq, bytes: (await stat(log)).size });
    }
  }
  const whole = await readFile(log);
  const random = seededRandom(6);
  for (const { entries, bytes } of acknowledged.filter((_, place) => place % 4 === 0)) {
    expect(await entriesIn(await leftOver(dir, whole.subarray(0, bytes)))).toBe(entries);
    // Some of what was not synchronised may have been written, or something else in its place.
    const torn = Buffer.concat([whole.subarray(0, bytes), whole.subarray(bytes, bytes + random(4000))]);
    expect(await entriesIn(await leftOver(dir, torn))).toBeGreaterThanOrEqual(entries);
    const noise = Buffer.from(Array.from({ length: random(5000) }, () => random(256)));
    expect(await entriesIn(await leftOver(dir, Buffer.concat([whole.subarray(0, bytes), noise])))).toBe(entries);
  }
  await ledger.close();
});
