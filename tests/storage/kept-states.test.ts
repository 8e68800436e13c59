import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sha256 } from '../../src/base/digest.ts';
import { FOLD_VERSION, foldRun } from '../../src/model/run/fold-run.ts';
import type { RunStore } from '../../src/model/run/run-store.ts';
import { summarise } from '../../src/model/run/view-run.ts';
import { openLedger } from '../../src/storage/ledger.ts';
import { all, asPerson, plain } from '../contracts/opened-runs.ts';
import { entryOf, intentOf, outcomeOf, planOf, startOf } from '../support/made-plan.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

async function opened(file: string): Promise<RunStore> {
  const ledger = await openLedger({ file, root: file, create: true });
  onTestFinished(() => ledger.close());
  return ledger.runs;
}

/** A run that has come so far that its state is kept, and a few entries further. */
async function longRun() {
  const file = join(await temporaryFolder(), 'ledger.db');
  const store = await opened(file);
  const plan = planOf('archive', 'memo', { id: 'grace', type: 'wait' }, 'rest');
  await store.create('r1', startOf(planOf('archive', 'memo')));
  await store.append('r1', asPerson, () => [
    intentOf('archive', 1, { isIrreversible: true }),
    outcomeOf('archive', 1, { outputs: { seen: 'Ümläut' } }),
    entryOf('run.amended', { plan }),
    entryOf('timer.set', {}, { step: 'grace' }),
    entryOf('approval.given', {}, { step: 'memo' }),
  ]);
  for (let place = 0; place < 5; place += 1) {
    await store.append('r1', asPerson, () => Array.from({ length: 400 }, () => entryOf('person.told')));
  }
  await store.append('r1', asPerson, () => [intentOf('memo'), outcomeOf('memo', 1, { result: 'failed' })]);
  return { file, store, entries: await all(store.entries('r1')) };
}

function change(file: string, sql: string): void {
  const database = new Database(file);
  database.exec('drop trigger if exists journal_stays');
  expect(database.prepare(sql).run().changes).toBe(1);
  database.close();
}

describe('a state that is kept beside its journal', () => {
  it('is carried on to what folding the whole journal gives', async () => {
    const { file, store, entries } = await longRun();
    const folded = foldRun(entries);
    expect(plain(await (await opened(file)).load('r1'))).toEqual(plain(folded));
    const state = await (await opened(file)).append('r1', asPerson, () => [intentOf('memo', 2)]);
    const anew = foldRun(await all(store.entries('r1')));
    expect(plain(state)).toEqual(plain(anew));
    expect(await store.list()).toEqual([summarise(anew)]);
  });

  it('spares reading what came before it, which verifying does not', async () => {
    const { file, store } = await longRun();
    change(file, "update journal set text = replace(text, 'mail', 'meil') where run = 'r1' and seq = 50");
    expect((await (await opened(file)).load('r1')).head.seq).toBe(2008);
    expect(await store.verify('r1')).toMatchObject({ ok: false, problem: { seq: 50 } });
    change(file, "delete from run_states where run = 'r1'");
    await expect((await opened(file)).load('r1')).rejects.toMatchObject({ code: 'run.journal-damaged' });
  });

  for (const [name, sql] of [
    ['a flipped bit in it', `update run_states set json = replace(json, '"attempt":1', '"attempt":2')`],
    ['a digest that is another one', `update run_states set digest = replace(digest, substr(digest, 20, 4), 'beef')`],
    ['a text that is no JSON', `update run_states set json = 'null'`],
    ['the rules of an older Lastpost', `update run_states set fold = ${FOLD_VERSION - 1}`],
    ['an entry that the journal has not', 'update run_states set seq = seq + 1000'],
    ['another entry than it ends with', 'update run_states set seq = seq - 1'],
    ['another plan than the one it was folded with', 'update run_states set plan_seq = 1'],
    ['no plan at all', 'update run_states set plan_seq = 2'],
  ] as const) {
    it(`is not used: ${name}`, async () => {
      const { file, entries } = await longRun();
      change(file, sql);
      const store = await opened(file);
      expect(plain(await store.load('r1'))).toEqual(plain(foldRun(entries)));
      expect((await store.append('r1', asPerson, () => [intentOf('memo', 2)])).head.seq).toBe(2009);
    });
  }

  it('is of the rules by which entries are folded: whoever changes them counts FOLD_VERSION up', async () => {
    const sources = ['fold-run.ts', 'fold-step.ts'].map((name) => readFile(join('src/model/run', name), 'utf8'));
    // Comments and the layout may be changed as one likes.
    const code = (await Promise.all(sources)).join('\n').replace(/\/\*[\s\S]*?\*\/|\/\/.*|\s+/g, '');
    expect({ version: FOLD_VERSION, rules: sha256(code).slice(7, 19) }).toEqual({ version: 1, rules: 'f4fe357dec6c' });
  });
});
