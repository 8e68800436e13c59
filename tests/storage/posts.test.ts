import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checkLedger } from '../../src/storage/check-ledger.ts';
import { openLedger } from '../../src/storage/ledger.ts';
import { postSearchContract } from '../contracts/post-search.ts';
import { completenessOf, enter, postOf, postStoreContract, snapshotNamed, wholePage } from '../contracts/post-store.ts';
import { snapshotOf } from '../contracts/snapshot-store.ts';
import { finished } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const built = (path: string): string => JSON.stringify(fileURLToPath(new URL(`../../dist/${path}`, import.meta.url)));

async function newPlace() {
  const root = await temporaryFolder();
  return { root, file: join(root, 'ledger.db'), create: true };
}

async function open() {
  const { posts, close } = await openLedger(await newPlace());
  return { store: posts, close };
}

postStoreContract('SQLite', open);
postSearchContract('SQLite', open);

/** A process that enters `count` posts with `bytes` of markup each, and after them waits for ever, or ends. */
function entering(place: object, count: number, bytes: number, waits: boolean, nodeOptions: readonly string[] = []) {
  const script = `
    import { openLedger } from ${built('storage/ledger.js')};
    import { makePost } from ${built('model/post.js')};
    const ledger = await openLedger(${JSON.stringify(place)});
    async function* posts() {
      for (let n = 0; n < ${count}; n += 1) {
        const post = makePost({ platform: 'website', id: 'n' + n, kind: 'post', source: 'crawl', text: 'word ' + n });
        yield { ...post, html: Buffer.alloc(${bytes}, 'p' + n).toString('latin1'), channel: null, archive: null };
      }
      console.log('given');
      if (${waits}) await new Promise(() => setInterval(() => undefined, 1000));
    }
    await ledger.posts.addSnapshot(${JSON.stringify(snapshotNamed('s1'))}, posts(), ${JSON.stringify(completenessOf())});
    await ledger.close();
  `;
  return spawn(process.execPath, [...nodeOptions, '--input-type=module', '-e', script]);
}

describe('posts in the ledger', () => {
  it('are there whole or not at all when the process is killed while it enters them', async () => {
    const place = await newPlace();
    const child = entering(place, 2_500, 10, true);
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const ledger = await openLedger(place);
    onTestFinished(() => ledger.close());
    expect(await ledger.posts.count({ ownOnly: false })).toBe(0);
    expect((await ledger.posts.search('word', {}, wholePage)).total).toBe(0);
    expect(await ledger.posts.completeness()).toEqual([]);
    expect(await checkLedger(place.file)).toMatchObject({ damages: [], posts: 0 });
    expect(await enter(ledger.posts, snapshotNamed('s1'), postOf('1'))).toMatchObject({ added: 1 });
  });

  it('are entered a batch at a time: 240 MB of them pass through a process that may hold 96', async () => {
    const place = await newPlace();
    const run = await finished(entering(place, 4_000, 60_000, false, ['--max-old-space-size=96']));
    expect(run).toMatchObject({ code: 0, stdout: 'given\n', stderr: '' });
    expect((await checkLedger(place.file)).posts).toBe(4_000);
  });

  it('can be read while they are entered, as they were before', async () => {
    const place = await newPlace();
    const first = await openLedger(place);
    onTestFinished(() => first.close());
    const second = await openLedger(place);
    onTestFinished(() => second.close());
    await enter(first.posts, snapshotNamed('s1'), postOf('1'));
    async function* asking() {
      yield postOf('2');
      expect(await second.posts.count({})).toBe(1);
    }
    await first.posts.addSnapshot(snapshotNamed('s2'), asking(), completenessOf());
    expect(await second.posts.count({})).toBe(2);
  });

  it('find their place in a ledger of the first Lastpost', async () => {
    const place = await newPlace();
    const old = new Database(place.file);
    old.exec(`create table migrations (number integer primary key, name text not null);
      insert into migrations values (1, 'snapshots');
      create table snapshots (id text primary key, channel text, url text not null, file text not null, state text not null,
        pages integer not null, gaps integer not null, bytes bigint not null, sha256 text not null, signed integer not null,
        started_at text not null, finished_at text not null);`);
    old.close();
    expect(await checkLedger(place.file)).toEqual({ damages: [], snapshots: 0, posts: 0, newestAt: null });
    const ledger = await openLedger(place);
    onTestFinished(() => ledger.close());
    await ledger.snapshots.add(snapshotOf());
    await enter(ledger.posts, snapshotNamed('s1'), postOf('1'));
    expect(await checkLedger(place.file)).toMatchObject({ damages: [], snapshots: 1, posts: 1 });
  });

  it('outlive the snapshot they were read from', async () => {
    const place = await newPlace();
    const ledger = await openLedger(place);
    onTestFinished(() => ledger.close());
    await ledger.snapshots.add(snapshotOf({ id: 's1' }));
    await enter(ledger.posts, snapshotNamed('s1'), postOf('1'));
    const database = new Database(place.file);
    onTestFinished(() => void database.close());
    database.pragma('foreign_keys = ON');
    database.exec('delete from snapshots');
    expect(await ledger.posts.find('social', '1')).toMatchObject({ snapshot: 's1' });
  });
});
