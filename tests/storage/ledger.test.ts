import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, rename, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checkLedger } from '../../src/storage/check-ledger.ts';
import { type Ledger, openLedger } from '../../src/storage/ledger.ts';
import { migrations } from '../../src/storage/migrations.ts';
import { snapshotOf, snapshotStoreContract } from '../contracts/snapshot-store.ts';
import { finished } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const built = fileURLToPath(new URL('../../dist/storage/ledger.js', import.meta.url));

interface Place {
  readonly root: string;
  readonly file: string;
}

async function newPlace(): Promise<Place> {
  const root = await temporaryFolder();
  await mkdir(join(root, '.lastpost'));
  return { root, file: join(root, '.lastpost', 'ledger.db') };
}

async function opened(place: Place): Promise<Ledger> {
  const ledger = await openLedger({ ...place, create: true });
  onTestFinished(() => ledger.close());
  return ledger;
}

snapshotStoreContract('SQLite', async () => {
  const { snapshots, close } = await openLedger({ ...(await newPlace()), create: true });
  return { store: snapshots, close };
});

describe('the ledger', () => {
  it('has what was entered after it was closed and opened again', async () => {
    const place = await newPlace();
    const first = await openLedger({ ...place, create: true });
    await first.snapshots.add(snapshotOf());
    await first.close();
    await first.close();
    expect(await (await opened(place)).snapshots.list()).toEqual([snapshotOf()]);
  });

  it('keeps files of the workspace where they are when the folder is moved, and others where they were', async () => {
    const place = await newPlace();
    const ledger = await openLedger({ ...place, create: true });
    await ledger.snapshots.add(snapshotOf({ id: 'in', file: join(place.root, 'vault', 'blog', 'a.wacz') }));
    await ledger.snapshots.add(snapshotOf({ id: 'out', file: '/elsewhere/b.wacz' }));
    await ledger.close();
    const moved = join(await temporaryFolder(), 'moved');
    await rename(place.root, moved);
    const again = await opened({ root: moved, file: join(moved, '.lastpost', 'ledger.db') });
    expect((await again.snapshots.find('in'))?.file).toBe(join(moved, 'vault', 'blog', 'a.wacz'));
    expect((await again.snapshots.find('out'))?.file).toBe('/elsewhere/b.wacz');
  });

  it('is made for loss of power: write-ahead log and full synchronisation', async () => {
    const place = await newPlace();
    await opened(place);
    const database = new Database(place.file);
    onTestFinished(() => void database.close());
    expect(database.pragma('journal_mode', { simple: true })).toBe('wal');
    const source = await readFile('src/storage/ledger.ts', 'utf8');
    // The level belongs to a connection, and Kysely keeps its own to itself.
    expect(source).toContain("database.pragma('synchronous = FULL')");
  });

  it('can be opened for the first time by several processes at once', async () => {
    const place = await newPlace();
    const script = `
      import { openLedger } from ${JSON.stringify(built)};
      const ledger = await openLedger({ ...${JSON.stringify(place)}, create: true });
      await ledger.snapshots.add(JSON.parse(process.argv[1]));
      await ledger.close();
    `;
    const runs = Array.from({ length: 4 }, (_, index) => {
      const snapshot = JSON.stringify(snapshotOf({ id: `p${index}` }));
      return finished(spawn(process.execPath, ['--input-type=module', '-e', script, snapshot]));
    });
    for (const run of runs) expect(await run).toEqual({ code: 0, signal: null, stdout: '', stderr: '' });
    expect(await (await opened(place)).snapshots.list()).toHaveLength(4);
  });

  it('can be read while another process is writing', async () => {
    const place = await newPlace();
    const first = await openLedger({ ...place, create: true });
    await first.snapshots.add(snapshotOf());
    await first.close();
    await heldByAnotherProcess(place.file);
    const ledger = await openLedger({ ...place, busyTimeoutMs: 50 });
    onTestFinished(() => ledger.close());
    expect(await ledger.snapshots.list()).toEqual([snapshotOf()]);
    await expect(ledger.snapshots.add(snapshotOf({ id: 'second' }))).rejects.toMatchObject({
      code: 'ledger.locked',
      message: `The ledger ${place.file} is being written by another process and did not become free.`,
    });
  });

  it('is not made by chance: opening one that is not there is an error', async () => {
    const place = await newPlace();
    await expect(openLedger(place)).rejects.toMatchObject({
      code: 'ledger.missing',
      message: `The ledger ${place.file} is not there.`,
      hint: 'Put it back from your backup, or start an empty one with: lastpost init --repair',
    });
  });

  it('refuses tables of a newer Lastpost and leaves them alone', async () => {
    const place = await newPlace();
    await (await openLedger({ ...place, create: true })).close();
    const database = new Database(place.file);
    database.exec("insert into migrations values (99, 'from-the-future')");
    database.close();
    const newest = migrations.at(-1)?.number;
    const expected = {
      code: 'ledger.newer',
      message: `The ledger ${place.file} was written by a newer Lastpost (version 99 of its tables; this one knows ${newest}).`,
    };
    await expect(openLedger(place)).rejects.toMatchObject(expected);
    await expect(checkLedger(place.file)).rejects.toMatchObject(expected);
  });

  it('says that a file is damaged or no ledger at all', async () => {
    const place = await newPlace();
    await writeFile(place.file, 'This is no database, but it is long enough to be mistaken for one.'.repeat(20));
    await expect(openLedger(place)).rejects.toMatchObject({ code: 'ledger.corrupt' });
    await expect(checkLedger(place.file)).rejects.toMatchObject({ code: 'ledger.corrupt' });
  });
});

describe('looking the ledger over', () => {
  it('counts snapshots and tells the newest', async () => {
    const place = await newPlace();
    const { snapshots } = await opened(place);
    expect(await checkLedger(place.file)).toEqual({ damages: [], snapshots: 0, posts: 0, newestAt: null });
    await snapshots.add(snapshotOf());
    expect(await checkLedger(place.file)).toEqual({
      damages: [],
      snapshots: 1,
      posts: 0,
      newestAt: '2026-11-23T09:41:07.250Z',
    });
  });

  it('finds a file that lost its end', async () => {
    const place = await newPlace();
    const ledger = await openLedger({ ...place, create: true });
    for (let index = 0; index < 300; index += 1) await ledger.snapshots.add(snapshotOf({ id: `snapshot-${index}` }));
    await ledger.close();
    const { length } = await readFile(place.file);
    await truncate(place.file, length - 8192);
    const damages = await checkLedger(place.file).then(
      (health) => health.damages,
      (error: { code: string }) => [error.code],
    );
    expect(damages).not.toEqual([]);
  });
});

/** A process that has begun to write and does not end. */
async function heldByAnotherProcess(file: string): Promise<ChildProcess> {
  const script = `
    import Database from 'better-sqlite3';
    const database = new Database(${JSON.stringify(file)});
    database.exec('begin immediate');
    console.log('held');
    setInterval(() => undefined, 1000);
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill());
  await once(child.stdout, 'data');
  return child;
}
