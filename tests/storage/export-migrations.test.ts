import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Post } from '../../src/model/post.ts';
import { checkLedger } from '../../src/storage/check-ledger.ts';
import { openLedger } from '../../src/storage/ledger.ts';
import { migrateLedger } from '../../src/storage/migrate.ts';
import { migrations } from '../../src/storage/migrations.ts';
import { sqlitePostWords } from '../../src/storage/sqlite-post-words.ts';
import type { LedgerTables } from '../../src/storage/tables.ts';
import { exportedOf, headOf, importPosts, madeId } from '../contracts/made-exports.ts';
import { enter, postOf, snapshotNamed, wholePage } from '../contracts/post-store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** A ledger as Lastpost kept it before there were exports, with these posts. */
async function oldLedger(posts: readonly Post[]) {
  const root = await temporaryFolder();
  const file = join(root, 'ledger.db');
  const database = new Database(file);
  database.pragma('foreign_keys = ON');
  const db = new Kysely<LedgerTables>({ dialect: new SqliteDialect({ database }) });
  await migrateLedger(db, file, migrations.slice(0, 4));
  const row =
    database.prepare(`insert into posts values (@place, 'social', @id, 's1', '2026-11-23T09:30:00.000Z', @kind, @own,
    @published, @whole, 'digest ' || @id)`);
  const body = database.prepare('insert into post_bodies values (?, ?)');
  database.exec('begin');
  for (const [index, post] of posts.entries()) {
    // Places with gaps: a row may have been thrown away.
    const place = index * 3 + 5;
    const { id, kind, published } = post;
    row.run({ place, id, kind, published, own: post.isOwn ? 1 : 0, whole: post.extent === 'whole' ? 1 : 0 });
    body.run(place, JSON.stringify(post));
    await sqlitePostWords.add(db, [{ place, post }]);
  }
  database.exec('commit');
  await db.destroy();
  return { root, file };
}

async function opened(place: { readonly root: string; readonly file: string }) {
  const ledger = await openLedger(place);
  onTestFinished(() => ledger.close());
  return ledger;
}

describe('a ledger from before there were exports', () => {
  it('keeps all its posts, and finds them by their words', async () => {
    const old = [
      postOf('1', { text: 'Guten Tag aus München' }),
      postOf('2', { kind: 'comment', isOwn: false, text: 'Danke' }),
      postOf('3', { published: null, extent: 'part' }),
    ];
    const place = await oldLedger(old);
    expect(await checkLedger(place.file)).toMatchObject({ damages: [], posts: 3 });
    const { posts } = await opened(place);
    expect((await posts.list({ ownOnly: false }, wholePage)).map(({ post }) => post)).toEqual([old[1], old[0], old[2]]);
    expect((await posts.search('muenchen', {}, wholePage)).posts).toMatchObject([
      { post: { id: '1' }, snapshot: 's1' },
    ]);
    expect(await checkLedger(place.file)).toMatchObject({ damages: [], posts: 3 });
  });

  it('takes newer snapshots as before', async () => {
    const { posts } = await opened(await oldLedger([postOf('1', { text: 'Before' }), postOf('2')]));
    const later = snapshotNamed('s2', '2026-12-01T00:00:00.000Z');
    expect(await enter(posts, later, postOf('1', { text: 'After' }), postOf('3'))).toMatchObject({
      added: 1,
      changed: 1,
    });
    expect((await posts.search('before', {}, wholePage)).total).toBe(0);
    expect((await posts.search('after', {}, wholePage)).total).toBe(1);
    expect(await posts.count({})).toBe(3);
  });

  it('finds its posts again in an export: by id, by address, by text and time', async () => {
    const old = ['1', '2', '3', '4'].map((id) => postOf(id, { text: `Beitrag Nummer ${id}` }));
    const { posts, exports } = await opened(await oldLedger(old));
    await importPosts(
      exports,
      headOf('x1'),
      exportedOf('1'),
      exportedOf(madeId(2), { url: 'https://social.example/@aurora/2' }),
      exportedOf(madeId(3), { url: null, text: 'Beitrag Nummer 3' }),
      exportedOf('5'),
    );
    const { held, matchedBy } = await exports.reconcile('social');
    expect(matchedBy).toEqual({ id: 1, address: 1, 'text-and-time': 1 });
    expect(held).toEqual({ export: 4, crawl: 4, both: 3, onlyExport: 1, onlyCrawl: 1 });
    expect(await posts.count({})).toBe(5);
  });

  it('moves twenty thousand posts into its new tables, where they are found', async () => {
    const words =
      'Heute frisch geröstet: Bohnen aus Äthiopien und ein Stück Kuchen für alle Gäste in der Filiale. '.repeat(3);
    const place = await oldLedger(Array.from({ length: 20_000 }, (_, n) => postOf(`${n}`, { text: `${words} ${n}` })));
    const { posts } = await opened(place);
    expect(await posts.count({})).toBe(20_000);
    expect((await posts.search('12345', {}, wholePage)).posts).toMatchObject([{ post: { id: '12345' } }]);
  });
});
